package id.tuntas.engine;

import id.tuntas.vault.CaseKeys;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * What a case says, running or ended, for the one page that shows it outside of a step. Decides nothing about rights: who
 * asks has done that, and puts the look on record.
 */
@Component
public class CaseValues {

    private final HistoryService history;
    private final IdentityService identities;
    private final CaseKeys keys;

    CaseValues(HistoryService history, IdentityService identities, CaseKeys keys) {
        this.history = history;
        this.identities = identities;
        this.keys = keys;
    }

    /**
     * The values of these names as they stand now, or stood when the case ended; what was never said is missing. Texts,
     * numbers, truth values, dates and lists.
     *
     * @param processInstanceId root process instance of a case
     * @return empty if the case was erased
     */
    public Optional<Map<String, Object>> of(String processInstanceId, Collection<String> names) {
        if (keys.isErased(processInstanceId)) {
            return Optional.empty();
        }
        var values = Variables.createVariables();
        stored(processInstanceId, names).stream()
                // not the veils of open steps, see FormGuard
                .filter(value -> processInstanceId.equals(value.getActivityInstanceId()))
                .forEach(value -> values.putValueTyped(value.getName(), value.getTypedValue()));
        Map<String, Object> said = new HashMap<>(FormValues.plain(values));
        said.values().removeIf(value -> value == null || value.toString().isBlank());
        return Optional.of(said);
    }

    private List<HistoricVariableInstance> stored(String processInstanceId, Collection<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        return AsNobody.call(identities, () -> history.createHistoricVariableInstanceQuery()
                .processInstanceId(processInstanceId)
                .variableNameIn(names.toArray(String[]::new))
                .disableCustomObjectDeserialization()
                .list());
    }
}
