package id.tuntas.sla;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;

/** Reads what a date or date-time field of a form leaves behind. */
final class FormDate {

    private static final DateTimeFormatter ISO = DateTimeFormatter.ofPattern("yyyy-MM-dd['T'HH:mm[:ss[.SSS]][XXX]]");

    private FormDate() {}

    /**
     * A day becomes its first instant in the zone; a date-time without an offset is read in the zone.
     *
     * @param text ISO-8601 day or date-time, not null
     * @throws IllegalArgumentException if it is neither; the message does not repeat the value, it may be personal
     */
    static ZonedDateTime parse(String text, ZoneId zone) {
        try {
            TemporalAccessor parsed =
                    ISO.parseBest(text.strip(), ZonedDateTime::from, LocalDateTime::from, LocalDate::from);
            if (parsed instanceof ZonedDateTime exact) {
                return exact.withZoneSameInstant(zone);
            }
            return parsed instanceof LocalDateTime local ? local.atZone(zone) : ((LocalDate) parsed).atStartOfDay(zone);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "Expected a date (such as 2026-08-17), but the variable holds something else");
        }
    }
}
