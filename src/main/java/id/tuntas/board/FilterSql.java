package id.tuntas.board;

import id.tuntas.shared.District;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a filter as SQL. Every value is a parameter; days begin and end in the zone of the clock's own district. */
final class FilterSql {

    private static final Map<Field, String> COLUMNS = Map.of(
            Field.AGENCY, "c.agency_id",
            Field.PERSON, "c.assignee",
            Field.STAGE, "c.stage_id",
            Field.STEP, "c.step_id",
            Field.RISK, "c.risk",
            Field.SERVICE, "c.service");

    private final List<String> parts = new ArrayList<>();
    private final Map<String, Object> params = new HashMap<>();
    private final BoardFilter filter;
    private final Instant now;

    private FilterSql(BoardFilter filter, Instant now) {
        this.filter = filter;
        this.now = now;
    }

    static Condition of(BoardFilter filter, Instant now) {
        return new FilterSql(filter, now).write();
    }

    private Condition write() {
        if (filter.districts().isEmpty()) {
            return new Condition("1 = 0", Map.of());
        }
        parts.add("c.district_id in (:f_districts)");
        params.put("f_districts", filter.districts().stream().map(District::id).toList());
        parts.add("c.kind = :f_kind");
        params.put("f_kind", filter.isOfStages() ? "TAHAP" : "LANGKAH");
        state();
        COLUMNS.forEach((field, column) -> filter.value(field).ifPresent(value -> column(field, column, value)));
        filter.value(Field.ANSWER).flatMap(Answer::of).ifPresent(answer -> parts.add(answer.condition()));
        ofTheClock();
        filter.from().ifPresent(day -> day(">=", "f_from", day));
        filter.until().ifPresent(day -> day("<", "f_until", day.plusDays(1)));
        return new Condition("(" + String.join(") and (", parts) + ")", params);
    }

    private void state() {
        String condition = filter.state().condition();
        if (condition.contains(BoardState.Sql.BY_TONIGHT)) {
            condition = condition.replace(BoardState.Sql.BY_TONIGHT, byZone("<", "f_tonight", zone -> now.atZone(zone)
                    .toLocalDate()
                    .plusDays(1)));
        }
        parts.add(condition);
        if (condition.contains(":f_now")) {
            params.put("f_now", now.atOffset(ZoneOffset.UTC));
        }
        if (condition.contains(":f_me")) {
            params.put("f_me", filter.reader().userId());
            List<String> groups = filter.reader().groups();
            params.put("f_groups", groups.isEmpty() ? List.of(Field.NONE) : groups);
        }
    }

    private void ofTheClock() {
        filter.value(Field.LAW).ifPresent(yes -> parts.add("c.statutory = true"));
        filter.value(Field.OWN_TIME).ifPresent(time -> column(Field.OWN_TIME, "c.calendar", time));
        filter.value(Field.MOVED).ifPresent(how -> {
            parts.add("exists (select 1 from clock_event m where m.clock_id = c.id and m.kind = :f_moved)");
            params.put("f_moved", how.equals("jeda") ? "PAUSED" : "EXTENDED");
        });
        filter.value(Field.WITHIN).ifPresent(hours -> {
            parts.add("extract(epoch from (c.done_at - c.started_at)) <= :f_within");
            params.put("f_within", Duration.ofHours(Long.parseLong(hours)).toSeconds());
        });
    }

    private void column(Field field, String column, String value) {
        if (BoardFilter.isNone(value)) {
            parts.add(column + " is null");
        } else {
            String name = "f_" + field.word();
            parts.add(column + " = :" + name);
            params.put(name, value);
        }
    }

    private void day(String than, String name, LocalDate day) {
        parts.add(byZone(than, name, zone -> day));
    }

    /** Compares the due date with the beginning of a day, in each zone for the districts that lie in it. */
    private String byZone(String than, String name, Function<ZoneId, LocalDate> day) {
        Map<ZoneId, List<String>> zones = filter.districts().stream()
                .collect(Collectors.groupingBy(District::zone, Collectors.mapping(District::id, Collectors.toList())));
        List<String> bounds = new ArrayList<>();
        zones.forEach((zone, districts) -> {
            String bound = name + bounds.size();
            OffsetDateTime at = day.apply(zone).atStartOfDay(zone).toOffsetDateTime();
            params.put(bound, at.withOffsetSameInstant(ZoneOffset.UTC));
            params.put(bound + "_in", districts);
            bounds.add("(c.district_id in (:" + bound + "_in) and c.due_at " + than + " :" + bound + ")");
        });
        return "(" + String.join(" or ", bounds) + ")";
    }
}
