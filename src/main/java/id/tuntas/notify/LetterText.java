package id.tuntas.notify;

import id.tuntas.shared.District;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words of the letters: plain text, numbers and addresses of our own pages. */
@Component
class LetterText {

    /** Lists of the board; what they show now may have changed since the letter was written. */
    private static final String LIST = "/pantau/daftar?keadaan=";

    private static final String TASKLIST = "/camunda/app/tasklist/default/";
    private static final String ACCOUNT = "/akun";

    private final MessageSource messages;
    private final MailSettings settings;

    LetterText(MessageSource messages, MailSettings settings) {
        this.messages = messages;
        this.settings = settings;
    }

    /** Says nothing, because it is shown on locked screens. */
    String subject(Locale locale) {
        return text("digest.subject", locale);
    }

    String weekly(District district, LocalDate date, WeekFigures figures, Locale locale) {
        return body(
                List.of(
                        heading("digest.weekly", district, date, locale),
                        line("digest.weekly.late", figures.late(), LIST + "terlambat", locale),
                        line(
                                "digest.weekly.new",
                                figures.newlyLate(),
                                LIST + "pernah-terlambat&dari=" + date.minusWeeks(1),
                                locale),
                        line("digest.weekly.statutory", figures.statutory(), LIST + "melanggar-hukum", locale),
                        line(
                                "digest.weekly.due",
                                figures.dueThisWeek(),
                                LIST + "terbuka&dari=" + date + "&sampai=" + date.plusDays(6),
                                locale),
                        line("digest.weekly.waiting", figures.waiting(), LIST + "menunggu-saya", locale)),
                text("digest.footer", locale));
    }

    String daily(District district, LocalDate date, DayFigures figures, Locale locale) {
        return body(
                List.of(
                        heading("digest.daily", district, date, locale),
                        text("digest.daily.waiting", locale, figures.waiting()),
                        text("digest.daily.own", locale, figures.own()),
                        text("digest.daily.pressing", locale, figures.pressing()),
                        "\n" + text("digest.daily.open", locale) + "\n" + settings.address(TASKLIST)),
                text("digest.footer", locale) + "\n" + text("digest.daily.off", locale) + "\n"
                        + settings.address(ACCOUNT));
    }

    String reminderSubject(Locale locale) {
        return text("reminder.subject", locale);
    }

    String reminder(District district, LocalDate date, Locale locale) {
        return body(
                List.of(
                        heading("reminder.why", district, date, locale),
                        text("digest.daily.open", locale) + "\n" + settings.address(TASKLIST)),
                text("digest.footer", locale));
    }

    private String heading(String key, District district, LocalDate date, Locale locale) {
        String day = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", locale).format(date);
        return text(key, locale, district.name(), day) + "\n";
    }

    private String line(String key, long number, String path, Locale locale) {
        return text(key, locale, number) + "\n" + settings.address(path);
    }

    private static String body(List<String> lines, String footer) {
        return String.join("\n", lines) + "\n\n-- \n" + footer + "\n";
    }

    private String text(String key, Locale locale, Object... values) {
        return messages.getMessage(key, values, locale);
    }
}
