package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.Response.Status;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.junit.jupiter.api.Test;

class RefusalMapperTest {

    private static int status(ProcessEngineException cause) {
        int wrapped = new RefusalMapper.OfRest()
                .toResponse(new RestException(Status.INTERNAL_SERVER_ERROR, cause, "wrapped"))
                .getStatus();
        assertThat(new RefusalMapper.OfEngine().toResponse(cause).getStatus()).isEqualTo(wrapped);
        return wrapped;
    }

    @Test
    void findsTheRefusalInsideWhatAListenerThrew() {
        assertThat(status(new ProcessEngineException("outer", StepRefusal.notYours("x"))))
                .isEqualTo(403);
        assertThat(status(StepRefusal.wrongDoor("x"))).isEqualTo(400);
        assertThat(status(StepRefusal.tooLate("x"))).isEqualTo(409);
    }

    @Test
    void answersWhatSomebodyElseDidFirstAsConflict() {
        assertThat(status(new OptimisticLockingException("x"))).isEqualTo(409);
        assertThat(status(new TaskAlreadyClaimedException("1", "ani"))).isEqualTo(409);
        assertThat(status(new SuspendedEntityInteractionException("x"))).isEqualTo(409);
    }

    @Test
    void answersWhatDoesNotExistAsNotFound() {
        assertThat(status(new NullValueException("Cannot find task with id x: task is null")))
                .isEqualTo(404);
        assertThat(status(new NotFoundException("anything"))).isEqualTo(404);
    }

    @Test
    void answersWhatTheCallerGotWrongAsBadRequest() {
        assertThat(status(
                        new ProcessEngineException("outer", new BadUserRequestException("Nomor kasus tidak dikenal."))))
                .isEqualTo(400);
    }

    @Test
    void leavesRealFailuresToBeSeen() {
        assertThat(status(new NullValueException("taskId is null"))).isEqualTo(500);
        assertThat(status(new ProcessEngineException("disk full"))).isEqualTo(500);
    }

    @Test
    void doesNotTellWhoHasAStep() {
        Object body = new RefusalMapper.OfEngine()
                .toResponse(new TaskAlreadyClaimedException("1", "ani"))
                .getEntity();
        assertThat(body).isInstanceOfSatisfying(Map.class, map -> assertThat(map.toString())
                .doesNotContain("ani,", "'ani'"));
    }
}
