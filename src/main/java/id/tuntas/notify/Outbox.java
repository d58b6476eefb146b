package id.tuntas.notify;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of letters. Each method works in the transaction of its caller. */
@Component
class Outbox {

    private final JdbcClient db;

    Outbox(JdbcClient db) {
        this.db = db;
    }

    boolean isWritten(LetterKind kind, String districtId, LocalDate date) {
        return db.sql("select count(*) from mail_round where kind = ? and district_id = ? and local_date = ?")
                        .params(kind.name(), districtId, date)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if another node writes these letters or has written them */
    void begin(LetterKind kind, String districtId, LocalDate date) {
        db.sql("insert into mail_round (kind, district_id, local_date) values (?, ?, ?)")
                .params(kind.name(), districtId, date)
                .update();
    }

    /** Whether such a letter lies here that has not been sent yet. */
    boolean isWaiting(LetterKind kind, String userId, String districtId) {
        return db.sql(
                                """
                                select count(*) from mail_outbox
                                where user_id = ? and kind = ? and district_id = ? and state = 'WAITING'""")
                        .params(userId, kind.name(), districtId)
                        .query(Long.class)
                        .single()
                > 0;
    }

    void write(Letter letter, Instant now) {
        db.sql(
                        """
                        insert into mail_outbox (user_id, kind, district_id, local_date, subject, body, written_at, state,
                            attempts, next_try_at)
                        values (?, ?, ?, ?, ?, ?, ?, 'WAITING', 0, ?)""")
                .params(
                        letter.userId(),
                        letter.kind().name(),
                        letter.districtId(),
                        letter.date(),
                        letter.subject(),
                        letter.body(),
                        utc(now),
                        utc(now))
                .update();
    }

    /** The letter that has been due for longest, and nobody else takes it until the transaction ends. */
    Optional<Waiting> take(Instant now) {
        return db.sql(
                        """
                        select id, user_id, kind, subject, body, written_at, attempts from mail_outbox
                        where state = 'WAITING' and next_try_at <= ?
                        order by next_try_at, id fetch first 1 row only for update skip locked""")
                .param(utc(now))
                .query((row, number) -> new Waiting(
                        row.getLong("id"),
                        row.getString("user_id"),
                        LetterKind.valueOf(row.getString("kind")),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts")))
                .optional();
    }

    /** @param problem null if there was none */
    void end(long id, State state, Instant now, String problem) {
        db.sql("update mail_outbox set state = ?, ended_at = ?, attempts = attempts + 1, problem = ? where id = ?")
                .params(state.name(), utc(now), problem, id)
                .update();
    }

    void putOff(long id, Instant next, String problem) {
        db.sql("update mail_outbox set next_try_at = ?, attempts = attempts + 1, problem = ? where id = ?")
                .params(utc(next), problem, id)
                .update();
    }

    void clearBefore(Instant writtenAt, LocalDate date) {
        db.sql("delete from mail_outbox where written_at < ?")
                .param(utc(writtenAt))
                .update();
        db.sql("delete from mail_round where local_date < ?").param(date).update();
    }

    /** @param day how far back ended letters count */
    Look look(Instant now, Duration day) {
        return db.sql(
                        """
                        select coalesce(sum(case when state = 'WAITING' then 1 else 0 end), 0) as waiting,
                            min(case when state = 'WAITING' then written_at end) as oldest,
                            coalesce(sum(case when state = 'SENT' and ended_at >= :since then 1 else 0 end), 0) as sent,
                            coalesce(sum(case when state = 'REFUSED' and ended_at >= :since then 1 else 0 end), 0) as refused,
                            coalesce(sum(case when state = 'GIVEN_UP' and ended_at >= :since then 1 else 0 end), 0) as given_up
                        from mail_outbox""")
                .param("since", utc(now.minus(day)))
                .query((row, number) -> {
                    OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
                    return new Look(
                            row.getLong("waiting"),
                            oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now),
                            row.getLong("sent"),
                            row.getLong("refused"),
                            row.getLong("given_up"));
                })
                .single();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** How a letter ended. */
    enum State {
        /** The server took it. */
        SENT,
        /** The server will not have this recipient. */
        REFUSED,
        /** Nobody took it for a day. */
        GIVEN_UP,
        /** The person has no address any more, may not sign in any more or has switched the mail off. */
        DROPPED
    }

    /** A letter to be sent. @param attempts so far, all failed */
    record Waiting(
            long id, String userId, LetterKind kind, String subject, String body, Instant writtenAt, int attempts) {}

    /** How things stand. @param oldest how long ago the oldest waiting letter was written; zero if none waits */
    record Look(long waiting, Duration oldest, long sent, long refused, long givenUp) {}
}
