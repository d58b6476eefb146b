package id.tuntas.notify;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** The kinds of letters and when one is due. The names are kept in the database. */
enum LetterKind {
    /** For managers, on Mondays, holidays too: the week begins for whoever answers for it. */
    WEEKLY,
    /** For whoever has steps, each day; on days off only those hear of it for whom danger is late. */
    DAILY,
    /** For the people of a step, when a manager reminds them of it; never by the clock alone. */
    REMINDER;

    static final LocalTime FROM = LocalTime.of(7, 30);

    /** A server that was down in the morning makes up for it until here; in the evening the figures are old news. */
    static final LocalTime UNTIL = LocalTime.of(18, 0);

    /** @param local the time of the district */
    boolean isDue(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        return !time.isBefore(FROM)
                && time.isBefore(UNTIL)
                && (this == DAILY || this == WEEKLY && local.getDayOfWeek() == DayOfWeek.MONDAY);
    }
}
