package id.tuntas.notify;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * What somebody with steps is told; numbers of open steps of one district.
 *
 * @param waiting taken by nobody and offered to one of his groups
 * @param own taken by him
 * @param pressing of both, those late or due before the day ends
 * @param dangerLate whether one of both is late in a case of risk DARURAT or TINGGI
 */
record DayFigures(long waiting, long own, long pressing, boolean dangerLate) {

    static DayFigures of(List<OpenStep> open, String userId, Collection<String> groups, Instant now, Instant endOfDay) {
        Predicate<OpenStep> own = step -> userId.equals(step.holder());
        Predicate<OpenStep> waiting = step -> step.holder() == null && groups.contains(step.ownerGroup());
        List<OpenStep> his = open.stream().filter(own.or(waiting)).toList();
        long taken = his.stream().filter(own).count();
        return new DayFigures(
                his.size() - taken,
                taken,
                his.stream().filter(step -> step.isDueBy(endOfDay)).count(),
                his.stream().anyMatch(step -> step.isDanger() && step.isDueBy(now)));
    }

    boolean isNothing() {
        return waiting == 0 && own == 0;
    }
}
