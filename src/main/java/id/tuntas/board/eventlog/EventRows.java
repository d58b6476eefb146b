package id.tuntas.board.eventlog;

import id.tuntas.board.Answer;
import id.tuntas.board.indicator.Period;
import id.tuntas.shared.District;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import javax.xml.stream.XMLStreamException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/** Reads clocks and their ledger, case by case, through a cursor, and lets them out under pseudonyms only. */
final class EventRows {

    static final String ACCEPTED = "diterima";

    /** Cases of one statement: what is in memory beside the cursor. */
    private static final int AT_ONCE = 500;

    private static final int FETCH = 500;

    /** Of clocks: no service, no reason, no note, and nothing of a form. */
    private static final String CLOCK =
            """
            c.id as clock_id, c.kind as clock_kind, c.step_id, c.stage_id, c.agency_id, c.owner_group, c.risk, c.statutory,
            c.claimed_at, c.assignee, case when %s then '%s' when %s then 'lain' end as answer"""
                    .formatted(Answer.ACCEPTED.condition(), ACCEPTED, Answer.REFERRED.condition());

    private static final String EVENTS =
            """
            select p.place, f.number as case_number, 0 as turn, cast(0 as bigint) as entry, f.opened_at as happened_at,
                'CASE_OPENED' as kind, cast(null as varchar(64)) as actor, cast(null as varchar(64)) as reason,
                cast(null as varchar(100)) as clock_id, cast(null as varchar(16)) as clock_kind,
                cast(null as varchar(128)) as step_id, cast(null as varchar(128)) as stage_id,
                cast(null as varchar(64)) as agency_id, cast(null as varchar(64)) as owner_group,
                cast(null as varchar(16)) as risk, false as statutory, cast(null as timestamp with time zone) as claimed_at,
                cast(null as varchar(64)) as assignee, cast(null as varchar(16)) as answer
            from (values %1$s) p (place, number) join case_file f on f.number = p.number and f.district_id = :district
            union all
            select p.place, f.number, 2, 0, f.closed_at, 'CASE_CLOSED',
                null, null, null, null, null, null, null, null, null, false, null, null, null
            from (values %1$s) p (place, number) join case_file f on f.number = p.number and f.district_id = :district
            where f.closed_at is not null
            union all
            select p.place, c.case_number, 1, e.id, e.happened_at, e.kind, e.actor, e.reason, %2$s
            from (values %1$s) p (place, number)
            join step_clock c on c.case_number = p.number and c.district_id = :district
            join clock_event e on e.clock_id = c.id
            order by place, happened_at, turn, entry""";

    private static final String CLOCKS =
            """
            select p.place, c.case_number, %2$s
            from (values %1$s) p (place, number)
            join step_clock c on c.case_number = p.number and c.district_id = :district
            order by place, c.started_at, c.id""";

    private static final String OPENED =
            " from case_file f where f.district_id = :district and f.opened_at >= :start and f.opened_at < :end";

    private final NamedParameterJdbcTemplate db;
    private final String districtId;
    private final Pseudonyms names;

    EventRows(DataSource database, String districtId, Pseudonyms names) {
        JdbcTemplate cursor = new JdbcTemplate(database);
        cursor.setFetchSize(FETCH);
        this.db = new NamedParameterJdbcTemplate(cursor);
        this.districtId = districtId;
        this.names = names;
    }

    /** Cases opened in the period. */
    static long count(NamedParameterJdbcTemplate db, District district, Period days) {
        Long cases = db.queryForObject("select count(*)" + OPENED, opened(district, days), Long.class);
        return cases == null ? 0 : cases;
    }

    /** Numbers of the cases opened in the period, in the order of their pseudonyms: so the order tells nothing. */
    List<String> cases(District district, Period days) {
        List<String> numbers =
                new ArrayList<>(db.queryForList("select f.number" + OPENED, opened(district, days), String.class));
        numbers.sort(Comparator.comparing(names::ofCase));
        return numbers;
    }

    private static MapSqlParameterSource opened(District district, Period days) {
        return new MapSqlParameterSource("district", district.id())
                .addValue("start", days.start(district.zone()).atOffset(ZoneOffset.UTC))
                .addValue("end", days.end(district.zone()).atOffset(ZoneOffset.UTC));
    }

    /** What happened in the cases: one case after the other, each in the order of time. */
    void events(List<String> cases, EventReader to) {
        each(EVENTS, cases, row -> {
            LogEvent event = event(row);
            if (event != null) {
                to.read(event);
            }
        });
    }

    /** The steps and stages of the cases, with the pseudonym of their case. */
    void clocks(List<String> cases, ClockReader to) {
        each(CLOCKS, cases, row -> to.read(names.ofCase(row.getString("case_number")), clock(row)));
    }

    private void each(String sql, List<String> cases, RowReader to) {
        for (int first = 0; first < cases.size(); first += AT_ONCE) {
            List<String> some = cases.subList(first, Math.min(first + AT_ONCE, cases.size()));
            MapSqlParameterSource params = new MapSqlParameterSource("district", districtId);
            List<String> places = new ArrayList<>();
            for (int i = 0; i < some.size(); i++) {
                places.add("(" + i + ", cast(:n" + i + " as varchar(40)))");
                params.addValue("n" + i, some.get(i));
            }
            db.query(sql.formatted(String.join(", ", places), CLOCK), params, (ResultSetExtractor<Void>) rows -> {
                read(rows, to);
                return null;
            });
        }
    }

    private static void read(ResultSet rows, RowReader to) throws SQLException {
        try {
            while (rows.next()) {
                to.read(rows);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private LogEvent event(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        boolean taken = row.getObject("claimed_at") != null;
        What what = What.of(kind, isStage(row), taken, row.getString("answer"));
        if (what == null) {
            return null;
        }
        String number = row.getString("case_number");
        String clockId = row.getString("clock_id");
        String actor = kind.equals("DONE") ? row.getString("assignee") : row.getString("actor");
        return new LogEvent(
                names.ofEvent(number, clockId, kind, row.getLong("entry")),
                names.ofCase(number),
                names.shifted(
                        number,
                        row.getObject("happened_at", OffsetDateTime.class).toInstant()),
                what,
                clockId == null ? null : clock(row),
                actor == null ? null : names.ofPerson(actor),
                what == What.STEP_GIVEN ? names.ofPerson(row.getString("reason")) : null,
                what == What.RUNG_TOLD || what == What.RUNG_EMPTY ? row.getString("reason") : null);
    }

    private LogEvent.Clock clock(ResultSet row) throws SQLException {
        String id = row.getString("clock_id");
        return new LogEvent.Clock(
                names.ofClock(id),
                isStage(row),
                row.getString("step_id"),
                row.getString("stage_id"),
                row.getString("agency_id"),
                row.getString("owner_group"),
                row.getString("risk"),
                row.getBoolean("statutory"),
                row.getString("answer") == null ? null : names.ofReferral(id));
    }

    private static boolean isStage(ResultSet row) throws SQLException {
        return "TAHAP".equals(row.getString("clock_kind"));
    }

    /** Takes an event in. */
    interface EventReader {

        void read(LogEvent event) throws IOException, XMLStreamException;
    }

    /** Takes a clock in. */
    interface ClockReader {

        void read(String caseName, LogEvent.Clock clock) throws IOException, XMLStreamException;
    }

    private interface RowReader {

        void read(ResultSet row) throws SQLException, IOException, XMLStreamException;
    }
}
