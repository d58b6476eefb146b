package id.tuntas.board;

import id.tuntas.access.Accounts;
import id.tuntas.engine.SupervisedSteps;
import id.tuntas.engine.SupervisedSteps.Request;
import id.tuntas.shared.District;
import id.tuntas.sla.ClockNotes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says step by step whether something may be done with it, and why not: for the preview, and again when it is done. */
@Component
public class ActJudge {

    private final JdbcClient db;
    private final SupervisedSteps steps;
    private final ClockNotes notes;
    private final Accounts accounts;

    ActJudge(JdbcClient db, SupervisedSteps steps, ClockNotes notes, Accounts accounts) {
        this.accounts = accounts;
        this.db = db;
        this.steps = steps;
        this.notes = notes;
    }

    /** In the order of the order. */
    public List<Row> judge(ActOrder order, Reader reader, Instant now) {
        Map<String, ClockLine> found = lines(order.clockIds(), reader);
        Map<String, Instant> reminded =
                order.act() == ManagersAct.REMIND ? notes.lastReminders(found.keySet()) : Map.of();
        return order.clockIds().stream()
                .map(id -> row(id, found.get(id), reminded.get(id), order, reader, now))
                .toList();
    }

    private Row row(String id, ClockLine line, Instant reminded, ActOrder order, Reader reader, Instant now) {
        if (line == null) {
            return new Row(id, null, ActRefusal.NOT_HERE, null);
        }
        if (line.stage() || !line.isOpen()) {
            return new Row(id, line, line.stage() ? ActRefusal.A_STAGE : ActRefusal.DONE, null);
        }
        return switch (order.act()) {
            case REMIND -> new Row(id, line, isRecent(reminded, now) ? ActRefusal.JUST_REMINDED : null, null);
            case REASSIGN -> new Row(id, line, reassign(line, order.person()), null);
            case DECIDE -> decide(line, order, reader, now);
            case CALL -> new Row(id, line, null, null);
        };
    }

    private static boolean isRecent(Instant reminded, Instant now) {
        return reminded != null && reminded.plus(ClockNotes.BETWEEN_REMINDERS).isAfter(now);
    }

    private ActRefusal reassign(ClockLine line, String person) {
        if (person == null) {
            return null;
        }
        if (person.equals(line.assignee())) {
            return ActRefusal.HAS_IT;
        }
        boolean may = steps.whoMayTake(line.id()).containsKey(person)
                && accounts.stateOf(person).enabled();
        return may ? null : ActRefusal.NOT_HIS;
    }

    private Row decide(ClockLine line, ActOrder order, Reader reader, Instant now) {
        if (!SupervisedSteps.EXTENSION.equals(line.stepId())) {
            return new Row(line.id(), line, ActRefusal.NO_REQUEST, null);
        }
        if (line.assignee() != null && !line.assignee().equals(reader.userId())) {
            return new Row(line.id(), line, ActRefusal.TAKEN, null);
        }
        if (!steps.isForDecisionBy(reader.userId(), line.id())) {
            return new Row(line.id(), line, ActRefusal.NOT_YOURS, null);
        }
        Optional<Request> request = steps.requestIn(line.id());
        boolean tooLate = Boolean.TRUE.equals(order.agreed())
                && request.map(Request::clockId)
                        .map(about -> lines(List.of(about), reader).get(about))
                        .filter(about -> about.isOpen() && !about.statutory() && !about.isLateAt(now))
                        .isEmpty();
        return new Row(line.id(), line, tooLate ? ActRefusal.ONLY_DECLINE : null, request.orElse(null));
    }

    private Map<String, ClockLine> lines(List<String> ids, Reader reader) {
        if (ids.isEmpty() || reader.districts().isEmpty()) {
            return Map.of();
        }
        return db
                .sql("select * from step_clock where id in (:ids) and district_id in (:districts)")
                .param("ids", ids)
                .param(
                        "districts",
                        reader.districts().stream().map(District::id).toList())
                .query(ClockLine::of)
                .list()
                .stream()
                .collect(Collectors.toMap(ClockLine::id, Function.identity()));
    }

    /**
     * @param line null if there is no such step in the reader's districts
     * @param refusal null if it may be done
     * @param request what is asked for, where more time is decided; null otherwise
     */
    public record Row(String id, ClockLine line, ActRefusal refusal, Request request) {}
}
