package id.tuntas.engine;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Plays cases of the demo as if they had happened in the days before: officers fill the real forms at the times of the
 * story, under the same rules and rights as in Tasklist, so that due dates and timers come out as they would have.
 *
 * <p>For the profile demo and its start only: the engine's clock is one for all threads.
 */
@Component
@Profile("demo")
public class Rehearsal {

    private final RepositoryService repository;
    private final FormService forms;
    private final TaskService tasks;
    private final HistoryService history;
    private final IdentityService engineIdentities;
    private final Identities identities;
    private final TransactionTemplate transaction;

    Rehearsal(
            RepositoryService repository,
            FormService forms,
            TaskService tasks,
            HistoryService history,
            IdentityService engineIdentities,
            Identities identities,
            TransactionTemplate transaction) {
        this.repository = repository;
        this.forms = forms;
        this.tasks = tasks;
        this.history = history;
        this.engineIdentities = engineIdentities;
        this.identities = identities;
        this.transaction = transaction;
    }

    /** Whether any instance of the process is running or has ended. */
    public boolean hasHappened(String process) {
        return history.createHistoricProcessInstanceQuery()
                        .processDefinitionKey(process)
                        .count()
                > 0;
    }

    /** Plays the whole story or, if anything in it is refused, nothing; afterwards it is now again. */
    public void play(Runnable story) {
        try {
            transaction.executeWithoutResult(status -> story.run());
        } finally {
            ClockUtil.reset();
        }
    }

    /**
     * Somebody starts the process with its form.
     *
     * @param answers by field key: text, numbers, booleans and lists of text
     * @return id of the process instance
     */
    public String start(Instant time, String user, String process, Map<String, Object> answers) {
        return as(user, time, () -> {
            String definition = repository
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult()
                    .getId();
            return forms.submitStartForm(definition, FormValues.typed(answers)).getId();
        });
    }

    /** Somebody claims an open step, and completes it with its form; answers as in {@link #start}. */
    public void complete(Instant time, String user, String instance, String step, Map<String, Object> answers) {
        as(user, time, () -> {
            String task =
                    tasks.createTaskQuery().processInstanceId(instance).taskDefinitionKey(step).listPage(0, 1).stream()
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException(user + " has no open step " + step))
                            .getId();
            tasks.claim(task, user);
            forms.submitTaskForm(task, FormValues.typed(answers));
            return task;
        });
    }

    private <T> T as(String user, Instant time, Supplier<T> work) {
        ClockUtil.setCurrentTime(Date.from(time));
        engineIdentities.setAuthentication(user, identities.groupsOf(user), identities.districtsOf(user));
        try {
            return work.get();
        } finally {
            engineIdentities.clearAuthentication();
        }
    }
}
