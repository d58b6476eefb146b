package id.tuntas.engine;

import org.camunda.bpm.engine.impl.cmd.DefaultJobRetryCmd;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ExceptionUtil;

/** Counts a failed job as the engine does, and writes down what failed but not in which words. */
final class QuietRetry extends DefaultJobRetryCmd {

    QuietRetry(String jobId, Throwable exception) {
        super(jobId, exception);
    }

    @Override
    protected void logException(JobEntity job) {
        Failure failure = Failure.of(exception);
        if (failure != null) {
            job.setExceptionMessage(failure.getMessage());
            job.setExceptionStacktrace(ExceptionUtil.getExceptionStacktrace(failure));
        }
    }
}
