package id.tuntas.sop;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A user task and what it promises: the one place where owner, budget and ladder of a step are read. Texts an author
 * left out are empty, never null; {@link SopRules} refuses an SOP in which a needed one is missing.
 *
 * @param key id of the user task, for example {@code periksa-medis-visum}
 * @param name what people see
 * @param process id of the process
 * @param stage id of the enclosing embedded sub-process; null if the step stands in the process itself
 * @param layanan service of the MoU catalogue that performs it, or an expression such as {@code ${layananDirujuk}}
 * @param tenggat budget
 * @param kalender {@code terus} (round the clock) or {@code kerja} (working time of the agency)
 * @param dasarHukum legal basis
 * @param terkunci whether a district may not change the budget
 * @param eskalasi groups that are told when the step is late, first to last
 * @param pengingat share of the budget, in (0, 1], after which the owner is reminded
 * @param kelengkapan what the step needs
 * @param keluaran what the step makes
 * @param formRef id of its form; null if it has none
 */
public record Step(
        String key,
        String name,
        String process,
        String stage,
        String layanan,
        StepBudget tenggat,
        String kalender,
        String dasarHukum,
        boolean terkunci,
        List<String> eskalasi,
        double pengingat,
        String kelengkapan,
        String keluaran,
        String formRef) {

    /** Share of the budget after which the owner is reminded, where a step says nothing else. */
    public static final double STANDARD_REMINDER = 0.75;

    /** Reads a step; never fails on a value that does not fit, because the rules judge those. */
    public static Step of(UserTask task) {
        StepProperties properties = new StepProperties(task);
        return new Step(
                task.getId(),
                task.getName() == null ? "" : task.getName(),
                processOf(task),
                task.getParentElement() instanceof SubProcess stage ? stage.getId() : null,
                properties.get(StepProperties.SERVICE),
                budget(properties),
                properties.get(StepProperties.CALENDAR),
                properties.get(StepProperties.LEGAL_BASIS),
                Boolean.parseBoolean(properties.get(StepProperties.LOCKED)),
                properties.list(StepProperties.LADDER),
                reminder(properties.get(StepProperties.REMINDER)),
                properties.get(StepProperties.NEEDS),
                properties.get(StepProperties.MAKES),
                task.getCamundaFormRef());
    }

    private static StepBudget budget(StepProperties properties) {
        Map<String, String> perRisk = new HashMap<>();
        for (String risk : StepProperties.RISKS) {
            String budget = properties.get(StepProperties.BUDGET + "." + risk);
            if (!budget.isEmpty()) {
                perRisk.put(risk.toUpperCase(Locale.ROOT), budget);
            }
        }
        return new StepBudget(properties.get(StepProperties.BUDGET), perRisk);
    }

    private static double reminder(String share) {
        return StepRules.isShare(share) ? Double.parseDouble(share) : STANDARD_REMINDER;
    }

    private static String processOf(ModelElementInstance element) {
        ModelElementInstance around = element;
        while (around != null && !(around instanceof Process)) {
            around = around.getParentElement();
        }
        return around == null ? null : ((Process) around).getId();
    }
}
