package id.tuntas.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody uploads is either taken or refused with sentences; no file breaks the readers. */
class BrokenFilesPropertyTest {

    private static final String ICS =
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            DTSTART;VALUE=DATE:20260701
            DTEND;VALUE=DATE:20260703
            DURATION:P1D
            SUMMARY:HUT
            CATEGORIES:cuti-bersama
            END:VEVENT
            BEGIN:VEVENT
            DTSTART;TZID=Asia/Jakarta:20260930T230000
            STATUS:CANCELLED
            END:VEVENT
            END:VCALENDAR
            """;
    private static final String CSV =
            "tanggal,nama,jenis,mulai,selesai\n2026-12-25,\"Natal, 1\",setengah-hari,07:30,24:00\n";
    private static final String HOURS = "hari,mulai,selesai\nsenin,07:30,12:00\nsenin,13:00,24:00\n";

    @Property(tries = 2_000)
    void refusesEventsWithSentences(@ForAll("events") String text) {
        isTakenOrRefused(() -> HolidayIcs.read(bytes(text), ZoneId.of("Asia/Jakarta"), HolidayKind.REGIONAL));
    }

    @Property(tries = 1_000)
    void refusesTablesWithSentences(@ForAll("tables") String text) {
        isTakenOrRefused(() -> HolidayCsv.read(bytes(text)));
    }

    @Property(tries = 1_000)
    void refusesOfficeHoursWithSentences(@ForAll("hours") String text) {
        isTakenOrRefused(() -> OfficeHoursCsv.read(bytes(text)));
    }

    @Provide
    Arbitrary<String> events() {
        return broken(ICS);
    }

    @Provide
    Arbitrary<String> tables() {
        return broken(CSV);
    }

    @Provide
    Arbitrary<String> hours() {
        return broken(HOURS);
    }

    /** The text with something else at a random place, up to three times. */
    private static Arbitrary<String> broken(String text) {
        Arbitrary<Integer> places = Arbitraries.integers().between(0, text.length() - 1);
        Arbitrary<String> pieces = Arbitraries.oneOf(
                Arbitraries.of("", "\n", "\"", ",", ";", ":", "99999999", "-1", "P", "T", "Z", "%s", "BEGIN:VEVENT\n"),
                Arbitraries.strings().ofMaxLength(4));
        Arbitrary<Integer> lengths = Arbitraries.integers().between(0, 12);
        Arbitrary<Change> changes = Combinators.combine(places, lengths, pieces).as(Change::new);
        return changes.list().ofMinSize(1).ofMaxSize(3).map(all -> {
            String changed = text;
            for (Change change : all) {
                changed = change.in(changed);
            }
            return changed;
        });
    }

    private record Change(int place, int length, String piece) {

        String in(String text) {
            int from = Math.min(place, text.length());
            return text.substring(0, from) + piece + text.substring(Math.min(from + length, text.length()));
        }
    }

    private static void isTakenOrRefused(Runnable reading) {
        try {
            reading.run();
        } catch (InvalidCalendarFile e) {
            assertThat(e.faults()).isNotEmpty().allSatisfy(fault -> assertThat(fault)
                    .isNotBlank());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
