package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.shared.Risk;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StepsTest {

    @Test
    void readsWhatAStepPromises() {
        Step step = Steps.of(TinySop.valid().bundle()).get(0);

        assertThat(step)
                .isEqualTo(new Step(
                        "terima",
                        "Terima",
                        "kasus",
                        null,
                        "penerimaan-laporan",
                        new StepBudget("P3D", Map.of(Risk.DARURAT, "PT2H"), null),
                        "kerja",
                        "UU 12/2022",
                        true,
                        "",
                        false,
                        List.of("penyelia-kasus", "kepala-uptd"),
                        0.75,
                        "",
                        "",
                        "terima"));
        assertThat(step.tenggat().of(Risk.DARURAT, false)).isEqualTo("PT2H");
        assertThat(step.tenggat().of(Risk.RENDAH, false)).isEqualTo("P3D");
        assertThat(step.tenggat().of(null, false)).isEqualTo("P3D");
    }

    @Test
    void readsAStepWithoutAnyPropertyAsEmpty() {
        SopBundle bundle = TinySop.valid()
                .change(TinySop.PROCESS, xml -> xml.replaceAll("(?s)<camunda:properties>.*</camunda:properties>", ""))
                .bundle();

        Step step = Steps.of(bundle).get(0);

        assertThat(step.layanan()).isEmpty();
        assertThat(step.eskalasi()).isEmpty();
        assertThat(step.pengingat()).isEqualTo(Step.STANDARD_REMINDER);
        assertThat(SopReport.of(bundle).incomplete()).containsExactly("terima");
    }

    @Test
    void printsOneRowAStep() {
        assertThat(SopReport.of(TinySop.valid().bundle()).markdown())
                .contains(
                        "| kasus |  | Terima (`terima`) | penerimaan-laporan | P3D, darurat PT2H | kerja | UU 12/2022 | ya"
                                + " | penyelia-kasus → kepala-uptd | terima |");
    }

    @Test
    void theLimitForTraffickingVictimsBindsWhateverTheRisk() {
        StepBudget budget = new StepBudget("P14D", Map.of(Risk.RENDAH, "P30D"), "P7D");

        assertThat(budget.of(Risk.RENDAH, true)).isEqualTo("P7D");
        assertThat(budget.of(null, true)).isEqualTo("P7D");
        assertThat(budget.of(Risk.RENDAH, false)).isEqualTo("P30D");
    }
}
