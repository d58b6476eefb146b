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
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;

/** Takes one case through the procedure: fills every form for its persona and fires every timer by hand. */
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
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey("penanganan-korban")
                .latestVersion()
                .singleResult();
        var form = engine.getFormService().getDeployedStartForm(definition.getId());
        engine.getIdentityService()
                .setAuthentication("petugas-pengaduan", List.of("petugas-pengaduan"), List.of(DISTRICT));
        try {
            instance = engine.getFormService().submitStartForm(definition.getId(), answers(form, Map.of()));
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        number = (String) engine.getRuntimeService().getVariable(instance.getId(), "nomorKasus");
        return instance;
    }

    String number() {
        return number;
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

    /** Fires the timer at the activity, which must be there exactly once. */
    CaseDriver fireTimer(String activity) {
        fire(engine.getManagementService()
                .createJobQuery()
                .activityId(activity)
                .processInstanceId(instance.getId())
                .singleResult());
        return this;
    }

    private boolean advance() {
        List<Task> tasks = tasks();
        if (late) {
            tasks.forEach(task -> timers().stream()
                    .filter(job -> job.getJobDefinitionId() != null && isClockOf(job, task))
                    .forEach(this::fire));
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

    private boolean isClockOf(Job job, Task task) {
        String activity = engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
        return activity.equals("batas-" + task.getTaskDefinitionKey());
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
