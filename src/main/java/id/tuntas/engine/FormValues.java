package id.tuntas.engine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;

/** Between the engine's typed values and the plain values a form schema knows. */
final class FormValues {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String JSON_FORMAT = "application/json";

    /** Stands for a value that is of no type a form can have, and so is refused by every field. */
    private static final Object UNREADABLE = new Object();

    private FormValues() {}

    static Map<String, Object> plain(VariableMap submitted) {
        Map<String, Object> values = new HashMap<>();
        submitted.keySet().forEach(name -> values.put(name, plain(submitted.<TypedValue>getValueTyped(name))));
        return values;
    }

    static Map<String, Object> known(Collection<String> names, VariableScope scope) {
        Map<String, Object> values = new HashMap<>();
        for (String name : names) {
            Object value = plain(scope.<TypedValue>getVariableTyped(name, false));
            if (value != null && value != UNREADABLE) {
                values.put(name, value);
            }
        }
        return values;
    }

    /** Written anew: whatever else a client said about its values (transient, other types) is lost on purpose. */
    static VariableMap typed(Map<String, Object> checked) {
        VariableMap variables = Variables.createVariables();
        checked.forEach((name, value) -> variables.putValueTyped(name, typed(value)));
        return variables;
    }

    private static TypedValue typed(Object value) {
        if (value == null) {
            return Variables.untypedNullValue();
        }
        return value instanceof Collection<?> list
                ? SpinValues.jsonValue(write(list)).create()
                : Variables.untypedValue(value);
    }

    private static Object plain(TypedValue value) {
        if (value instanceof JsonValue json) {
            return read(json.getValueSerialized());
        }
        if (value instanceof ObjectValue object && object.getValueSerialized() != null) {
            return JSON_FORMAT.equals(object.getSerializationDataFormat())
                    ? read(object.getValueSerialized())
                    : UNREADABLE;
        }
        if (value instanceof ObjectValue object && object.isDeserialized()) {
            return object.getValue();
        }
        return value instanceof SerializableValue ? UNREADABLE : value == null ? null : value.getValue();
    }

    private static Object read(String json) {
        try {
            return json == null ? null : JSON.readValue(json, Object.class);
        } catch (JsonProcessingException e) {
            return UNREADABLE;
        }
    }

    private static String write(Collection<?> list) {
        try {
            return JSON.writeValueAsString(list);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of checked texts is always JSON", e);
        }
    }
}
