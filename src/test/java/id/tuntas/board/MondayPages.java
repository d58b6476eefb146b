package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.access.Visitor;
import id.tuntas.testing.Fixtures;
import java.time.Instant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The pages of managers, on Monday, 23 November 2026, 10 o'clock in Manggarai Barat. */
@TuntasTest
abstract class MondayPages {

    static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @Autowired
    private Fixtures fixtures;

    @BeforeEach
    void itIsMonday() {
        fixtures.timeIs(NOW.toString());
    }

    @AfterEach
    void timeGoesOn() {
        ClockUtil.reset();
    }

    final Visitor manager() {
        return Visitor.signedIn(port, "kepala-dinas");
    }

    /** The page as a manager gets it. */
    final String manager(String path) {
        var answer = manager().get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** How many files have been put on record. */
    final long exports() {
        return db.sql("select count(*) from audit_entry where kind = 'BOARD_EXPORTED'")
                .query(Long.class)
                .single();
    }
}
