package id.tuntas.calendar;

import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import biweekly.io.text.ICalReader;
import biweekly.property.Status;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/**
 * Holidays as an iCalendar file (RFC 5545): each event is a whole day or several. Events at a time of the day are taken only
 * if they begin and end at midnight in the district, as some programs write whole days; half days need the CSV.
 */
final class HolidayIcs {

    private static final int MAX_EVENTS = 2_000;
    private static final int MAX_DAYS = 31;

    private final ZoneId zone;
    private final HolidayKind kind;
    private final Faults faults = new Faults();
    private final HolidayRules rules = new HolidayRules(faults);

    private HolidayIcs(ZoneId zone, HolidayKind kind) {
        this.zone = zone;
        this.kind = kind;
    }

    /**
     * @param zone of times that name no zone, and where a day must begin
     * @param kind of all the days, unless an event's category is another kind's key
     * @throws InvalidCalendarFile with every fault of the file
     */
    static List<Holiday> read(byte[] file, ZoneId zone, HolidayKind kind) {
        HolidayIcs ics = new HolidayIcs(zone, kind);
        ics.read(FileText.of(file));
        ics.faults.throwIfAny();
        return ics.rules.holidays();
    }

    private void read(String text) {
        Iterator<Integer> lines = linesOfEvents(text).iterator();
        int events = 0;
        try (ICalReader reader = new ICalReader(text)) {
            reader.setDefaultTimezone(TimeZone.getTimeZone(zone));
            for (ICalendar calendar = reader.readNext(); calendar != null; calendar = reader.readNext()) {
                for (ParseWarning warning : reader.getWarnings()) {
                    unreadable(warning);
                }
                for (VEvent event : calendar.getEvents()) {
                    add(lines.hasNext() ? lines.next() : 1, event);
                    events++;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (events == 0) {
            faults.add("Berkas tidak berisi acara (VEVENT). Pilih berkas iCalendar (.ics) yang berisi hari libur.");
        }
    }

    private void unreadable(ParseWarning warning) {
        String property = String.valueOf(warning.getPropertyName());
        if (property.startsWith("DT") && !property.equals("DTSTAMP")) {
            int line = warning.getLineNumber() == null ? 1 : warning.getLineNumber();
            faults.add(line, "isian %s tidak terbaca. Tulis tanggal seperti DTSTART;VALUE=DATE:20261225.", property);
        }
    }

    private void add(int line, VEvent event) {
        if (event.getStatus() != null && Status.cancelled().equals(event.getStatus())) {
            return;
        }
        if (event.getRecurrenceRule() != null
                || event.getRecurrenceId() != null
                || !event.getRecurrenceDates().isEmpty()) {
            faults.add(line, "acara %s berulang. Tulis setiap tanggal sebagai acara sendiri.", name(event));
        } else if (event.getDateStart() == null || event.getDateStart().getValue() == null) {
            faults.add(line, "acara %s tidak punya tanggal mulai (DTSTART).", name(event));
        } else {
            try {
                days(line, event);
            } catch (DateTimeException | ArithmeticException e) {
                faults.add(
                        line,
                        "acara %s punya tanggal yang tidak ada. Periksa DTSTART, DTEND, dan DURATION.",
                        name(event));
            }
        }
    }

    private void days(int line, VEvent event) {
        ICalDate start = event.getDateStart().getValue();
        ZonedDateTime first = local(start);
        ZonedDateTime end = end(event, first, start.hasTime());
        if (!isMidnight(first) || !isMidnight(end)) {
            faults.add(
                    line,
                    "acara %s punya jam. Hari libur harus sehari penuh; untuk setengah hari pakai berkas CSV.",
                    name(event));
            return;
        }
        LocalDate last = end.toLocalDate();
        if (!last.isAfter(first.toLocalDate())
                || last.isAfter(first.toLocalDate().plusDays(MAX_DAYS))) {
            faults.add(line, "acara %s harus 1 sampai %s hari. Periksa DTEND.", name(event), MAX_DAYS);
            return;
        }
        first.toLocalDate()
                .datesUntil(last)
                .forEach(date -> rules.add(line, Holiday.closed(date, name(event), kind(event))));
    }

    /** The first instant that is no longer part of it; RFC 5545: a whole day lasts one day if nothing else is said. */
    private ZonedDateTime end(VEvent event, ZonedDateTime first, boolean hasTime) {
        if (event.getDateEnd() != null && event.getDateEnd().getValue() != null) {
            return local(event.getDateEnd().getValue());
        }
        if (event.getDuration() != null && event.getDuration().getValue() != null) {
            return first.plus(Duration.ofMillis(event.getDuration().getValue().toMillis()));
        }
        return hasTime ? first : first.plusDays(1);
    }

    private ZonedDateTime local(ICalDate date) {
        DateTimeComponents parts = date.getRawComponents();
        // the library would make 2 March of 30 February
        LocalDate day = LocalDate.of(parts.getYear(), parts.getMonth(), parts.getDate());
        return date.hasTime() ? date.toInstant().atZone(zone) : day.atStartOfDay(zone);
    }

    private static boolean isMidnight(ZonedDateTime time) {
        return time.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    private static String name(VEvent event) {
        String name = event.getSummary() == null ? null : event.getSummary().getValue();
        return name == null ? "" : name.strip();
    }

    /** A half day's hours cannot be told by an event, so that kind is not taken from it. */
    private HolidayKind kind(VEvent event) {
        return event.getCategories().stream()
                .flatMap(categories -> categories.getValues().stream())
                .flatMap(category -> HolidayKind.of(category.strip().toLowerCase(Locale.ROOT)).stream())
                .filter(named -> named != HolidayKind.HALF_DAY)
                .findFirst()
                .orElse(kind);
    }

    /** @throws InvalidCalendarFile if there are too many to read */
    private static List<Integer> linesOfEvents(String text) {
        List<Integer> lines = new ArrayList<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (line.strip().equalsIgnoreCase("BEGIN:VEVENT")) {
                lines.add(number);
            }
        }
        if (lines.size() > MAX_EVENTS) {
            throw Faults.one("Berkas berisi lebih dari %s acara. Bagi menjadi beberapa berkas.", MAX_EVENTS);
        }
        return lines;
    }
}
