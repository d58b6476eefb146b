package id.tuntas.sop;

import id.tuntas.sop.FieldCheck.Wrong;
import id.tuntas.sop.FormField.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.regex.Pattern;

/** A date, a time of day, or both, as form-js writes them: 2026-08-17, 09:30 and 2026-08-17T09:30, with an offset or not. */
final class DateCheck {

    private static final String TIME = "\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2})?";
    private static final Pattern DATE_SHAPE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME_SHAPE = Pattern.compile(TIME);
    private static final Pattern DATETIME_SHAPE = Pattern.compile(DATE_SHAPE + "T" + TIME);

    private DateCheck() {}

    static String check(String value, FormField field, LocalDate today) throws Wrong {
        try {
            TemporalAccessor parsed = parse(value, field.type());
            if (field.limits().futureOnly()
                    && field.type() != Type.TIME
                    && LocalDate.from(parsed).isBefore(today)) {
                throw new Wrong("tanggal tidak boleh sudah lewat.");
            }
            return value;
        } catch (DateTimeException e) {
            throw new Wrong(
                    switch (field.type()) {
                        case DATE -> "isi tanggal yang benar.";
                        case TIME -> "isi jam yang benar.";
                        default -> "isi tanggal dan jam yang benar.";
                    });
        }
    }

    private static TemporalAccessor parse(String value, Type type) {
        return switch (type) {
            case DATE -> DateTimeFormatter.ISO_LOCAL_DATE.parse(shaped(value, DATE_SHAPE), LocalDate::from);
            case TIME ->
                DateTimeFormatter.ISO_TIME.parseBest(shaped(value, TIME_SHAPE), OffsetTime::from, LocalTime::from);
            default ->
                DateTimeFormatter.ISO_DATE_TIME.parseBest(
                        shaped(value, DATETIME_SHAPE), OffsetDateTime::from, LocalDateTime::from);
        };
    }

    private static String shaped(String value, Pattern shape) {
        if (!shape.matcher(value).matches()) {
            throw new DateTimeException("not in the form's format");
        }
        return value;
    }
}
