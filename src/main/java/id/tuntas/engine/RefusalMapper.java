package id.tuntas.engine;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.ExceptionHandlerHelper;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns what an officer can mend into a 4xx answer, where Camunda REST would say 500. Everything else is answered as
 * Camunda answers it.
 *
 * @param <E> the exception Camunda REST throws
 */
abstract class RefusalMapper<E extends Throwable> implements ExceptionMapper<E> {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalMapper.class);
    private static final int SERVER_ERROR = 500;
    private static final String GONE =
            "Langkah atau proses ini tidak ditemukan. Mungkin sudah diselesaikan; muat ulang daftar Anda.";
    /** In place of a text that repeats the value and names a class. */
    private static final String WRONG_TYPE = "Sebuah isian memuat nilai yang jenisnya tidak sesuai.";

    private static final String SUSPENDED = "Langkah ini sedang ditangguhkan. Hubungi penyelia kasus.";

    @Override
    public Response toResponse(E thrown) {
        return causes(thrown)
                .map(RefusalMapper::refusal)
                .flatMap(Optional::stream)
                .findFirst()
                .map(RefusalMapper::answer)
                .orElseGet(() -> asCamunda(thrown));
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null && cause != cause.getCause(), Throwable::getCause);
    }

    private static Optional<Answer> refusal(Throwable cause) {
        if (cause instanceof StepRefusal refusal) {
            return Optional.of(new Answer(refusal.status(), refusal.getMessage(), refusal));
        }
        if (cause instanceof TaskAlreadyClaimedException) {
            return Optional.of(new Answer(409, StepGuard.ALREADY_TAKEN, null));
        }
        if (cause instanceof OptimisticLockingException) {
            return Optional.of(new Answer(409, StepGuard.CASE_CHANGED, null));
        }
        if (cause instanceof SuspendedEntityInteractionException) {
            return Optional.of(new Answer(409, SUSPENDED, null));
        }
        if (String.valueOf(cause.getMessage()).contains(" to java type ")) {
            return Optional.of(new Answer(400, WRONG_TYPE, null));
        }
        if (isMissing(cause)) {
            return Optional.of(new Answer(404, GONE, null));
        }
        return cause instanceof BadUserRequestException
                ? Optional.of(new Answer(400, cause.getMessage(), null))
                : Optional.empty();
    }

    /** For the engine "you named nothing" and "there is no such thing" are the same exception; only its text tells. */
    private static boolean isMissing(Throwable cause) {
        return cause instanceof NotFoundException
                || cause instanceof NullValueException
                        && String.valueOf(cause.getMessage()).matches("(?s)Cannot find .*|[Nn]o .* found .*");
    }

    private static Response answer(Answer answer) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", StepRefusal.class.getSimpleName());
        body.put("message", answer.message());
        if (answer.refusal() != null && !answer.refusal().fields().isEmpty()) {
            body.put("fields", answer.refusal().fields());
        }
        return Response.status(answer.status())
                .entity(body)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .build();
    }

    private static Response asCamunda(Throwable thrown) {
        Response response = ExceptionHandlerHelper.getInstance().getResponse(thrown);
        if (response.getStatus() >= SERVER_ERROR) {
            // Camunda's own log of it is off: it prints the words of exceptions, which may quote a form
            LOG.error("A request failed", Failure.of(thrown));
        }
        return response;
    }

    private record Answer(int status, String message, StepRefusal refusal) {}

    /** For what Camunda REST has wrapped. */
    @Priority(1)
    static final class OfRest extends RefusalMapper<RestException> {}

    /** For what Camunda REST lets through. */
    @Priority(1)
    static final class OfEngine extends RefusalMapper<ProcessEngineException> {}

    /** For the rest, so that nothing is logged in its own words. */
    @Priority(1)
    static final class OfAnything extends RefusalMapper<Throwable> {}
}
