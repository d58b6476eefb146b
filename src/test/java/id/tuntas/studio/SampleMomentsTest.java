package id.tuntas.studio;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.calendar.Holiday;
import id.tuntas.calendar.HolidayKind;
import id.tuntas.studio.SampleMoment.Kind;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class SampleMomentsTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final List<Holiday> HOLIDAYS = List.of(
            day("2026-12-24", "Cuti bersama Natal", HolidayKind.JOINT_LEAVE),
            day("2026-12-25", "Natal", HolidayKind.NATIONAL),
            day("2027-02-25", "Hari jadi daerah", HolidayKind.REGIONAL),
            day("2027-03-09", "Cuti bersama Idulfitri", HolidayKind.JOINT_LEAVE),
            day("2027-03-10", "Idulfitri 1448 Hijriah", HolidayKind.NATIONAL),
            day("2027-03-11", "Idulfitri 1448 Hijriah", HolidayKind.NATIONAL));

    @Test
    void areFiveMomentsThatLieAhead() {
        assertThat(moments("2026-11-22T09:00", HOLIDAYS))
                .extracting(SampleMoment::kind, moment -> moment.start().toLocalDateTime())
                .containsExactly(
                        tuple(Kind.FRIDAY_AFTERNOON, "2026-11-27T16:40"),
                        tuple(Kind.NIGHT_BEFORE_LEBARAN, "2027-03-09T20:00"),
                        tuple(Kind.REGIONAL_HOLIDAY, "2027-02-25T10:00"),
                        tuple(Kind.SUNDAY_EMERGENCY, "2026-11-22T22:15"),
                        tuple(Kind.ORDINARY_TUESDAY, "2026-11-24T10:00"));
    }

    @Test
    void comeAWeekLaterWhenTheirTimeOfTheDayIsOver() {
        assertThat(moment("2026-11-27T16:40", HOLIDAYS, Kind.FRIDAY_AFTERNOON)).hasToString("2026-12-04T16:40");
        assertThat(moment("2026-11-22T23:00", HOLIDAYS, Kind.SUNDAY_EMERGENCY)).hasToString("2026-11-29T22:15");
    }

    @Test
    void takeAFridayOnWhichTheOfficeIsOpen() {
        assertThat(moment("2026-12-20T09:00", HOLIDAYS, Kind.FRIDAY_AFTERNOON)).hasToString("2027-01-01T16:40");
    }

    @Test
    void computeLebaranUntilItIsDecreed() {
        SampleMoment eve = moments("2027-03-10T09:00", HOLIDAYS).get(1);

        assertThat(eve.estimated()).isTrue();
        assertThat(eve.occasion()).isEqualTo("Idulfitri 1449 Hijriah");
        assertThat(eve.start().toLocalDate()).isBetween(LocalDate.of(2028, 2, 24), LocalDate.of(2028, 2, 27));
    }

    @Test
    void sayWhichHolidayTheyMean() {
        assertThat(moments("2026-11-22T09:00", HOLIDAYS))
                .extracting(SampleMoment::occasion)
                .containsExactly("", "Idulfitri 1448 Hijriah", "Hari jadi daerah", "", "");
    }

    @Test
    void takeANationalHolidayInADistrictWithoutAnyOfItsOwn() {
        List<Holiday> national = HOLIDAYS.stream()
                .filter(day -> day.kind() != HolidayKind.REGIONAL)
                .toList();

        assertThat(moment("2026-11-22T09:00", national, Kind.NATIONAL_HOLIDAY)).hasToString("2026-12-25T10:00");
    }

    @Test
    void leaveTheHolidayOutWhereNoneIsKnown() {
        assertThat(moments("2026-11-22T09:00", List.of())).hasSize(4);
    }

    private static List<SampleMoment> moments(String now, List<Holiday> holidays) {
        return new SampleMoments(LocalDateTime.parse(now).atZone(WITA), holidays).all();
    }

    private static LocalDateTime moment(String now, List<Holiday> holidays, Kind kind) {
        return moments(now, holidays).stream()
                .filter(moment -> moment.kind() == kind)
                .findFirst()
                .orElseThrow()
                .start()
                .toLocalDateTime();
    }

    private static Tuple tuple(Kind kind, String start) {
        return Tuple.tuple(kind, LocalDateTime.parse(start));
    }

    private static Holiday day(String date, String name, HolidayKind kind) {
        return Holiday.closed(LocalDate.parse(date), name, kind);
    }
}
