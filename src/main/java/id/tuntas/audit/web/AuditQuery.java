package id.tuntas.audit.web;

import id.tuntas.audit.AuditReader.About;
import id.tuntas.audit.AuditReader.Question;
import id.tuntas.shared.CaseNumber;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The question as it stands in the address. Texts are never null, empty if somebody left them out.
 *
 * @param key case number or user id, as typed
 * @param from first day, ISO-8601, in the auditor's zone
 * @param until last day, included
 */
record AuditQuery(About about, String key, String from, String until) {

    static AuditQuery of(About about, String key, String from, String until) {
        String typed = text(key);
        boolean number = about == About.CASE && CaseNumber.isValid(typed);
        return new AuditQuery(about, number ? CaseNumber.parse(typed).value() : typed, text(from), text(until));
    }

    boolean asked() {
        return !key.isEmpty();
    }

    /** The field that is wrong; empty if none is. */
    Optional<String> wrong() {
        if (about == About.CASE && asked() && !CaseNumber.isValid(key)) {
            return Optional.of("kunci");
        }
        if (!from.isEmpty() && day(from).isEmpty()) {
            return Optional.of("dari");
        }
        return !until.isEmpty() && day(until).isEmpty() ? Optional.of("sampai") : Optional.empty();
    }

    Question asked(String auditor, ZoneId zone) {
        return new Question(
                about,
                key,
                day(from).map(day -> day.atStartOfDay(zone).toInstant()).orElse(null),
                day(until)
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                        .orElse(null),
                auditor);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }

    private static String text(String typed) {
        return typed == null ? "" : typed.strip();
    }
}
