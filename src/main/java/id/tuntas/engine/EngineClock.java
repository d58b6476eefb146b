package id.tuntas.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * The one clock: the engine's, so that a test which moves the engine's time moves ours. Inside an engine transaction it
 * stands still from the first look on, so that everything one transaction writes bears the same time: a step's due date
 * and its timer above all.
 */
@Component
class EngineClock extends Clock {

    private final ZoneId zone;

    EngineClock() {
        this(ZoneOffset.UTC);
    }

    private EngineClock(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        CommandContext command = Context.getCommandContext();
        return command == null ? now() : command.getSession(TransactionTime.class).instant;
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new EngineClock(other);
    }

    static SessionFactory sessionFactory() {
        return new TransactionTimes();
    }

    private static Instant now() {
        return ClockUtil.getCurrentTime().toInstant();
    }

    private static final class TransactionTimes implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return TransactionTime.class;
        }

        @Override
        public Session openSession() {
            return new TransactionTime(now());
        }
    }

    private static final class TransactionTime implements Session {

        private final Instant instant;

        TransactionTime(Instant instant) {
            this.instant = instant;
        }

        @Override
        public void flush() {
            // nothing to write
        }

        @Override
        public void close() {
            // nothing to release
        }
    }
}
