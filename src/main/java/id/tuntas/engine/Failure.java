package id.tuntas.engine;

/**
 * An exception without its words: they may quote what somebody wrote in a form, and rows and logs of failed jobs are
 * read by people who have no business with the case. Classes and lines are enough to find the fault.
 */
final class Failure extends RuntimeException {

    private static final int DEPTH = 10;

    private final String type;

    private Failure(Throwable exception, Failure cause) {
        super(describe(exception), cause, false, true);
        this.type = exception.getClass().getName();
        setStackTrace(exception.getStackTrace());
    }

    /** Null for null. */
    static Failure of(Throwable exception) {
        return of(exception, DEPTH);
    }

    private static Failure of(Throwable exception, int depth) {
        if (exception == null || depth == 0) {
            return null;
        }
        return exception instanceof Failure failure
                ? failure
                : new Failure(exception, of(exception.getCause(), depth - 1));
    }

    private static String describe(Throwable exception) {
        StackTraceElement[] trace = exception.getStackTrace();
        return exception.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
    }

    @Override
    public String toString() {
        return type;
    }
}
