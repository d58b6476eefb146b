package id.tuntas.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;

/**
 * What a serializer makes of a value, before it is sealed. Packed it is filled up to a multiple of 64 bytes, because the
 * length alone would tell "ya" from "tidak".
 */
final class PlainFields implements ValueFields {

    private static final int BLOCK = 64;

    private final String name;
    private String text;
    private String text2;
    private Long number;
    private Double decimal;
    private byte[] bytes;

    PlainFields(String name) {
        this.name = name;
    }

    static PlainFields copyOf(ValueFields fields) {
        PlainFields plain = new PlainFields(fields.getName());
        plain.text = fields.getTextValue();
        plain.text2 = fields.getTextValue2();
        plain.number = fields.getLongValue();
        plain.decimal = fields.getDoubleValue();
        plain.bytes = fields.getByteArrayValue();
        return plain;
    }

    void copyTo(ValueFields fields) {
        fields.setTextValue(text);
        fields.setTextValue2(text2);
        fields.setLongValue(number);
        fields.setDoubleValue(decimal);
        if (bytes != null || fields.getByteArrayValue() != null) {
            fields.setByteArrayValue(bytes);
        }
    }

    boolean isEmpty() {
        return Stream.of(text, text2, number, decimal, bytes).allMatch(field -> field == null);
    }

    byte[] pack() {
        ByteArrayOutputStream packed = new ByteArrayOutputStream(BLOCK);
        try (DataOutputStream out = new DataOutputStream(packed)) {
            write(out, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
            write(out, text2 == null ? null : text2.getBytes(StandardCharsets.UTF_8));
            out.writeBoolean(number != null);
            out.writeLong(number == null ? 0 : number);
            out.writeBoolean(decimal != null);
            out.writeDouble(decimal == null ? 0 : decimal);
            write(out, bytes);
            out.write(new byte[(BLOCK - out.size() % BLOCK) % BLOCK]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    static PlainFields unpack(String name, byte[] packed) {
        PlainFields plain = new PlainFields(name);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(packed))) {
            plain.text = text(read(in));
            plain.text2 = text(read(in));
            boolean hasNumber = in.readBoolean();
            long number = in.readLong();
            plain.number = hasNumber ? Long.valueOf(number) : null;
            boolean hasDecimal = in.readBoolean();
            double decimal = in.readDouble();
            plain.decimal = hasDecimal ? Double.valueOf(decimal) : null;
            plain.bytes = read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return plain;
    }

    private static void write(DataOutputStream out, byte[] field) throws IOException {
        out.writeInt(field == null ? -1 : field.length);
        if (field != null) {
            out.write(field);
        }
    }

    private static byte[] read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : in.readNBytes(length);
    }

    private static String text(byte[] utf8) {
        return utf8 == null ? null : new String(utf8, StandardCharsets.UTF_8);
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getTextValue() {
        return text;
    }

    @Override
    public void setTextValue(String value) {
        text = value;
    }

    @Override
    public String getTextValue2() {
        return text2;
    }

    @Override
    public void setTextValue2(String value) {
        text2 = value;
    }

    @Override
    public Long getLongValue() {
        return number;
    }

    @Override
    public void setLongValue(Long value) {
        number = value;
    }

    @Override
    public Double getDoubleValue() {
        return decimal;
    }

    @Override
    public void setDoubleValue(Double value) {
        decimal = value;
    }

    @Override
    public byte[] getByteArrayValue() {
        return bytes;
    }

    @Override
    public void setByteArrayValue(byte[] value) {
        bytes = value;
    }
}
