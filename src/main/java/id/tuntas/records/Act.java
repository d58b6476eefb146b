package id.tuntas.records;

import java.util.Optional;
import java.util.stream.Stream;

/** What a keeper of records does with a case. The word stands in addresses and in keys of messages. */
public enum Act {
    HOLD("tahan"),
    LIFT("lepas"),
    ASK("usul"),
    DECLINE("tolak"),
    ERASE("hapus");

    private final String word;

    Act(String word) {
        this.word = word;
    }

    public static Optional<Act> of(String word) {
        return Stream.of(values()).filter(act -> act.word.equals(word)).findFirst();
    }

    public String word() {
        return word;
    }

    /** Whether it asks for a reason: an erasure has that of whoever asked for it. */
    public boolean needsReason() {
        return this != ERASE;
    }

    /** Whether data are at stake, so that the page says what is destroyed and what stays. */
    public boolean destroys() {
        return this == ASK || this == ERASE;
    }

    boolean isFor(Keeper keeper) {
        return this == ERASE ? keeper.erases() : keeper.keeps();
    }
}
