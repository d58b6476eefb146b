package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PictureXmlTest {

    private static final Path SOP = Path.of("bpmn/penanganan-korban.bpmn");

    @Test
    void aPictureHasEveryShapeAndEveryFlow() throws IOException {
        String whole = Files.readString(SOP);
        String picture = new String(PictureXml.of(Files.readAllBytes(SOP)), StandardCharsets.UTF_8);
        for (String element :
                List.of("sequenceFlow", "userTask", "boundaryEvent", "subProcess", "BPMNShape", "BPMNEdge")) {
            assertThat(count(picture, element)).as(element).isPositive().isEqualTo(count(whole, element));
        }
    }

    private static long count(String xml, String element) {
        return Pattern.compile("<\\w+:" + element + "[ >]")
                .matcher(xml)
                .results()
                .count();
    }

    @Test
    void nothingThatTellsTheEngineHowToRunLeavesTheServer() throws IOException {
        String picture = new String(PictureXml.of(Files.readAllBytes(SOP)), StandardCharsets.UTF_8);
        assertThat(picture)
                .contains("Saring risiko", "bpmndi:BPMNShape")
                .doesNotContain("camunda", "${", "extensionElements", "conditionExpression", "property", "formRef");
    }

    @Test
    void whatIsNoXmlHasNoPicture() {
        assertThatIllegalArgumentException().isThrownBy(() -> PictureXml.of("<a".getBytes(StandardCharsets.UTF_8)));
    }
}
