package id.tuntas.engine;

import org.camunda.bpm.engine.impl.variable.serializer.TypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.SerializableValue;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * A serializer of the engine whose result is sealed, under the same name.
 *
 * @param <T> as the serializer inside
 */
final class ProtectedSerializer<T extends TypedValue> implements TypedValueSerializer<T> {

    private final TypedValueSerializer<T> inside;
    private final Protection protection;

    ProtectedSerializer(TypedValueSerializer<T> inside, Protection protection) {
        this.inside = inside;
        this.protection = protection;
    }

    @Override
    public void writeValue(T value, ValueFields row) {
        if (isNeverStored(value)) {
            return;
        }
        PlainFields plain = new PlainFields(row.getName());
        inside.writeValue(value, plain);
        protection.write(plain, getType().isPrimitiveValueType(), row);
    }

    /** The engine hands a transient value around as it is; one that came as text it still has to read from the row. */
    private static boolean isNeverStored(TypedValue value) {
        return value.isTransient()
                && !(value instanceof SerializableValue serializable && !serializable.isDeserialized());
    }

    @Override
    public T readValue(ValueFields row, boolean deserialize, boolean asTransient) {
        return inside.readValue(protection.read(row), deserialize, asTransient);
    }

    /**
     * Never: the engine would serialize every list again at the end of each command that read it, see other bytes each
     * time and write a row. A list is changed by setting the variable.
     */
    @Override
    public boolean isMutableValue(T value) {
        return false;
    }

    @Override
    public String getName() {
        return inside.getName();
    }

    @Override
    public ValueType getType() {
        return inside.getType();
    }

    @Override
    public boolean canHandle(TypedValue value) {
        return inside.canHandle(value);
    }

    @Override
    public T convertToTypedValue(UntypedValueImpl value) {
        return inside.convertToTypedValue(value);
    }

    @Override
    public String getSerializationDataformat() {
        return inside.getSerializationDataformat();
    }
}
