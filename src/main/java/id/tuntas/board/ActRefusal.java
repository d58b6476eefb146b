package id.tuntas.board;

import java.util.Locale;

/** Why something is not done with a step. */
public enum ActRefusal {
    /** no such step in the reader's districts; also said of what exists in another one */
    NOT_HERE,
    /** a stage: only its steps are worked on */
    A_STAGE,
    /** completed or cancelled meanwhile */
    DONE,
    /** reminded less than an hour ago */
    JUST_REMINDED,
    /** the chosen person has it already */
    HAS_IT,
    /** the chosen person may not take it */
    NOT_HIS,
    /** no request for more time */
    NO_REQUEST,
    /** the decision belongs to another rung */
    NOT_YOURS,
    /** somebody else works on it */
    TAKEN,
    /** the step the request is about is late, done or has a limit set by law: more time cannot be given any more */
    ONLY_DECLINE,
    /** the rules of steps do not allow it */
    NOT_ALLOWED,
    /** something changed in between; try again */
    CHANGED,
    /** something broke; nothing was changed */
    BROKEN;

    /** For messages and for the table. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
