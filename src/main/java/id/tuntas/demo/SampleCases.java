package id.tuntas.demo;

import id.tuntas.demo.Story.Case;
import id.tuntas.demo.Story.Move;
import id.tuntas.engine.Rehearsal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** Opens the sample cases in a database that has never seen a case; the demo's users must be there. */
@Component
@Profile("demo")
@ConditionalOnProperty("tuntas.demo.sample-cases")
@Order(SampleCases.AFTER_THE_USERS)
class SampleCases implements ApplicationRunner {

    static final int AFTER_THE_USERS = 200;

    private static final Logger LOG = LoggerFactory.getLogger(SampleCases.class);
    private static final String PROCESS = "penanganan-korban";
    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");

    private final Rehearsal rehearsal;
    private final Resource file;
    private final Clock clock;

    SampleCases(Rehearsal rehearsal, @Value("classpath:demo/kasus-contoh.yaml") Resource file, Clock clock) {
        this.rehearsal = rehearsal;
        this.file = file;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (rehearsal.hasHappened(PROCESS)) {
            return;
        }
        Instant now = clock.instant();
        Story story = Story.read(file);
        try {
            rehearsal.play(() -> story.kasus().forEach(one -> play(one, now)));
            LOG.info("Opened {} sample cases", story.kasus().size());
        } catch (RuntimeException e) {
            // somebody tries a procedure of his own: that is no reason not to start
            LOG.warn("The sample cases do not fit the procedure, so there are none: {}", e.getMessage());
        }
    }

    private void play(Case one, Instant now) {
        String instance = null;
        for (Move move : one.langkah()) {
            Instant time = now.minus(move.lalu());
            var answers = move.answers(OffsetDateTime.ofInstant(time, ZONE));
            if (instance == null) {
                instance = rehearsal.start(time, move.oleh(), move.langkah(), answers);
            } else {
                rehearsal.complete(time, move.oleh(), instance, move.langkah(), answers);
            }
        }
    }
}
