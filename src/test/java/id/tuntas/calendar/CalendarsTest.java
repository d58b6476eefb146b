package id.tuntas.calendar;

import static id.tuntas.testing.Fixtures.MANADO;
import static id.tuntas.testing.Fixtures.MANGGARAI_BARAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import id.tuntas.shared.Districts;
import id.tuntas.testing.EngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.annotation.Transactional;

/** The calendars of districts as the tables tell them. Each test rolls back what it changed. */
@EngineTest
@Transactional
@RecordApplicationEvents
class CalendarsTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final byte[] REGIONAL = bytes(
            "tanggal,nama,jenis,mulai,selesai\n2026-11-23,HUT,libur-daerah,,\n2026-11-24,HUT,setengah-hari,08:00,10:00\n");

    @Autowired
    Calendars calendars;

    @Autowired
    CalendarKeeping keeping;

    @Autowired
    CalendarTables tables;

    @Autowired
    Districts districts;

    @Autowired
    ShippedHolidays shipped;

    @Autowired
    ApplicationEvents events;

    @Test
    void aDistrictThatSetNothingHasTheStandardHoursInItsOwnZone() {
        WorkCalendar calendar = calendars.of(MANADO, null);

        assertThat(calendar.zone()).isEqualTo(WITA);
        // Friday 20 November 2026, 16:30 is the end; Monday begins at 07:30
        assertThat(hoursFrom(calendar, "2026-11-20T16:00", 60)).isEqualTo("2026-11-23T08:00");
        assertThat(calendars.of(MANADO, "tidak-dikenal")).isNotNull();
    }

    @Test
    void nationalHolidaysAndJointLeaveOf2026And2027AreThere() {
        // Thursday 24 December 2026 is joint leave, Friday Christmas; 1 January 2027 is a Friday
        assertThat(hoursFrom(calendars.of(MANADO, null), "2026-12-23T15:00", 120))
                .isEqualTo("2026-12-28T08:30");
        assertThat(hoursFrom(calendars.of(MANADO, null), "2026-12-31T15:30", 60))
                .isEqualTo("2027-01-04T08:00");
        assertThat(calendars.of(MANADO, null).isSettled(at("2026-01-01T00:00"), at("2027-12-31T23:59")))
                .isTrue();
        assertThat(calendars.of(MANADO, null).isSettled(at("2026-01-01T00:00"), at("2028-01-01T00:00")))
                .isFalse();
    }

    @Test
    void theShippedHolidaysComeOnceAndLeaveWhatAdministratorsEntered() throws Exception {
        keeping.addHoliday(null, "2026-12-25", "Natal (diubah)", "libur-nasional", "", "");
        keeping.addHoliday(null, "2028-01-01", "Tahun Baru", "libur-nasional", "", "");
        String version = tables.token();

        shipped.run(null);

        assertThat(tables.token()).isEqualTo(version);
        assertThat(tables.holidays("*"))
                .extracting(row -> row.holiday().name())
                .contains("Natal (diubah)", "Tahun Baru");
    }

    @Test
    void aNewShippedFileReplacesWhatCameWithTheOldOne() {
        int before = tables.holidays("*").size();

        shipped.ship(List.of(Holiday.closed(LocalDate.of(2026, 1, 2), "Lain", HolidayKind.NATIONAL)));

        assertThat(before).isEqualTo(51);
        assertThat(tables.holidays("*")).extracting(row -> row.holiday().name()).containsExactly("Lain");
    }

    @Test
    void aDistrictsOwnHolidaysCountInItAndNowhereElse() {
        assertThat(keeping.importHolidays(MANGGARAI_BARAT, REGIONAL, HolidayKind.REGIONAL))
                .isEqualTo(2);

        assertThat(hoursFrom(calendars.of(MANGGARAI_BARAT, null), "2026-11-20T16:00", 120))
                .isEqualTo("2026-11-24T09:30");
        assertThat(hoursFrom(calendars.of(MANADO, null), "2026-11-20T16:00", 120))
                .isEqualTo("2026-11-23T09:00");
        assertThat(events.stream(CalendarChanged.class)).containsExactly(new CalendarChanged(MANGGARAI_BARAT));
    }

    @Test
    void theSameFileAgainChangesNothing() {
        keeping.importHolidays(MANGGARAI_BARAT, REGIONAL, HolidayKind.REGIONAL);
        String version = tables.token();

        assertThat(keeping.importHolidays(MANGGARAI_BARAT, REGIONAL, HolidayKind.REGIONAL))
                .isZero();
        assertThat(tables.token()).isEqualTo(version);
        assertThat(events.stream(CalendarChanged.class)).hasSize(1);
    }

    @Test
    void aFileWithOneFaultStoresNothing() {
        assertThatExceptionOfType(InvalidCalendarFile.class)
                .isThrownBy(() -> keeping.importHolidays(
                        MANGGARAI_BARAT,
                        bytes(new String(REGIONAL, StandardCharsets.UTF_8) + "x,y,z\n"),
                        HolidayKind.REGIONAL));

        assertThat(tables.holidays(MANGGARAI_BARAT)).isEmpty();
        assertThat(events.stream(CalendarChanged.class)).isEmpty();
    }

    @Test
    void anAgencyMayBeOpenWhenTheOthersAreClosed() {
        String agency = districts.agencies(MANADO).get(0).id();
        byte[] always = bytes("hari,mulai,selesai\nsenin,00:00,24:00\nselasa,00:00,24:00\nrabu,00:00,24:00\n"
                + "kamis,00:00,24:00\njumat,00:00,24:00\nsabtu,00:00,24:00\nminggu,00:00,24:00\n");

        assertThat(keeping.importHours(MANADO, agency, always, false)).isTrue();
        assertThat(keeping.importHours(MANADO, agency, always, false)).isFalse();

        assertThat(hoursFrom(calendars.of(MANADO, agency), "2026-12-24T23:00", 120))
                .isEqualTo("2026-12-25T01:00");
        assertThat(hoursFrom(calendars.of(MANADO, null), "2026-12-24T23:00", 60))
                .isEqualTo("2026-12-28T08:30");
        assertThat(keeping.removeHours(MANADO, agency)).isTrue();
        assertThat(hoursFrom(calendars.of(MANADO, agency), "2026-12-24T23:00", 60))
                .isEqualTo("2026-12-28T08:30");
    }

    @Test
    void aDistrictsHoursHoldForItsAgenciesWithoutTheirOwn() {
        keeping.importHours(MANADO, null, bytes("hari,mulai,selesai\nsabtu,10:00,12:00\nsabtu,08:00,10:00\n"), true);

        assertThat(hoursFrom(calendars.of(MANADO, "rsud"), "2026-11-23T08:00", 60))
                .isEqualTo("2026-11-28T09:00");
        assertThat(keeping.importHours(
                        MANADO, null, bytes("hari,mulai,selesai\nsabtu,10:00,12:00\nsabtu,08:00,10:00\n"), true))
                .isFalse();
    }

    @Test
    void whatWasRolledBackIsForgotten() {
        WorkCalendar before = calendars.of(MANADO, null);
        keeping.addHoliday(MANADO, "2026-11-23", "HUT", "libur-daerah", "", "");
        assertThat(hoursFrom(calendars.of(MANADO, null), "2026-11-20T16:30", 60))
                .isEqualTo("2026-11-24T08:30");

        TestTransaction.end();

        assertThat(hoursFrom(calendars.of(MANADO, null), "2026-11-20T16:30", 60))
                .isEqualTo("2026-11-23T08:30");
        assertThat(before.zone()).isEqualTo(WITA);
    }

    @Test
    void aYearIsSettledOnceAndMayBeTakenBack() {
        assertThat(keeping.settle(2028, true)).isTrue();
        assertThat(keeping.settle(2028, true)).isFalse();
        assertThat(calendars.of(MANADO, null).isSettled(at("2028-01-01T00:00"), at("2028-12-31T00:00")))
                .isTrue();
        assertThat(keeping.settle(2028, false)).isTrue();
        assertThat(events.stream(CalendarChanged.class))
                .containsExactly(new CalendarChanged(null), new CalendarChanged(null));
        assertThatExceptionOfType(InvalidCalendarFile.class).isThrownBy(() -> keeping.settle(20280, true));
    }

    @Test
    void aShippedHolidayCannotBeTakenAway() {
        keeping.addHoliday(MANADO, "2026-11-23", "HUT", "libur-daerah", "", "");

        assertThat(keeping.removeHoliday(null, LocalDate.of(2026, 12, 25))).isFalse();
        assertThat(keeping.removeHoliday(MANADO, LocalDate.of(2026, 11, 23))).isTrue();
        assertThat(keeping.removeHoliday(MANADO, LocalDate.of(2026, 11, 23))).isFalse();
    }

    @Test
    void refusesADistrictOrAnAgencyThatIsNotThere() {
        assertThatIllegalArgumentException().isThrownBy(() -> calendars.of("antah-berantah", null));
        assertThatIllegalArgumentException().isThrownBy(() -> calendars.of(null, null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keeping.addHoliday("antah-berantah", "2026-11-23", "HUT", "libur-daerah", "", ""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> keeping.importHours(MANADO, "antah", bytes("hari,mulai,selesai\n"), true));
    }

    @Test
    void refusesATypedHolidayWithASentence() {
        assertThatExceptionOfType(InvalidCalendarFile.class)
                .isThrownBy(() -> keeping.addHoliday(MANADO, "besok", "HUT", "libur-daerah", "", ""))
                .withMessage("Tanggal “besok” tidak terbaca. Tulis tahun-bulan-tanggal, misalnya 2026-12-25.");
    }

    private static String hoursFrom(WorkCalendar calendar, String from, int minutes) {
        Instant end = calendar.advance(at(from), minutes * 60_000L, Measure.WORKING_HOURS);
        return end.atZone(WITA).toLocalDateTime().toString();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(WITA).toInstant();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
