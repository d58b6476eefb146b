package id.tuntas.board;

import id.tuntas.sla.CallOutcome;
import java.time.LocalDate;
import java.util.List;

/**
 * What somebody wants done with some steps.
 *
 * @param clockIds of the steps, each once
 * @param person to whom, for {@link ManagersAct#REASSIGN}; null = not chosen yet
 * @param agreed for {@link ManagersAct#DECIDE}; null = not chosen yet
 * @param outcome for {@link ManagersAct#CALL}; null = not chosen yet
 * @param promised last day of what was promised; null unless something was
 */
public record ActOrder(
        ManagersAct act,
        List<String> clockIds,
        String person,
        Boolean agreed,
        CallOutcome outcome,
        LocalDate promised) {

    /** At once. */
    public static final int MOST = 50;

    public ActOrder {
        clockIds = clockIds.stream().distinct().toList();
    }

    public static ActOrder of(ManagersAct act, List<String> clockIds) {
        return new ActOrder(act, clockIds, null, null, null, null);
    }

    public ActOrder to(String userId) {
        return new ActOrder(act, clockIds, userId, agreed, outcome, promised);
    }

    public ActOrder deciding(Boolean yes) {
        return new ActOrder(act, clockIds, person, yes, outcome, promised);
    }

    public ActOrder noting(CallOutcome what, LocalDate until) {
        return new ActOrder(act, clockIds, person, agreed, what, until);
    }
}
