package id.tuntas.shared;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Finds the user task of the model an execution stands at, for beans that read what the step promises. */
public final class CurrentTask {

    private static final String MULTI_INSTANCE_BODY = "#multiInstanceBody";

    private CurrentTask() {}

    /**
     * The step of the model; of a multi-instance step that is the step itself, not the invisible frame around it.
     *
     * @throws IllegalStateException if the execution stands at something else
     */
    public static UserTask of(DelegateExecution execution) {
        if (activityOf(execution) instanceof UserTask task) {
            return task;
        }
        throw new IllegalStateException(execution.getCurrentActivityId() + " is no user task, so nobody owns it");
    }

    /**
     * As {@link #of}, or the stage (sub-process) of the model.
     *
     * @throws IllegalStateException if the execution stands at something else
     */
    public static Activity activityOf(DelegateExecution execution) {
        String activity = idOf(execution);
        ModelElementInstance element =
                activity == null ? null : execution.getBpmnModelInstance().getModelElementById(activity);
        if (element instanceof Activity found) {
            return found;
        }
        throw new IllegalStateException(activity + " is neither a step nor a stage, so it has no budget");
    }

    /** Id of that step or stage; null if the execution stands nowhere, as while a case is migrated. */
    public static String idOf(DelegateExecution execution) {
        String activity = execution.getCurrentActivityId();
        return activity == null ? null : activity.replace(MULTI_INSTANCE_BODY, "");
    }
}
