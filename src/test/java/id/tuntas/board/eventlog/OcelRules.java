package id.tuntas.board.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What OCEL 2.0 asks of a log in JSON, written out: the schema itself is not shipped. */
final class OcelRules {

    private static final Set<String> TYPES = Set.of("string", "time", "integer", "float", "boolean");

    private final JsonNode log;

    OcelRules(JsonNode log) {
        this.log = log;
    }

    void hold() {
        assertThat(names(log)).containsExactlyInAnyOrder("objectTypes", "eventTypes", "objects", "events");
        Map<String, Set<String>> objectTypes = types("objectTypes");
        Map<String, Set<String>> eventTypes = types("eventTypes");
        Set<String> objects = new HashSet<>();
        for (JsonNode object : log.get("objects")) {
            assertThat(names(object)).containsExactlyInAnyOrder("id", "type", "attributes", "relationships");
            assertThat(objects.add(object.get("id").asText()))
                    .as("%s twice", object)
                    .isTrue();
            Set<String> attributes = objectTypes.get(object.get("type").asText());
            assertThat(attributes).as("type of %s", object).isNotNull();
            for (JsonNode attribute : object.get("attributes")) {
                assertThat(names(attribute)).containsExactlyInAnyOrder("name", "time", "value");
                assertThat(attributes).contains(attribute.get("name").asText());
                OffsetDateTime.parse(attribute.get("time").asText());
            }
        }
        for (JsonNode object : log.get("objects")) {
            relations(object, objects);
        }
        Set<String> events = new HashSet<>();
        assertThat(log.get("events")).isNotEmpty();
        for (JsonNode event : log.get("events")) {
            assertThat(names(event)).containsExactlyInAnyOrder("id", "type", "time", "attributes", "relationships");
            assertThat(events.add(event.get("id").asText()))
                    .as("%s twice", event)
                    .isTrue();
            OffsetDateTime.parse(event.get("time").asText());
            Set<String> attributes = eventTypes.get(event.get("type").asText());
            assertThat(attributes).as("type of %s", event).isNotNull();
            for (JsonNode attribute : event.get("attributes")) {
                assertThat(names(attribute)).containsExactlyInAnyOrder("name", "value");
                assertThat(attributes).contains(attribute.get("name").asText());
            }
            assertThat(event.get("relationships")).isNotEmpty();
            relations(event, objects);
        }
        assertThat(events).doesNotContainAnyElementsOf(objects);
    }

    private Map<String, Set<String>> types(String field) {
        Map<String, Set<String>> types = new HashMap<>();
        for (JsonNode type : log.get(field)) {
            assertThat(names(type)).containsExactlyInAnyOrder("name", "attributes");
            Set<String> attributes = new HashSet<>();
            for (JsonNode attribute : type.get("attributes")) {
                assertThat(TYPES).contains(attribute.get("type").asText());
                attributes.add(attribute.get("name").asText());
            }
            assertThat(types.put(type.get("name").asText(), attributes)).isNull();
        }
        return types;
    }

    private static void relations(JsonNode owner, Set<String> objects) {
        for (JsonNode relation : owner.get("relationships")) {
            assertThat(names(relation)).containsExactlyInAnyOrder("objectId", "qualifier");
            assertThat(objects).contains(relation.get("objectId").asText());
            assertThat(relation.get("qualifier").asText()).isNotBlank();
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
