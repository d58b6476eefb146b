package id.tuntas.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final ObjectMapper json = new ObjectMapper();
    private final Redaction redaction = new Redaction(Set.of("nomorKasus")::contains);

    @ParameterizedTest
    @ValueSource(
            strings = {
                // a map of variables, as a task's form or an instance gives it
                "{'korbanNama': {'type': 'String', 'value': 'Mawar', 'valueInfo': {}}}",
                // a list of variable instances, of the engine or its history
                "[{'id': '1', 'name': 'korbanNama', 'value': 'Mawar', 'type': 'String', 'valueInfo': {}}]",
                "[{'variableName': 'korbanNama', 'value': 'Mawar', 'variableTypeName': 'string'}]",
                // one that names a free value after a secret one, and the other way round
                "{'nomorKasus': {'name': 'korbanNama', 'type': 'String', 'value': 'Mawar'}}",
                "{'variableName': 'korbanNama', 'name': 'nomorKasus', 'value': 'Mawar', 'type': 'String'}",
                // inputs and outputs of a decision
                "[{'inputs': [{'clauseName': 'usia', 'value': 'Mawar', 'type': 'String'}]}]",
                // cards of a list
                "{'_embedded': {'task': [{'_embedded': {'variable': [{'name': 'korbanNama', 'value': 'Mawar', 'type': 'String'}]}}]}}",
                // values that are lists and objects
                "{'korban': {'type': 'Json', 'value': '[\"Mawar\"]', 'valueInfo': {}}}",
                "{'korban': {'type': 'Object', 'value': {'nama': 'Mawar'}, 'valueInfo': {'objectTypeName': 'x'}}}",
                "[[[{'deep': {'deeper': {'korbanNama': {'value': 'Mawar', 'valueInfo': {}}}}}]]]",
                "[{'value': 'Mawar', 'type': 'String'}]"
            })
    void takesASecretValueOutWhereverItStands(String answer) throws Exception {
        JsonNode body = json.readTree(answer.replace('\'', '"').replace("[\"Mawar\"]", "[Mawar]"));
        redaction.apply(body);
        assertThat(body.toString()).doesNotContain("Mawar");
        assertThat(redaction.changed()).isTrue();
        assertThat(redaction.shown()).isEmpty();
    }

    @Test
    void leavesWhatMayBeSeenAndSaysItsName() throws Exception {
        String answer = "{\"nomorKasus\":{\"type\":\"String\",\"value\":\"MB-1\",\"valueInfo\":{}}}";
        JsonNode body = json.readTree(answer);
        redaction.apply(body);
        assertThat(body.toString()).isEqualTo(answer);
        assertThat(redaction.changed()).isFalse();
        assertThat(redaction.shown()).containsExactly("nomorKasus");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":\"1\",\"name\":\"Terima laporan\",\"assignee\":null}]",
                "{\"count\":3}",
                "[{\"name\":\"activity-instance-start\",\"timestamp\":\"x\",\"value\":3}]",
                "{\"result\":7}",
                "[]",
                "\"text\"",
                "7"
            })
    void leavesAnswersWithoutVariablesAsTheyAre(String answer) throws Exception {
        JsonNode body = json.readTree(answer);
        redaction.apply(body);
        assertThat(body.toString()).isEqualTo(answer);
        assertThat(redaction.changed()).isFalse();
    }
}
