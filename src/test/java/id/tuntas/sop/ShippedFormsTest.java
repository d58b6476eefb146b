package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedFormsTest {

    static List<Path> forms() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            return files.filter(file -> file.toString().endsWith(".form"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void canBeCheckedByTheServer(Path form) throws IOException {
        assertThat(FormSchema.parse(Files.readAllBytes(form)).id())
                .isEqualTo(form.getFileName().toString().replace(".form", ""));
    }

    /** Whoever adds a step adds it here too: a step that is not offered could be neither paused nor extended. */
    @Test
    void whoAsksForAPauseOrMoreTimeIsOfferedEveryStepByItsName() throws IOException {
        JsonNode form =
                new ObjectMapper().readTree(Path.of("forms/atur-tenggat.form").toFile());
        JsonNode steps = form.findParents("key").stream()
                .filter(field -> field.path("key").asText().equals("langkah"))
                .findFirst()
                .orElseThrow();

        assertThat(StreamSupport.stream(steps.path("values").spliterator(), false)
                        .collect(
                                Collectors.toMap(option -> option.path("value").asText(), option -> option.path("label")
                                        .asText())))
                .isEqualTo(Steps.of(SopBundle.fromDirectory(Path.of(""))).stream()
                        .collect(Collectors.toMap(Step::key, Step::name)));
    }
}
