package id.tuntas.access;

import java.util.List;

/** The application does not start, and for which reasons. */
class UnsafeStartException extends RuntimeException {

    private final transient List<String> problems;

    UnsafeStartException(List<String> problems) {
        super(String.join(" ", problems));
        this.problems = problems;
    }

    List<String> problems() {
        return problems;
    }
}
