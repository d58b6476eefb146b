package id.tuntas.engine;

import id.tuntas.sop.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.BadUserRequestException;

/**
 * An officer asked for something a step does not allow; nothing was changed. The message is a sentence for the officer,
 * in Indonesian. A bad request by type, so that the engine rolls back without an error in the log.
 */
final class StepRefusal extends BadUserRequestException {

    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int CONFLICT = 409;

    private final int status;
    private final transient List<FieldError> fields;

    private StepRefusal(int status, String message, List<FieldError> fields) {
        super(message);
        this.status = status;
        this.fields = List.copyOf(fields);
    }

    static StepRefusal wrongDoor(String message) {
        return new StepRefusal(BAD_REQUEST, message, List.of());
    }

    static StepRefusal notYours(String message) {
        return new StepRefusal(FORBIDDEN, message, List.of());
    }

    static StepRefusal tooLate(String message) {
        return new StepRefusal(CONFLICT, message, List.of());
    }

    /** One line for each refused field, because Tasklist shows nothing but the message. */
    static StepRefusal fields(List<FieldError> errors) {
        String sentences = errors.stream().map(FieldError::sentence).collect(Collectors.joining("\n"));
        return new StepRefusal(BAD_REQUEST, sentences, errors);
    }

    /** The HTTP status that says the same. */
    int status() {
        return status;
    }

    /** The refused fields; empty if the refusal is not about fields. */
    List<FieldError> fields() {
        return fields;
    }
}
