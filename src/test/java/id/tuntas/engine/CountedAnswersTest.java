package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CountedAnswersTest {

    private static final Set<String> CHOICES = Set.of("radio", "select", "checkbox", "checklist");

    private final CountedAnswers counted = new CountedAnswers();

    @Test
    void onlyChoicesOfShippedFormsAreOnTheListAndTheAge() throws IOException {
        Map<String, String> types = new HashMap<>();
        try (Stream<Path> forms = Files.list(Path.of("forms"))) {
            forms.filter(form -> form.toString().endsWith(".form")).forEach(form -> collect(read(form), types));
        }
        assertThat(counted.names()).isNotEmpty().allSatisfy(name -> {
            if (name.equals("korbanUsia")) {
                assertThat(types).containsEntry(name, "number");
            } else {
                assertThat(CHOICES).as(name).contains(types.getOrDefault(name, "in no form"));
            }
        });
    }

    @Test
    void anAgeLeavesAsAGroup() {
        assertThat(Stream.of(0, 5, 6, 12, 13, 17, 18, 24, 25, 44, 45, 59, 60, 97)
                        .flatMap(age -> counted.codes("korbanUsia", age).stream()))
                .containsExactly(
                        "0-5", "0-5", "6-12", "6-12", "13-17", "13-17", "18-24", "18-24", "25-44", "25-44", "45-59",
                        "45-59", "60", "60");
        assertThat(counted.codes("korbanUsia", "30")).isEmpty();
        assertThat(counted.codes("korbanUsia", -1)).isEmpty();
    }

    @Test
    void whatDoesNotLookLikeAnOptionStaysBehind() {
        assertThat(counted.codes("korbanJk", "P")).containsExactly("P");
        assertThat(counted.codes("unsurFisik", true)).containsExactly("ya");
        assertThat(counted.codes("unsurFisik", false)).containsExactly("tidak");
        assertThat(counted.codes("layananRencana", "[\"pemulangan\",\"Jalan Melati 5\"]"))
                .as("a text, not a list")
                .isEmpty();
        assertThat(counted.codes("layananRencana", List.of("pemulangan", "Jalan Melati 5")))
                .containsExactly("pemulangan");
        assertThat(counted.codes("korbanJk", "Melati dari Labuan Bajo")).isEmpty();
        assertThat(counted.codes("korbanNama", "Melati")).as("not on the list").isEmpty();
        assertThat(counted.codes("korbanJk", null)).isEmpty();
    }

    private static JsonNode read(Path form) {
        try {
            return new ObjectMapper().readTree(form.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(JsonNode parent, Map<String, String> types) {
        for (JsonNode field : parent.path("components")) {
            collect(field, types);
            if (field.has("key")) {
                types.put(field.path("key").asText(), field.path("type").asText());
            }
        }
    }
}
