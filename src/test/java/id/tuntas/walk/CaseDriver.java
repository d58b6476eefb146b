package id.tuntas.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * Takes one case through the procedure: fills every form for its persona and fires every timer by hand. Ladders of late
 * steps and requests for more time bear the number of the case, so they are part of it.
 */
final class CaseDriver {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_ROUNDS = 400;
    private static final String DISTRICT = "manggarai-barat";

    private final ProcessEngine engine;
    private final Persona persona;
    private boolean late;
    private ProcessInstance instance;
    private String number;

    CaseDriver(ProcessEngine engine, Persona persona) {
        this.engine = engine;
        this.persona = persona;
    }

    /** Every step runs out of time before somebody does it. */
    CaseDriver everythingLate() {
        late = true;
        return this;
    }

    ProcessInstance start() {
        String definition = latest("penanganan-korban");
        var form = engine.getFormService().getDeployedStartForm(definition);
        Map<String, Object> answers = answers(form, Map.of());
        instance = as("petugas-pengaduan", () -> engine.getFormService().submitStartForm(definition, answers));
        number = (String) engine.getRuntimeService().getVariable(instance.getId(), "nomorKasus");
        return instance;
    }

    /** Goes on with a case that somebody else opened. */
    CaseDriver takesOver(String received) {
        number = received;
        instance = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processDefinitionKey("penanganan-korban")
                .processInstanceBusinessKey(received)
                .singleResult();
        return this;
    }

    ProcessInstance instance() {
        return instance;
    }

    CaseDriver begin() {
        start();
        return this;
    }

    String number() {
        return number;
    }

    /** The companion reports an event of a case the way Tasklist offers it. */
    CaseDriver reported(Map<String, Object> answers) {
        var definition = latest("kejadian-kasus");
        as("pendamping-ppa", () -> engine.getFormService().submitStartForm(definition, answers));
        return this;
    }

    /** Something happens in the case, as {@code kejadian-kasus} would report it. */
    CaseDriver happens(Map<String, Object> event) {
        engine.getRuntimeService().setVariables(instance.getId(), event);
        return this;
    }

    /** Works until the step is open. */
    CaseDriver untilOpen(String step) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (tasks().stream().anyMatch(task -> task.getTaskDefinitionKey().equals(step))) {
                return this;
            }
            if (!advance()) {
                throw new AssertionError("The case stopped before " + step);
            }
        }
        throw new AssertionError("The case never came to " + step);
    }

    /** Completes one open step. */
    CaseDriver complete(String step) {
        complete(tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Step " + step + " is not open, but " + openSteps())));
        return this;
    }

    List<String> openSteps() {
        return tasks().stream().map(Task::getTaskDefinitionKey).toList();
    }

    /** Works until nothing is left; fails if the case then still waits for something. */
    CaseDriver untilEnded() {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            if (!advance()) {
                if (running()) {
                    throw new AssertionError("Case " + number + " waits for nobody at "
                            + engine.getRuntimeService().getActiveActivityIds(instance.getId()));
                }
                return this;
            }
        }
        throw new AssertionError("Case " + number + " goes on and on; open: " + openSteps());
    }

    /** A supervisor asks for a pause or more time for an open step the way Tasklist offers it. */
    CaseDriver asked(String step, String what, Map<String, Object> details) {
        return askedBy("penyelia-kasus", step, what, details);
    }

    CaseDriver askedBy(String user, String step, String what, Map<String, Object> details) {
        var definition = latest("atur-tenggat");
        Map<String, Object> answers = new HashMap<>(details);
        answers.putAll(Map.of("nomorKasus", number, "langkah", step, "permintaanTenggat", what));
        as(user, () -> engine.getFormService().submitStartForm(definition, answers));
        return this;
    }

    /** Somebody opens the case to himself in an emergency. */
    CaseDriver opensInAnEmergency(String user, String length) {
        var definition = latest("akses-darurat");
        Map<String, Object> answers = Map.of(
                "nomorKasus",
                number,
                "lamaAksesDarurat",
                length,
                "alasanAksesDarurat",
                "korban-dalam-bahaya",
                "uraianAksesDarurat",
                "Korban menelepon dan minta dijemput");
        as(user, () -> engine.getFormService().submitStartForm(definition, answers));
        return this;
    }

    /** Fires a timer of the case, its referrals and ladders; there must be exactly one. */
    CaseDriver fireTimer(String activity) {
        fire(timers().stream()
                .filter(job -> activityOf(job).equals(activity))
                .reduce((one, other) -> {
                    throw new AssertionError("Several timers at " + activity);
                })
                .orElseThrow(() -> new AssertionError("No timer at " + activity)));
        return this;
    }

    boolean hasTimer(String activity) {
        return timers().stream().anyMatch(job -> activityOf(job).equals(activity));
    }

    private <T> T as(String user, Supplier<T> action) {
        engine.getIdentityService().setAuthentication(user, List.of(user), List.of(DISTRICT));
        try {
            return action.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private String latest(String process) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(process)
                .latestVersion()
                .singleResult()
                .getId();
    }

    private boolean advance() {
        List<Task> tasks = tasks();
        if (late) {
            timers().stream()
                    .filter(job -> activityOf(job).startsWith("batas-"))
                    .forEach(this::fireIfStillThere);
        }
        if (!tasks.isEmpty()) {
            complete(tasks.get(0));
            return true;
        }
        return timers().stream()
                .min(Comparator.comparing(Job::getDuedate).thenComparing(Job::getId))
                .map(job -> {
                    fire(job);
                    return true;
                })
                .orElse(false);
    }

    private String activityOf(Job job) {
        return engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    /** A clock that ran out may have moved another one. */
    private void fireIfStillThere(Job job) {
        if (engine.getManagementService().createJobQuery().jobId(job.getId()).count() == 1) {
            fire(job);
        }
    }

    private void fire(Job job) {
        Date due = new Date(job.getDuedate().getTime() + 1000);
        if (due.after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(due);
        }
        engine.getManagementService().executeJob(job.getId());
    }

    private void complete(Task task) {
        var form = engine.getFormService().getDeployedTaskForm(task.getId());
        Map<String, Object> known = new HashMap<>(engine.getTaskService().getVariables(task.getId()));
        engine.getFormService().submitTaskForm(task.getId(), answers(form, known));
    }

    private Map<String, Object> answers(InputStream form, Map<String, Object> known) {
        try (form) {
            JsonNode schema = MAPPER.readTree(form);
            Map<String, Object> filled = persona.override(new HashMap<>(
                    new FormFiller(schema, ClockUtil.getCurrentTime().toInstant()).fill(known, persona)));
            filled.replaceAll((key, value) -> value instanceof List<?> list
                    ? SpinValues.jsonValue(MAPPER.valueToTree(list).toString()).create()
                    : value);
            return filled;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Task> tasks() {
        return engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).list().stream()
                .sorted(Comparator.comparing(Task::getCreateTime).thenComparing(Task::getTaskDefinitionKey))
                .toList();
    }

    private List<Job> timers() {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .stream()
                .flatMap(
                        one -> engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(one.getId())
                                .timers()
                                .list()
                                .stream())
                .toList();
    }

    private boolean running() {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .count()
                > 0;
    }
}
