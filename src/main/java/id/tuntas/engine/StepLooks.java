package id.tuntas.engine;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import id.tuntas.sop.FormSchema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What somebody who decides about rights has to know of a step. Asks for itself, whoever is signed in. */
@Component
public class StepLooks {

    private final JdbcClient db;
    private final RuntimeService instances;
    private final FormService forms;
    private final HistoryService history;
    private final IdentityService identities;

    /** A step and its form are deployed together and never change. */
    private final Cache<DeployedStep, Set<String>> shown =
            Caffeine.newBuilder().maximumSize(500).build();

    StepLooks(
            JdbcClient db,
            RuntimeService instances,
            FormService forms,
            HistoryService history,
            IdentityService identities) {
        this.db = db;
        this.instances = instances;
        this.forms = forms;
        this.history = history;
        this.identities = identities;
    }

    /** Empty if there is no such open step of a process. */
    public Optional<StepLook> of(String stepId) {
        return db.sql(
                        """
                        select t.id_, t.task_def_key_, t.proc_def_id_, t.proc_inst_id_, t.tenant_id_, t.assignee_,
                               e.root_proc_inst_id_,
                               v.text_ as case_number, v.type_ as number_type, v.text2_ as number_mark
                        from act_ru_task t
                        join act_ru_execution e on e.id_ = t.proc_inst_id_
                        left join act_ru_variable v on v.var_scope_ = t.proc_inst_id_ and v.name_ = 'nomorKasus'
                        where t.id_ = ?""")
                .param(stepId)
                .query((row, number) -> new Row(
                        row.getString("id_"),
                        row.getString("task_def_key_"),
                        row.getString("proc_def_id_"),
                        row.getString("proc_inst_id_"),
                        row.getString("root_proc_inst_id_"),
                        row.getString("tenant_id_"),
                        row.getString("assignee_"),
                        row.getString("case_number"),
                        row.getString("number_type"),
                        row.getString("number_mark")))
                .optional()
                .map(this::look);
    }

    /** Whether the person has taken a step of the case at any time: claimed it, and perhaps completed it. */
    public boolean hasWorkedOn(String userId, String rootProcessInstanceId) {
        return AsNobody.call(
                identities,
                () -> history.createHistoricTaskInstanceQuery()
                                .rootProcessInstanceId(rootProcessInstanceId)
                                .taskAssignee(userId)
                                .count()
                        > 0);
    }

    private StepLook look(Row row) {
        return new StepLook(
                row.stepId,
                row.stepKey,
                row.hasPlainNumber() ? row.caseNumber : opened(row.processInstanceId),
                row.root,
                row.district,
                row.assignee,
                shown.get(new DeployedStep(row.processDefinitionId, row.stepKey), step -> shownBy(row.stepId)));
    }

    /** By the engine, and by its name alone: asking the step would read, and decrypt, everything its scopes hold. */
    private String opened(String processInstanceId) {
        VariableInstance number = AsNobody.call(identities, () -> instances
                .createVariableInstanceQuery()
                .variableScopeIdIn(processInstanceId)
                .variableName("nomorKasus")
                .singleResult());
        return number == null || number.getValue() == null
                ? null
                : number.getValue().toString();
    }

    /** Nothing, if the step has no form. */
    private Set<String> shownBy(String stepId) {
        return AsNobody.call(identities, () -> formOf(stepId));
    }

    private Set<String> formOf(String stepId) {
        TaskFormData form = forms.getTaskFormData(stepId);
        if (form == null || form.getCamundaFormRef() == null) {
            return Set.of();
        }
        try (InputStream text = forms.getDeployedTaskForm(stepId)) {
            return Set.copyOf(FormSchema.parse(text.readAllBytes()).shown());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param caseNumber null, like its type, if the process knows none */
    private record Row(
            String stepId,
            String stepKey,
            String processDefinitionId,
            String processInstanceId,
            String root,
            String district,
            String assignee,
            String caseNumber,
            String numberType,
            String numberMark) {

        /** As every number has that we gave; what somebody typed may stand there sealed. */
        boolean hasPlainNumber() {
            return numberType == null || numberType.equals("string") && numberMark == null;
        }
    }

    private record DeployedStep(String processDefinitionId, String key) {}
}
