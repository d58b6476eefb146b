package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.tuntas.sop.FormSchema;
import id.tuntas.sop.SopBundle;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandoverListTest {

    /** Set by the application and not by a form. */
    private static final Set<String> COMPUTED = Set.of("tingkatRisiko");

    private final Set<String> names = HandoverList.reasons().keySet();

    @Test
    void givesAReasonForEachName() {
        assertThat(HandoverList.reasons())
                .isNotEmpty()
                .allSatisfy((name, reason) -> assertThat(reason).as(name).hasSizeGreaterThan(20));
    }

    @Test
    void namesOnlyWhatAFormAsks() {
        SopBundle sop = SopBundle.fromClassPath();
        Set<String> asked = new TreeSet<>(COMPUTED);
        sop.names().stream()
                .filter(name -> name.endsWith(".form"))
                .forEach(name -> asked.addAll(FormSchema.parse(sop.bytes(name)).keys()));

        assertThat(asked).containsAll(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kesehatan", "kesehatan-ringkas", "rumah-aman", "restitusi"})
    void holdsNothingOfAClassThatStays(String fieldClass) throws IOException {
        assertThat(fieldsOf(fieldClass)).isNotEmpty().doesNotContainAnyElementsOf(names);
    }

    @Test
    void letsNobodyKnowWhereTheVictimIsOrWhoReported() {
        assertThat(names)
                .noneMatch(name -> name.startsWith("pelapor"))
                .doesNotContain("korbanAlamat", "keberadaanKorban", "nomorKasus", "kanal", "daerahTujuan");
    }

    private static Set<String> fieldsOf(String fieldClass) throws IOException {
        Set<String> fields = new TreeSet<>();
        try (InputStream yaml = HandoverListTest.class.getResourceAsStream("/access/access-table.yaml")) {
            JsonNode table = new ObjectMapper(new YAMLFactory()).readTree(yaml);
            table.path("classes").path(fieldClass).path("fields").forEach(field -> fields.add(field.asText()));
        }
        return fields;
    }
}
