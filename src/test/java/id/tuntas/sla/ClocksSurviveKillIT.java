package id.tuntas.sla;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.Tuntas;
import id.tuntas.testing.Node;
import id.tuntas.testing.TestDatabases;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A node that dies, even while clocks run out, loses none of them and tells nobody twice. */
class ClocksSurviveKillIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String RUNNING = "from step_clock where done_at is null and has_timer and breached_at is null";

    @TempDir
    Path folder;

    private String database;
    private JdbcClient db;

    @BeforeEach
    void empty() {
        database = TestDatabases.newPostgres();
        db = JdbcClient.create(new DriverManagerDataSource(database, "postgres", ""));
    }

    @Test
    void whatRanOutWhileTheNodeWasDeadIsToldOnceAfterwards() throws IOException {
        Node first = node();
        Awaitility.await("the sample cases have clocks").atMost(PATIENCE).until(() -> count(RUNNING) > 5);
        first.kill();
        List<String> running =
                db.sql("select id " + RUNNING).query(String.class).list();
        letTimeRunOut();

        Node second = node();
        Awaitility.await("the first clock is seen to be late").atMost(PATIENCE).until(() -> lateOf(running) > 0);
        second.kill(); // in the midst of it

        Node third = node();
        try {
            Awaitility.await("all are").atMost(PATIENCE).until(() -> lateOf(running) == running.size());
        } finally {
            third.kill();
        }
        for (String id : running) {
            assertThat(eventsOf(id, "BREACHED")).as("breaches of %s", id).isEqualTo(1);
            assertThat(eventsOf(id, "RUNG_TOLD")).as("rungs of %s", id).isEqualTo(1);
            assertThat(eventsOf(id, "STARTED")).as("starts of %s", id).isEqualTo(1);
        }
        assertThat(count("from act_ru_incident")).isZero();
    }

    private Node node() throws IOException {
        return Node.on(
                database, Tuntas.class, folder, List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    }

    /** As if the node had been down for weeks. */
    private void letTimeRunOut() {
        db.sql(
                        "update act_ru_job set duedate_ = duedate_ - interval '1000 days' where handler_type_ = 'timer-transition'")
                .update();
        db.sql("update step_clock set due_at = due_at - interval '1000 days' where id in (select id " + RUNNING + ")")
                .update();
    }

    private long lateOf(List<String> ids) {
        return db.sql("select count(*) from step_clock where id in (:ids) and rung > 0")
                .param("ids", ids)
                .query(Long.class)
                .single();
    }

    private long eventsOf(String id, String kind) {
        return db.sql("select count(*) from clock_event where clock_id = ? and kind = ?")
                .params(id, kind)
                .query(Long.class)
                .single();
    }

    private long count(String from) {
        return db.sql("select count(*) " + from).query(Long.class).single();
    }
}
