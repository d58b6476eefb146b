package id.tuntas.sop;

import id.tuntas.shared.Risk;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A user task, or a stage with a clock of its own, and what it promises: the one place where owner, budget and ladder are
 * read. Texts an author left out are empty, never null; {@link SopRules} refuses an SOP in which a needed one is missing.
 *
 * @param key id of the user task or stage, for example {@code periksa-medis-visum} or {@code LAPORAN}
 * @param name what people see
 * @param process id of the process
 * @param stage id of the outermost embedded sub-process around it; null if it stands in the process itself
 * @param layanan service of the MoU catalogue that performs it, or an expression such as {@code ${layananDirujuk}};
 *     empty for a stage
 * @param tenggat budget
 * @param respon budget until somebody claims the step, shorter than each of {@code tenggat} and in the same calendar; empty
 *     if it has none
 * @param kalender {@code terus} (round the clock) or {@code kerja} (working time of the agency)
 * @param dasarHukum legal basis
 * @param terkunci whether a district may not change the budget
 * @param dasarHukumTppo legal basis of the budget for victims of trafficking; empty if they have none of their own
 * @param terkunciTppo whether a district may not change the budget for victims of trafficking
 * @param eskalasi groups that are told when the step is late, first to last
 * @param pengingat share of the budget, in (0, 1], after which the owner is reminded
 * @param kelengkapan what the step needs
 * @param keluaran what the step makes
 * @param formRef id of its form; null if it has none, as a stage
 */
public record Step(
        String key,
        String name,
        String process,
        String stage,
        String layanan,
        StepBudget tenggat,
        String respon,
        String kalender,
        String dasarHukum,
        boolean terkunci,
        String dasarHukumTppo,
        boolean terkunciTppo,
        List<String> eskalasi,
        double pengingat,
        String kelengkapan,
        String keluaran,
        String formRef) {

    static final String SERVICE = "layanan";
    static final String BUDGET = "tenggat";
    static final String RESPONSE = "tenggat.respon";
    static final String CALENDAR = "kalender";
    static final String LEGAL_BASIS = "dasarHukum";
    static final String LOCKED = "terkunci";
    static final String LADDER = "eskalasi";
    static final String REMINDER = "pengingat";
    static final String TRAFFICKING = ".tppo";
    static final String NEEDS = "kelengkapan";
    static final String MAKES = "keluaran";

    /** Share of the budget after which the owner is reminded, where a step says nothing else. */
    public static final double STANDARD_REMINDER = 0.75;

    /**
     * Reads a step or a stage; never fails on a value that does not fit, because the rules judge those.
     *
     * @param activity user task or embedded sub-process
     */
    public static Step of(Activity activity) {
        StepProperties properties = StepProperties.of(activity);
        return new Step(
                activity.getId(),
                activity.getName() == null ? "" : activity.getName(),
                processOf(activity),
                stageOf(activity),
                properties.find(SERVICE).orElse(""),
                budget(properties),
                properties.find(RESPONSE).orElse(""),
                properties.find(CALENDAR).orElse(""),
                properties.find(LEGAL_BASIS).orElse(""),
                Boolean.parseBoolean(properties.find(LOCKED).orElse("")),
                properties.find(LEGAL_BASIS + TRAFFICKING).orElse(""),
                Boolean.parseBoolean(properties.find(LOCKED + TRAFFICKING).orElse("")),
                properties.list(LADDER),
                reminder(properties.find(REMINDER).orElse("")),
                properties.find(NEEDS).orElse(""),
                properties.find(MAKES).orElse(""),
                activity instanceof UserTask task ? task.getCamundaFormRef() : null);
    }

    private static StepBudget budget(StepProperties properties) {
        Map<Risk, String> perRisk = new EnumMap<>(Risk.class);
        for (Risk risk : Risk.values()) {
            properties.find(BUDGET + "." + risk.suffix()).ifPresent(budget -> perRisk.put(risk, budget));
        }
        return new StepBudget(
                properties.find(BUDGET).orElse(""),
                perRisk,
                properties.find(BUDGET + TRAFFICKING).orElse(null));
    }

    private static double reminder(String share) {
        return ClockCheck.isShare(share) ? Double.parseDouble(share) : STANDARD_REMINDER;
    }

    private static String stageOf(ModelElementInstance element) {
        String stage = null;
        for (ModelElementInstance around = element.getParentElement();
                around instanceof SubProcess sub;
                around = around.getParentElement()) {
            stage = sub.getId();
        }
        return stage;
    }

    private static String processOf(ModelElementInstance element) {
        ModelElementInstance around = element;
        while (around != null && !(around instanceof Process)) {
            around = around.getParentElement();
        }
        return around == null ? null : ((Process) around).getId();
    }
}
