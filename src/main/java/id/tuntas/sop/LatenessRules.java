package id.tuntas.sop;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * A late step is seen: it carries a timer that does not interrupt it and ends in an escalation named after the step,
 * and somebody catches that escalation. So does a stage that promises to be done in time.
 */
final class LatenessRules implements Rule {

    static final String DUE_AT = "${sla.dueAt(execution)}";

    /** The step that handles lateness; a clock on it would handle itself for ever. */
    static final String HANDLER_STEP = "tindak-lanjut-keterlambatan";

    /** Steps that belong to a rung of a ladder, not to the partner that performs a service. */
    static final Set<String> STEPS_OF_A_RUNG = Set.of(HANDLER_STEP, "setujui-perpanjangan", "tinjau-akses-darurat");

    @Override
    public void check(Sop sop, Findings findings) {
        Set<String> caught = caught(sop);
        for (Sop.BpmnFile file : sop.bpmn()) {
            Set<String> clocked = clockedSteps(file);
            file.elements(UserTask.class).stream()
                    .filter(task -> !task.getId().equals(HANDLER_STEP))
                    .forEach(task -> check(file.name(), task, clocked, caught, findings));
            file.elements(SubProcess.class).stream()
                    .filter(StageRules::hasClock)
                    .forEach(stage -> check(file.name(), stage, clocked, caught, findings));
            file.elements(BoundaryEvent.class).stream()
                    .filter(LatenessRules::isClock)
                    .forEach(clock -> budgetOf(clock, file.name(), findings));
        }
    }

    private static void check(String file, Activity late, Set<String> clocked, Set<String> caught, Findings findings) {
        boolean isStep = late instanceof UserTask;
        if (!clocked.contains(late.getId())) {
            findings.add(
                    file,
                    late.getId(),
                    isStep ? "langkah-tanpa-pengatur-waktu" : "tahap-tanpa-pengatur-waktu",
                    "%s perlu timer tepi yang tidak menyela (%s) menuju akhir eskalasi dengan kode \"%s\"."
                            .formatted(isStep ? "Langkah" : "Tahap", DUE_AT, late.getId()),
                    "The %s needs a non-interrupting boundary timer (%s) leading to an escalation end with code \"%s\"."
                            .formatted(isStep ? "step" : "stage", DUE_AT, late.getId()));
        }
        if (!caught.contains(Step.of(late).process())) {
            findings.add(
                    file,
                    late.getId(),
                    "eskalasi-tanpa-penangkap",
                    "Tidak ada sub-proses kejadian yang menangkap eskalasi %s ini; tambahkan, tanpa kode."
                            .formatted(isStep ? "langkah" : "tahap"),
                    "No event sub-process catches the escalation of this %s; add one without a code."
                            .formatted(isStep ? "step" : "stage"));
        }
    }

    /** A clock that finds no budget would fail when the first case comes by. */
    private static void budgetOf(BoundaryEvent clock, String file, Findings findings) {
        Activity host = clock.getAttachedTo();
        if (host instanceof UserTask || host instanceof SubProcess stage && StageRules.hasClock(stage)) {
            return; // a step without a budget is told by StepRules
        }
        findings.add(
                file,
                clock.getId(),
                "timer-tanpa-tenggat",
                "Timer ini menghitung tenggat, tetapi yang ditempelinya tidak punya properti tenggat; isi tenggat tahap"
                        + " itu atau hapus timernya.",
                "This timer counts a budget, but what it stands at has no property tenggat; give that stage one or"
                        + " remove the timer.");
    }

    /** Steps with a clock at their edge that ends in an escalation of the step's own name. */
    private static Set<String> clockedSteps(Sop.BpmnFile file) {
        Map<String, List<SequenceFlow>> ways = file.waysOut();
        Set<String> clocked = new HashSet<>();
        for (BoundaryEvent event : file.elements(BoundaryEvent.class)) {
            String step = String.valueOf(event.getAttributeValue("attachedToRef"));
            if (isClock(event) && escalates(ways.getOrDefault(String.valueOf(event.getId()), List.of()), step)) {
                clocked.add(step);
            }
        }
        return clocked;
    }

    private static boolean isClock(BoundaryEvent event) {
        return !event.cancelActivity()
                && event.getEventDefinitions().stream()
                        .filter(TimerEventDefinition.class::isInstance)
                        .map(TimerEventDefinition.class::cast)
                        .anyMatch(timer -> isDueAt(timer));
    }

    private static boolean isDueAt(TimerEventDefinition timer) {
        String date = timer.getTimeDate() == null ? null : timer.getTimeDate().getTextContent();
        String duration =
                timer.getTimeDuration() == null ? null : timer.getTimeDuration().getTextContent();
        return date != null && date.strip().equals(DUE_AT)
                || duration != null && duration.strip().equals(DUE_AT);
    }

    private static boolean escalates(List<SequenceFlow> ways, String step) {
        return ways.stream()
                .map(SequenceFlow::getTarget)
                .filter(EndEvent.class::isInstance)
                .flatMap(end -> ((EndEvent) end).getEventDefinitions().stream())
                .filter(EscalationEventDefinition.class::isInstance)
                .map(definition -> ((EscalationEventDefinition) definition).getEscalation())
                .anyMatch(escalation -> step.equals(codeOf(escalation)));
    }

    /** Processes whose escalations reach a catching event sub-process, their own or one of a caller. */
    private static Set<String> caught(Sop sop) {
        Set<String> caught = new HashSet<>();
        sop.bpmn().forEach(file -> file.elements(StartEvent.class).stream()
                .filter(LatenessRules::catchesEveryEscalation)
                .forEach(start -> file.processes().forEach(process -> caught.add(process.getId()))));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Sop.BpmnFile file : sop.bpmn()) {
                boolean caller = file.processes().stream().anyMatch(process -> caught.contains(process.getId()));
                for (CallActivity call : file.elements(CallActivity.class)) {
                    grown |= caller && call.getCalledElement() != null && caught.add(call.getCalledElement());
                }
            }
        }
        return caught;
    }

    static boolean catchesEveryEscalation(StartEvent start) {
        return start.getEventDefinitions().stream()
                .filter(EscalationEventDefinition.class::isInstance)
                .map(definition -> ((EscalationEventDefinition) definition).getEscalation())
                .anyMatch(escalation -> codeOf(escalation) == null);
    }

    private static String codeOf(Escalation escalation) {
        return escalation == null ? null : escalation.getEscalationCode();
    }
}
