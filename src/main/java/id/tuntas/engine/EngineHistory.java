package id.tuntas.engine;

import id.tuntas.sla.ClockSubject.Kind;
import id.tuntas.sla.StepHistory;
import id.tuntas.sop.Step;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Reads steps and stages from the engine's history, page by page. */
@Component
class EngineHistory implements StepHistory {

    private static final int PAGE = 500;

    private final HistoryService history;
    private final RepositoryService repository;

    EngineHistory(HistoryService history, RepositoryService repository) {
        this.history = history;
        this.repository = repository;
    }

    @Override
    public void each(Consumer<Opened> reader) {
        pages(
                first -> history.createHistoricTaskInstanceQuery()
                        .orderByTaskId()
                        .asc()
                        .listPage(first, PAGE),
                task -> {
                    if (hasBudget(task.getProcessDefinitionId(), task.getTaskDefinitionKey())) {
                        reader.accept(step(task));
                    }
                });
        pages(
                first -> history.createHistoricActivityInstanceQuery()
                        .activityType("subProcess")
                        .orderByHistoricActivityInstanceId()
                        .asc()
                        .listPage(first, PAGE),
                stage -> {
                    if (hasBudget(stage.getProcessDefinitionId(), stage.getActivityId())) {
                        reader.accept(stage(stage));
                    }
                });
    }

    private static <T> void pages(IntFunction<List<T>> query, Consumer<T> reader) {
        int first = 0;
        List<T> page = query.apply(first);
        while (!page.isEmpty()) {
            page.forEach(reader);
            first += page.size();
            page = query.apply(first);
        }
    }

    private boolean hasBudget(String processDefinitionId, String stepId) {
        if (processDefinitionId == null) {
            return false;
        }
        ModelElementInstance element =
                repository.getBpmnModelInstance(processDefinitionId).getModelElementById(stepId);
        return element instanceof Activity activity
                && !Step.of(activity).tenggat().standard().isEmpty();
    }

    private static Opened step(HistoricTaskInstance task) {
        return new Opened(
                task.getId(),
                Kind.LANGKAH,
                task.getRootProcessInstanceId(),
                task.getProcessDefinitionId(),
                task.getTaskDefinitionKey(),
                instant(task.getEndTime()),
                "completed".equals(task.getDeleteReason()),
                instant(task.getDueDate()),
                task.getAssignee());
    }

    private static Opened stage(HistoricActivityInstance stage) {
        return new Opened(
                stage.getId(),
                Kind.TAHAP,
                stage.getRootProcessInstanceId(),
                stage.getProcessDefinitionId(),
                stage.getActivityId(),
                instant(stage.getEndTime()),
                stage.getEndTime() != null && !stage.isCanceled(),
                null,
                null);
    }

    private static Instant instant(Date date) {
        return date == null ? null : date.toInstant();
    }
}
