package id.tuntas.engine;

import static org.camunda.bpm.engine.impl.form.handler.DefaultFormHandler.FORM_REF_BINDING_DEPLOYMENT;

import id.tuntas.sop.FormSchema;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.CamundaFormRef;
import org.camunda.bpm.engine.form.FormData;
import org.camunda.bpm.engine.impl.cmd.GetCamundaFormDefinitionCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.CamundaFormDefinition;
import org.camunda.bpm.engine.variable.VariableMap;

/** Checks submitted answers against the deployed form, in the engine's transaction: a refusal rolls everything back. */
final class FormGuard {

    private static final byte[] NO_FIELDS = "{\"components\":[]}".getBytes(StandardCharsets.UTF_8);

    private final Clock clock;
    private final FormSchema noForm;
    /** What is deployed in one place never changes. */
    private final Map<Place, FormSchema> schemas = new ConcurrentHashMap<>();

    FormGuard(Clock clock) {
        this.clock = clock;
        this.noForm = FormSchema.parse(NO_FIELDS, clock);
    }

    /**
     * What may be stored of a submission.
     *
     * @throws StepRefusal naming each refused field
     */
    VariableMap admit(FormData form, VariableMap submitted, VariableScope scope) {
        FormSchema schema = schema(form);
        FormSchema.Checked checked =
                schema.check(FormValues.plain(submitted), FormValues.known(schema.variables(), scope));
        if (!checked.errors().isEmpty()) {
            throw StepRefusal.fields(checked.errors());
        }
        return FormValues.typed(checked.values());
    }

    /**
     * Hides from the step what was answered earlier to the fields that start empty: Tasklist fills a form from the
     * variables of the case, and yesterday's "threatened" must not be sent in again by a click.
     */
    void emptyFields(FormData form, TaskEntity step) {
        for (String key : schema(form).startingEmpty()) {
            // asked of its surroundings: a step that opens has nothing of its own yet, but would look for it
            if (step.getExecution().getVariable(key) != null) {
                step.setVariableLocal(key, null);
            }
        }
    }

    /** Takes the veil of {@link #emptyFields} away, so that answers reach the case and not the step alone. */
    void uncover(FormData form, TaskEntity step) {
        step.removeVariablesLocal(schema(form).startingEmpty());
    }

    /** A step without a form takes no answers. */
    private FormSchema schema(FormData form) {
        CamundaFormRef ref = form.getCamundaFormRef();
        if (ref == null) {
            return noForm;
        }
        if (!FORM_REF_BINDING_DEPLOYMENT.equals(ref.getBinding())) {
            return load(form);
        }
        Place place = new Place(form.getDeploymentId(), ref.getKey());
        FormSchema known = schemas.get(place);
        if (known == null) {
            known = load(form);
            schemas.put(place, known);
        }
        return known;
    }

    private FormSchema load(FormData form) {
        CamundaFormDefinition definition = Context.getCommandContext()
                .runWithoutAuthorization(
                        new GetCamundaFormDefinitionCmd(form.getCamundaFormRef(), form.getDeploymentId()));
        if (definition == null) {
            throw new ProcessEngineException(
                    "No form '" + form.getCamundaFormRef().getKey() + "' in deployment " + form.getDeploymentId());
        }
        return load(definition);
    }

    private FormSchema load(CamundaFormDefinition definition) {
        CommandContext engine = Context.getCommandContext();
        ResourceEntity resource = engine.getResourceManager()
                .findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), definition.getResourceName());
        try {
            return FormSchema.parse(resource.getBytes(), clock);
        } catch (IllegalArgumentException e) {
            throw new ProcessEngineException(definition.getResourceName() + ": " + e.getMessage(), e);
        }
    }

    private record Place(String deploymentId, String form) {}
}
