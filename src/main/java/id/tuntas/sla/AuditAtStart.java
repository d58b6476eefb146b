package id.tuntas.sla;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * The command {@code --tuntas.clocks.audit=periksa} compares the clocks with history and ledger, {@code =pulihkan} also
 * puts them right; then the program ends, with exit code 1 if something differed.
 */
@Component
@ConditionalOnProperty("tuntas.clocks.audit")
class AuditAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(AuditAtStart.class);

    private final ClockAudit audit;
    private final ApplicationContext context;
    private final boolean repair;

    /** @param command periksa or pulihkan */
    AuditAtStart(ClockAudit audit, ApplicationContext context, @Value("${tuntas.clocks.audit}") String command) {
        if (!command.equals("periksa") && !command.equals("pulihkan")) {
            throw new IllegalArgumentException(
                    "tuntas.clocks.audit is \"periksa\" or \"pulihkan\", not \"" + command + "\"");
        }
        this.audit = audit;
        this.context = context;
        this.repair = command.equals("pulihkan");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ClockAudit.Report report = repair ? audit.rebuild() : audit.check();
        report.differences().forEach(difference -> LOG.warn("{}", difference));
        LOG.info(
                "{} clocks compared with history and ledger, {} differences{}",
                report.checked(),
                report.differences().size(),
                repair ? " put right" : "");
        int code = report.differences().isEmpty() ? 0 : 1;
        // not from within the start of the program, which would wait for itself
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> code)), "audit-done").start();
    }
}
