package id.tuntas.engine;

import id.tuntas.vault.CaseKeys;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a case knows about danger is copied to the processes it calls, referrals and ladders, and to the requests officers
 * make about its steps. When the case learns more, so do they, in the same transaction: their forms, decisions and the
 * card in Tasklist say what the case says. Only who was given a copy has one; nothing is written back to the case.
 */
@Component
class RiskCopies {

    private final CaseKeys keys;
    private final JdbcClient db;
    private final String caseProcess;

    RiskCopies(CaseKeys keys, JdbcClient db, @Value("${tuntas.case-process:penanganan-korban}") String caseProcess) {
        this.keys = keys;
        this.db = db;
        this.caseProcess = caseProcess;
    }

    /** @param change of a variable of a root process instance, which still runs */
    void follow(HistoricVariableUpdateEventEntity change) {
        CommandContext engine = Context.getCommandContext();
        String name = change.getVariableName();
        Object value = execution(change.getProcessInstanceId(), engine).getVariableLocal(name);
        Stream.concat(called(change.getProcessInstanceId(), engine), requests(change, engine))
                .filter(copy -> !copy.isEnded() && copy.hasVariableLocal(name))
                .filter(copy -> !Objects.equals(copy.getVariableLocal(name), value))
                .toList()
                .forEach(copy -> copy.setVariableLocal(name, value));
    }

    /** Processes the root has called and they have called, those included that the running transaction has called. */
    private Stream<ExecutionEntity> called(String root, CommandContext engine) {
        Stream<ExecutionEntity> stored = db
                .sql(
                        "select id_ from act_ru_execution where root_proc_inst_id_ = ? and parent_id_ is null and id_ <> ?")
                .params(root, root)
                .query(String.class)
                .list()
                .stream()
                .map(id -> execution(id, engine));
        Stream<ExecutionEntity> fresh =
                engine.getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                        .filter(ExecutionEntity::isProcessInstanceExecution)
                        .filter(one -> root.equals(one.getRootProcessInstanceId()) && !root.equals(one.getId()));
        return Stream.concat(stored, fresh).filter(Objects::nonNull).distinct();
    }

    /**
     * Processes somebody started on his own to say something about the case. Each is a root as well: the change is one of
     * its own, moves its clocks and goes on to its ladders.
     */
    private Stream<ExecutionEntity> requests(HistoricVariableUpdateEventEntity change, CommandContext engine) {
        List<String> about = caseProcess.equals(change.getProcessDefinitionKey())
                ? keys.othersOf(change.getProcessInstanceId())
                : List.of();
        return about.stream().map(id -> execution(id, engine)).filter(Objects::nonNull);
    }

    /** Null if it has ended. */
    private static ExecutionEntity execution(String id, CommandContext engine) {
        return engine.getExecutionManager().findExecutionById(id);
    }
}
