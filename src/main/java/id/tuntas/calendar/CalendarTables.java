package id.tuntas.calendar;

import id.tuntas.shared.TransactionMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the module. Changes need a transaction that has called {@link #lock} first. */
@Component
class CalendarTables {

    /** In the place of a district: all districts. In the place of an agency: all that have no hours of their own. */
    static final String EVERY = "*";

    /** @param shipped whether it came with the product */
    record Stored(String districtId, Holiday holiday, boolean shipped) {}

    private final JdbcClient db;
    private final TransactionMemory<String> token = new TransactionMemory<>();

    CalendarTables(JdbcClient db) {
        this.db = db;
    }

    /**
     * Another text after every change, never the same again. A transaction asks once: of what others change meanwhile the
     * next one knows.
     */
    String token() {
        return token.get(() -> db.sql("select token from calendar_version where id = 1")
                .query(String.class)
                .single());
    }

    /** Waits for whoever is changing something. */
    void lock() {
        token.forget();
        db.sql("select token from calendar_version where id = 1 for update")
                .query(String.class)
                .single();
    }

    void changed() {
        db.sql("update calendar_version set token = ? where id = 1")
                .param(UUID.randomUUID().toString())
                .update();
        token.forget();
    }

    /** Empty if the agency (or the district, for {@link #EVERY}) has set no hours. */
    Optional<OfficeWeek> week(String districtId, String agencyId) {
        return db.sql("select observes_holidays from work_calendar where district_id = ? and agency_id = ?")
                .params(districtId, agencyId)
                .query(Boolean.class)
                .optional()
                .map(observes -> new OfficeWeek(days(districtId, agencyId), observes));
    }

    /** Agencies of the district with hours of their own, {@link #EVERY} among them if the district has some. */
    List<String> agenciesWithHours(String districtId) {
        return db.sql("select agency_id from work_calendar where district_id = ? order by agency_id")
                .param(districtId)
                .query(String.class)
                .list();
    }

    void replaceWeek(String districtId, String agencyId, OfficeWeek week) {
        deleteWeek(districtId, agencyId);
        db.sql("insert into work_calendar (district_id, agency_id, observes_holidays) values (?, ?, ?)")
                .params(districtId, agencyId, week.observesHolidays())
                .update();
        week.days()
                .forEach((day, stretches) -> stretches.forEach(hours -> db.sql(
                                """
                        insert into work_hours (district_id, agency_id, weekday, from_minute, until_minute)
                        values (?, ?, ?, ?, ?)""")
                        .params(districtId, agencyId, day.getValue(), hours.fromMinute(), hours.untilMinute())
                        .update()));
    }

    /** Whether there were any. */
    boolean deleteWeek(String districtId, String agencyId) {
        db.sql("delete from work_hours where district_id = ? and agency_id = ?")
                .params(districtId, agencyId)
                .update();
        return db.sql("delete from work_calendar where district_id = ? and agency_id = ?")
                        .params(districtId, agencyId)
                        .update()
                > 0;
    }

    /** By date; of {@link #EVERY} the national ones only. */
    List<Stored> holidays(String districtId) {
        return db.sql("select * from holiday where district_id = ? order by holiday_date")
                .param(districtId)
                .query(CalendarTables::stored)
                .list();
    }

    Map<LocalDate, Stored> holidaysByDate(String districtId) {
        return holidays(districtId).stream()
                .collect(Collectors.toMap(row -> row.holiday().date(), Function.identity()));
    }

    void save(Stored row) {
        delete(row.districtId(), row.holiday().date());
        Holiday holiday = row.holiday();
        Hours open = holiday.open();
        db.sql(
                        """
                        insert into holiday (district_id, holiday_date, name, kind, from_minute, until_minute, shipped)
                        values (:district, :date, :name, :kind, :from, :until, :shipped)""")
                .param("district", row.districtId())
                .param("date", holiday.date())
                .param("name", holiday.name())
                .param("kind", holiday.kind().key())
                .param("from", open == null ? null : open.fromMinute(), Types.INTEGER)
                .param("until", open == null ? null : open.untilMinute(), Types.INTEGER)
                .param("shipped", row.shipped())
                .update();
    }

    /** Whether there was one. */
    boolean delete(String districtId, LocalDate date) {
        return db.sql("delete from holiday where district_id = ? and holiday_date = ?")
                        .params(districtId, date)
                        .update()
                > 0;
    }

    Set<Integer> settledYears() {
        return new HashSet<>(db.sql("select calendar_year from settled_year")
                .query(Integer.class)
                .list());
    }

    void settle(int year) {
        db.sql("insert into settled_year (calendar_year) values (?)")
                .param(year)
                .update();
    }

    void unsettle(int year) {
        db.sql("delete from settled_year where calendar_year = ?").param(year).update();
    }

    private Map<DayOfWeek, List<Hours>> days(String districtId, String agencyId) {
        Map<DayOfWeek, List<Hours>> days = new EnumMap<>(DayOfWeek.class);
        db.sql(
                        """
                        select weekday, from_minute, until_minute from work_hours
                        where district_id = ? and agency_id = ? order by weekday, from_minute""")
                .params(districtId, agencyId)
                .query(row -> {
                    days.computeIfAbsent(DayOfWeek.of(row.getInt("weekday")), day -> new ArrayList<>())
                            .add(Hours.ofMinutes(row.getInt("from_minute"), row.getInt("until_minute")));
                });
        return days;
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        HolidayKind kind = HolidayKind.of(row.getString("kind")).orElseThrow();
        Hours open = kind == HolidayKind.HALF_DAY
                ? Hours.ofMinutes(row.getInt("from_minute"), row.getInt("until_minute"))
                : null;
        LocalDate date = row.getObject("holiday_date", LocalDate.class);
        return new Stored(
                row.getString("district_id"),
                new Holiday(date, row.getString("name"), kind, open),
                row.getBoolean("shipped"));
    }
}
