package id.tuntas.sop;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.format.DateTimeParseException;

/** A timer that is not an expression is ISO-8601; the engine would notice only when a case gets there. */
final class TimerRules {

    private TimerRules() {}

    static void check(String file, XmlElement element, Findings findings) {
        if (!Vocabulary.BPMN.equals(element.namespace) || element.text().contains("${")) {
            return;
        }
        boolean sound =
                switch (element.name) {
                    case "timeDuration" -> isDuration(element.text());
                    case "timeDate" -> isDate(element.text());
                    case "timeCycle" -> isCycle(element.text());
                    default -> true;
                };
        if (!sound) {
            findings.add(
                    file,
                    element.nearestId(),
                    "waktu-tidak-sah",
                    "Waktu \"%s\" tidak sah; tulis misalnya PT24H, P3D, atau ${sla.dueAt(execution)}."
                            .formatted(Findings.shorten(element.text())),
                    "Time \"%s\" is not valid; write for example PT24H, P3D or ${sla.dueAt(execution)}."
                            .formatted(Findings.shorten(element.text())));
        }
    }

    private static boolean isDuration(String text) {
        try {
            boolean time = text.contains("T");
            return time
                    ? Duration.parse(text).compareTo(Duration.ZERO) > 0
                    : Period.parse(text).toTotalMonths() + Period.parse(text).getDays() > 0;
        } catch (DateTimeParseException | ArithmeticException e) {
            return false;
        }
    }

    private static boolean isDate(String text) {
        try {
            OffsetDateTime.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private static boolean isCycle(String text) {
        return text.matches("R[0-9]{0,4}/.+") && isDuration(text.substring(text.indexOf('/') + 1));
    }
}
