package id.tuntas.sop;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;

/**
 * A late step is seen: it carries a timer that does not interrupt it and ends in an escalation named after the step,
 * and somebody catches that escalation.
 */
final class LatenessRules implements Rule {

    static final String DUE_AT = "${sla.dueAt(execution)}";

    /** The step that handles lateness; a clock on it would handle itself for ever. */
    static final String HANDLER_STEP = "tindak-lanjut-keterlambatan";

    @Override
    public void check(Sop sop, Findings findings) {
        Set<String> caught = caught(sop);
        for (Sop.BpmnFile file : sop.bpmn()) {
            Set<String> clocked = clockedSteps(file);
            for (UserTask task : file.elements(UserTask.class)) {
                if (!task.getId().equals(HANDLER_STEP)) {
                    check(file.name(), task, clocked, caught, findings);
                }
            }
        }
    }

    private static void check(String file, UserTask task, Set<String> clocked, Set<String> caught, Findings findings) {
        if (!clocked.contains(task.getId())) {
            findings.add(
                    file,
                    task.getId(),
                    "langkah-tanpa-pengatur-waktu",
                    ("Langkah perlu timer tepi yang tidak menyela (%s) menuju akhir eskalasi dengan kode \"%s\".")
                            .formatted(DUE_AT, task.getId()),
                    "The step needs a non-interrupting boundary timer (%s) leading to an escalation end with code \"%s\"."
                            .formatted(DUE_AT, task.getId()));
        }
        String process = Step.of(task).process();
        if (!caught.contains(process)) {
            findings.add(
                    file,
                    task.getId(),
                    "eskalasi-tanpa-penangkap",
                    "Tidak ada sub-proses kejadian yang menangkap eskalasi langkah ini; tambahkan, tanpa kode.",
                    "No event sub-process catches the escalation of this step; add one without a code.");
        }
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

    private static boolean catchesEveryEscalation(StartEvent start) {
        return start.getEventDefinitions().stream()
                .filter(EscalationEventDefinition.class::isInstance)
                .map(definition -> ((EscalationEventDefinition) definition).getEscalation())
                .anyMatch(escalation -> codeOf(escalation) == null);
    }

    private static String codeOf(Escalation escalation) {
        return escalation == null ? null : escalation.getEscalationCode();
    }
}
