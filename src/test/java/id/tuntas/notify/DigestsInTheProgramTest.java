package id.tuntas.notify;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import id.tuntas.access.MailContacts;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The digests with the real register, people, calendars and words. */
@TuntasTest
class DigestsInTheProgramTest {

    private static final String MONDAY_0730_IN_BOTH_DISTRICTS = "2027-01-03T23:30:00Z";

    @Autowired
    Digests digests;

    @Autowired
    MailContacts contacts;

    @Autowired
    JdbcClient db;

    @Autowired
    ApplicationContext program;

    @AfterEach
    void forget() {
        ClockUtil.reset();
        for (String table : new String[] {"mail_contact", "mail_outbox", "mail_round"}) {
            db.sql("delete from " + table).update();
        }
    }

    @Test
    void eachManagerIsToldOfHisOwnDistrictAndNobodyElseIs() {
        for (String user : new String[] {"kepala-dinas", "manado-penyelia-kasus", "auditor", "admin"}) {
            contacts.keepOwn(user, user + "@kantor.example", false, "id");
        }
        ClockUtil.setCurrentTime(Date.from(Instant.parse(MONDAY_0730_IN_BOTH_DISTRICTS)));
        digests.run();
        digests.run();

        assertThat(db.sql("select user_id from mail_outbox order by user_id")
                        .query(String.class)
                        .list())
                .containsExactly("kepala-dinas", "manado-penyelia-kasus");
        assertThat(bodyTo("kepala-dinas")).startsWith("Ringkasan ").contains("Manggarai Barat", "4 Januari 2027");
        assertThat(bodyTo("manado-penyelia-kasus")).contains("Manado").doesNotContain("Manggarai");
    }

    @Test
    void withoutAMailServerNothingIsScheduled() {
        assertThat(program.getBeansOfType(MailSchedule.class)).isEmpty();
        assertThat(program.getBeansOfType(Postman.class)).isEmpty();
        assertThat(program.containsBean("mailHealthIndicator")).isFalse();
    }

    private String bodyTo(String user) {
        return db.sql("select body from mail_outbox where user_id = ?")
                .param(user)
                .query(String.class)
                .single();
    }
}
