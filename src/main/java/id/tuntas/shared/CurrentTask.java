package id.tuntas.shared;

import org.camunda.bpm.engine.delegate.DelegateExecution;
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
        String activity = String.valueOf(execution.getCurrentActivityId()).replace(MULTI_INSTANCE_BODY, "");
        ModelElementInstance element = execution.getBpmnModelInstance().getModelElementById(activity);
        if (element instanceof UserTask task) {
            return task;
        }
        throw new IllegalStateException(activity + " is no user task, so it has neither an owner nor a budget");
    }
}
