package id.tuntas.board;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What managers do about a step from the board, and which groups may: the one place that says so. Whether it may be done
 * with a certain step, {@link ActJudge} decides. The words are those of the address.
 */
public enum ManagersAct {
    /** Reminds the people of the step, at most once an hour. */
    REMIND("ingatkan", Groups.ALL),
    /** Gives the step to one of those it is offered to. */
    REASSIGN("alihkan", Groups.SUPERVISORS),
    /** Decides a request for more time. */
    DECIDE("putuskan", Groups.SUPERVISORS),
    /** Puts down what came of a telephone call. */
    CALL("telepon", Groups.ALL);

    private final String word;
    private final Set<String> groups;

    ManagersAct(String word, Set<String> groups) {
        this.word = word;
        this.groups = groups;
    }

    public String word() {
        return word;
    }

    public boolean isFor(Collection<String> groupIds) {
        return groupIds.stream().anyMatch(groups::contains);
    }

    public static Optional<ManagersAct> of(String word) {
        return Stream.of(values()).filter(act -> act.word.equals(word)).findFirst();
    }

    /** In the order of the buttons. */
    public static List<ManagersAct> allowedTo(Collection<String> groupIds) {
        return Stream.of(values()).filter(act -> act.isFor(groupIds)).toList();
    }

    private static final class Groups {

        /** As the engine's rules of steps have them. */
        static final Set<String> SUPERVISORS = Set.of("penyelia-kasus", "manajer-kasus", "kepala-uptd");

        static final Set<String> ALL =
                Set.of("penyelia-kasus", "manajer-kasus", "kepala-uptd", "kepala-bidang-ppa", "kepala-dinas");

        private Groups() {}
    }
}
