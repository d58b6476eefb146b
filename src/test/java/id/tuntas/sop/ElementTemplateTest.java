package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The template that shows the vocabulary of a step to SOP authors in Camunda Modeler. */
class ElementTemplateTest {

    private static final Path FILE = Path.of("bpmn/.camunda/element-templates/langkah-sop.json");
    private static final Path STAGE = Path.of("bpmn/.camunda/element-templates/tahap-sop.json");
    private static final List<String> VOCABULARY = List.of(
            "layanan",
            "tenggat",
            "tenggat.darurat",
            "tenggat.tinggi",
            "tenggat.sedang",
            "tenggat.rendah",
            "tenggat.respon",
            "kalender",
            "dasarHukum",
            "terkunci",
            "tenggat.tppo",
            "dasarHukum.tppo",
            "terkunci.tppo",
            "eskalasi",
            "pengingat",
            "kelengkapan",
            "keluaran");
    private static final String SERVICES = "penerimaan-laporan penjangkauan pendampingan supervisi-kasus data-kasus"
            + " manajemen-kasus persetujuan-pimpinan bantuan-hukum pekerjaan-sosial pemeriksaan-medis"
            + " pelindungan-polisi pelindungan-saksi rumah-aman pemeriksaan-psikologis pembimbingan-anak mediasi"
            + " restitusi dokumen-kependudukan pendidikan pemulihan-kesehatan pemulihan-psikologis"
            + " rehabilitasi-sosial bimbingan-rohani pemberdayaan-ekonomi salinan-putusan pemulangan"
            + " penerimaan-desa penanganan-tppo pelindungan-migran koordinasi-wilayah";

    private final JsonNode template = read(FILE);

    @Test
    void appliesToUserTasksOnly() {
        assertThat(template.at("/appliesTo").toString()).isEqualTo("[\"bpmn:UserTask\"]");
    }

    @Test
    void offersEveryPropertyOfTheVocabularyAndNoOther() {
        assertThat(properties()
                        .filter(property ->
                                property.at("/binding/type").asText().equals("camunda:property"))
                        .map(property -> property.at("/binding/name").asText()))
                .containsExactlyElementsOf(VOCABULARY);
    }

    @Test
    void offersTheVocabularyOfAStageForStages() {
        JsonNode stage = read(STAGE);

        assertThat(stage.at("/appliesTo").toString()).isEqualTo("[\"bpmn:SubProcess\"]");
        assertThat(StreamSupport.stream(stage.at("/properties").spliterator(), false)
                        .map(property -> property.at("/binding/name").asText()))
                .containsExactlyInAnyOrderElementsOf(StageRules.KNOWN);
        assertThat(VOCABULARY).containsExactlyInAnyOrderElementsOf(StepRules.KNOWN);
    }

    @Test
    void offersEveryServiceOfTheCatalogue() {
        assertThat(property("layanan").at("/choices"))
                .extracting(choice -> choice.at("/value").asText())
                .containsExactly(SERVICES.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "camunda:candidateGroups, ${mou.ownerOf(execution)}",
        "camunda:dueDate, ${sla.dueAt(execution)}",
        "camunda:formRefBinding, deployment"
    })
    void fillsInWhatNoAuthorShouldType(String attribute, String value) {
        assertThat(property(attribute).at("/type").asText()).isEqualTo("Hidden");
        assertThat(property(attribute).at("/value").asText()).isEqualTo(value);
    }

    @Test
    void explainsEveryVisibleField() {
        assertThat(properties().filter(field -> !field.at("/type").asText().equals("Hidden")))
                .allMatch(field -> !field.at("/label").asText().isBlank()
                        && !field.at("/description").asText().isBlank()
                        && template.at("/groups")
                                .findValuesAsText("id")
                                .contains(field.at("/group").asText()));
    }

    @ParameterizedTest
    @CsvSource({
        "tenggat, PT72H, true",
        "tenggat, PT30M, true",
        "tenggat, P3D, true",
        "tenggat, P1M, false",
        "tenggat, 3 hari, false",
        "tenggat.darurat, '', true",
        "tenggat.respon, PT15M, true",
        "tenggat.respon, '', true",
        "tenggat.respon, segera, false",
        "eskalasi, 'penyelia-kasus,kepala-uptd', true",
        "eskalasi, Kepala UPTD, false",
        "pengingat, 0.75, true",
        "pengingat, '0,75', false",
        "pengingat, 1.5, false",
        "camunda:formRef, susun-rencana, true",
        "camunda:formRef, SusunRencana, false"
    })
    void refusesWhatTheServerWouldRefuse(String field, String value, boolean accepted) {
        var pattern = property(field).at("/constraints/pattern/value").asText();
        assertThat(Pattern.matches(pattern, value)).isEqualTo(accepted);
    }

    private JsonNode property(String name) {
        return properties()
                .filter(property -> property.at("/binding/name").asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Stream<JsonNode> properties() {
        return StreamSupport.stream(template.at("/properties").spliterator(), false);
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile()).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
