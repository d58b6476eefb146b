package id.tuntas.access;

import java.util.List;

/** The application does not start, and for which reasons. */
public class UnsafeStartException extends RuntimeException {

    private final transient List<String> problems;

    /** @param problems sentences for the operator: what is wrong and how to mend it */
    public UnsafeStartException(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = problems;
    }

    List<String> problems() {
        return problems;
    }
}
