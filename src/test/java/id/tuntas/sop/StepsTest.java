package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.shared.Risk;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
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
                        "PT30M",
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
    void readsAStageAsItReadsAStep() {
        Sop.BpmnFile file = Sop.read(TinySop.valid().withStage().bundle(), new Findings()).bpmn().stream()
                .filter(one -> one.name().equals(TinySop.PROCESS))
                .findFirst()
                .orElseThrow();
        SubProcess stage = file.elements(SubProcess.class).stream()
                .filter(StageRules::hasClock)
                .findFirst()
                .orElseThrow();

        Step step = Step.of(stage);

        assertThat(step)
                .returns("TAHAP", Step::key)
                .returns("kasus", Step::process)
                .returns(null, Step::stage)
                .returns("", Step::layanan)
                .returns("", Step::respon)
                .returns(null, Step::formRef)
                .returns(List.of("kepala-uptd"), Step::eskalasi);
        assertThat(step.tenggat().of(Risk.TINGGI, false)).isEqualTo("P7D");
        assertThat(Steps.of(TinySop.valid().withStage().bundle()))
                .extracting(Step::key)
                .containsExactly("terima");
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
                        "| kasus |  | Terima (`terima`) | penerimaan-laporan | P3D, darurat PT2H | PT30M | kerja | UU 12/2022 | ya"
                                + " | penyelia-kasus → kepala-uptd | terima |");
    }

    @Test
    void theLimitForTraffickingVictimsBindsWhateverTheRisk() {
        StepBudget budget = new StepBudget("P14D", Map.of(Risk.RENDAH, "P30D"), "P7D");

        assertThat(budget.of(Risk.RENDAH, true)).isEqualTo("P7D");
        assertThat(budget.of(null, true)).isEqualTo("P7D");
        assertThat(budget.of(Risk.RENDAH, false)).isEqualTo("P30D");
    }

    @Test
    void aStepDeepInAStageBelongsToTheStage() {
        assertThat(Steps.of(SopBundle.fromClassPath()))
                .filteredOn(step -> step.key().equals("rujuk-layanan"))
                .extracting(Step::stage)
                .containsExactly("PENDAMPINGAN");
    }
}
