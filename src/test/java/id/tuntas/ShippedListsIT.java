package id.tuntas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The two lists of what is shipped, which a whole build has just written. A build without the network leaves out the first,
 * one without the front end the second.
 */
class ShippedListsIT {

    @Test
    void everyLibraryOfTheProgramIsListedAndNoneOfItsTests() throws IOException {
        List<String> parts = parts("tuntas-sbom.json");
        assertThat(parts)
                .contains("pkg:maven/org.camunda.bpm/camunda-engine@7.24.0?type=jar")
                .anyMatch(part -> part.startsWith("pkg:maven/org.postgresql/postgresql@"))
                .noneMatch(part -> part.contains("junit") || part.contains("greenmail"));
    }

    @Test
    void everyPackageThatBrowsersGetIsListedAndNoneThatOnlyBuilds() throws IOException {
        List<String> parts = parts("tuntas-sbom-browser.json");
        JsonNode wanted = new ObjectMapper()
                .readTree(Path.of("src/main/frontend/package.json").toFile());
        assertThat(wanted.path("dependencies").properties()).isNotEmpty().allSatisfy(one -> assertThat(parts)
                .contains("pkg:npm/" + one.getKey() + "@" + one.getValue().asText()));
        assertThat(parts).anyMatch(part -> part.startsWith("pkg:npm/diagram-js@"));
        assertThat(parts).noneMatch(part -> part.matches("pkg:npm/(vite|sass|rolldown)@.*"));
    }

    private static List<String> parts(String file) throws IOException {
        Path list = Path.of("target", file);
        assumeTrue(Files.exists(list), file + " was not made by this build");
        List<String> parts = new ArrayList<>();
        new ObjectMapper()
                .readTree(list.toFile())
                .path("components")
                .forEach(part -> parts.add(part.path("purl").asText()));
        return parts;
    }
}
