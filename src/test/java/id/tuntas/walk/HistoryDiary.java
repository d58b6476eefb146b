package id.tuntas.walk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.history.event.HistoricActivityInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the engine tells its history, one thing after the other, as far as it was committed. The history level of production
 * keeps the last value of a variable and the last holder of a step only; here the earlier ones are kept, too. Keeps nothing
 * before {@link #begin}.
 */
@Component
@Profile("!benchmark") // which measures the product alone
class HistoryDiary extends AbstractProcessEnginePlugin {

    private final AtomicLong count = new AtomicLong();
    private final List<Entry> entries = new ArrayList<>();
    private boolean open;

    void begin() {
        open = true;
    }

    void end() {
        open = false;
        entries.clear();
    }

    /** In the order in which they happened, also within one transaction. */
    List<Entry> entries() {
        entries.sort(Comparator.comparingLong(Entry::number));
        return entries;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<HistoryEventHandler> handlers = new ArrayList<>();
        handlers.add(new Keeper()); // before those who act upon an event, and so cause others
        if (engine.getCustomHistoryEventHandlers() != null) {
            handlers.addAll(engine.getCustomHistoryEventHandlers());
        }
        engine.setCustomHistoryEventHandlers(handlers);
    }

    private void keep(What what, String id, String root, String value, Instant due) {
        Entry entry =
                new Entry(count.incrementAndGet(), ClockUtil.getCurrentTime().toInstant(), what, id, root, value, due);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                entries.add(entry);
            }
        });
    }

    enum What {
        /** A variable of the case itself, not of something the case has called: the name is the id. */
        VARIABLE,
        TASK_BEGAN,
        TASK_CHANGED,
        TASK_ENDED,
        STAGE_BEGAN,
        STAGE_ENDED
    }

    /**
     * @param id of the task or activity instance, or name of the variable
     * @param root process instance of the case
     * @param value of the variable, {@code true} and {@code false} for truth values; or who holds the task; may be null
     * @param due of a task; may be null
     */
    record Entry(long number, Instant at, What what, String id, String root, String value, Instant due) {}

    private final class Keeper implements HistoryEventHandler {

        @Override
        public void handleEvent(HistoryEvent event) {
            if (!open) {
                return;
            }
            if (event instanceof HistoricVariableUpdateEventEntity variable) {
                variable(variable);
            } else if (event instanceof HistoricTaskInstanceEventEntity task) {
                task(task);
            } else if (event instanceof HistoricActivityInstanceEventEntity stage
                    && "subProcess".equals(stage.getActivityType())) {
                boolean ended = stage.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_END);
                if (ended || stage.isEventOfType(HistoryEventTypes.ACTIVITY_INSTANCE_START)) {
                    keep(
                            ended ? What.STAGE_ENDED : What.STAGE_BEGAN,
                            stage.getActivityInstanceId(),
                            stage.getRootProcessInstanceId(),
                            null,
                            null);
                }
            }
        }

        @Override
        public void handleEvents(List<HistoryEvent> events) {
            events.forEach(this::handleEvent);
        }

        private void variable(HistoricVariableUpdateEventEntity variable) {
            if (variable.getTaskId() == null
                    && variable.getRootProcessInstanceId() != null
                    && variable.getRootProcessInstanceId().equals(variable.getExecutionId())) {
                boolean gone = variable.isEventOfType(HistoryEventTypes.VARIABLE_INSTANCE_DELETE);
                String value = variable.getTextValue() != null || variable.getLongValue() == null
                        ? variable.getTextValue()
                        : String.valueOf(variable.getLongValue() == 1);
                keep(
                        What.VARIABLE,
                        variable.getVariableName(),
                        variable.getRootProcessInstanceId(),
                        gone ? null : value,
                        null);
            }
        }

        private void task(HistoricTaskInstanceEventEntity task) {
            What what = task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_CREATE)
                    ? What.TASK_BEGAN
                    : task.isEventOfType(HistoryEventTypes.TASK_INSTANCE_UPDATE) ? What.TASK_CHANGED : What.TASK_ENDED;
            keep(
                    what,
                    task.getTaskId(),
                    task.getRootProcessInstanceId(),
                    task.getAssignee(),
                    task.getDueDate() == null ? null : task.getDueDate().toInstant());
        }
    }
}
