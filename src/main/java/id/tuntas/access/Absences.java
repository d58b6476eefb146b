package id.tuntas.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * When people are away, so that no step is given to somebody who is not there. It stops nothing: whoever is away may work,
 * and steps may be given to him. One stretch of days for each; a new one takes the place of the old.
 */
@Component
@Transactional
public class Absences {

    private static final int MOST_YEARS = 1;

    private final JdbcClient db;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    Absences(JdbcClient db, Accounts accounts, ApplicationEventPublisher events) {
        this.db = db;
        this.accounts = accounts;
        this.events = events;
    }

    /** Also one that is over. */
    @Transactional(readOnly = true)
    public Optional<Absence> find(String userId) {
        return db.sql("select first_day as first, last_day as last from absence where user_id = ?")
                .param(userId)
                .query(Absence.class)
                .optional();
    }

    /** Those of the people who are away on the day or later, by user id. */
    @Transactional(readOnly = true)
    public Map<String, Absence> from(LocalDate day, Collection<String> userIds) {
        Map<String, Absence> away = new HashMap<>();
        if (!userIds.isEmpty()) {
            db.sql("select * from absence where user_id in (:users) and last_day >= :day")
                    .param("users", userIds)
                    .param("day", day)
                    .query(row -> {
                        away.put(
                                row.getString("user_id"),
                                new Absence(
                                        row.getObject("first_day", LocalDate.class),
                                        row.getObject("last_day", LocalDate.class)));
                    });
        }
        return away;
    }

    /**
     * @param today of the person
     * @param by user id of who says so
     * @throws IllegalArgumentException with the key of a message
     */
    public void keep(String userId, Absence absence, LocalDate today, String by) {
        if (absence.last().isBefore(absence.first())) {
            throw new IllegalArgumentException("absence.wrong.order");
        }
        if (absence.last().isBefore(today)) {
            throw new IllegalArgumentException("absence.wrong.past");
        }
        if (absence.last().isAfter(today.plusYears(MOST_YEARS))
                || absence.first().isBefore(today.minusYears(MOST_YEARS))) {
            throw new IllegalArgumentException("absence.wrong.far");
        }
        // of two presses at once that find no row both would add one
        accounts.oneAtATime(userId);
        delete(userId);
        db.sql("insert into absence (user_id, first_day, last_day) values (?, ?, ?)")
                .params(userId, absence.first(), absence.last())
                .update();
        events.publishEvent(new AccessEvent.AbsenceChanged(userId, by));
    }

    /** He is there again, or will be after all. */
    public void forget(String userId, String by) {
        if (delete(userId)) {
            events.publishEvent(new AccessEvent.AbsenceChanged(userId, by));
        }
    }

    private boolean delete(String userId) {
        return db.sql("delete from absence where user_id = ?").param(userId).update() > 0;
    }
}
