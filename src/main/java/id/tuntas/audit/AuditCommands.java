package id.tuntas.audit;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The commands {@code --tuntas.audit.verify} (or {@code =periksa}), which checks the chain; {@code =FILE}, which also
 * holds it against an exported head; and {@code --tuntas.audit.head=FILE}, which exports the head. Then the program ends,
 * with exit code 1 if the chain is broken. Without them it does nothing.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class AuditCommands implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(AuditCommands.class);

    private final ChainVerifier verifier;
    private final ChainHeads heads;
    private final ApplicationContext context;
    private final String verify;
    private final String head;

    AuditCommands(ChainVerifier verifier, ChainHeads heads, ApplicationContext context, Environment settings) {
        this.verifier = verifier;
        this.heads = heads;
        this.context = context;
        this.verify = settings.getProperty("tuntas.audit.verify");
        this.head = settings.getProperty("tuntas.audit.head");
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (verify == null && head == null) {
            return;
        }
        int code = verify == null || check() ? 0 : 1;
        if (head != null) {
            export(Path.of(head));
        }
        // not from within the start of the program, which would wait for itself
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> code)), "audit-done").start();
    }

    /** Whether the chain is whole; says so in the log. */
    boolean check() {
        boolean alone = verify.isBlank() || verify.equals("periksa") || verify.equals("true");
        ChainVerifier.Report report = verifier.verify(alone ? null : ChainHeads.read(Path.of(verify)));
        if (report.broken() == null) {
            LOG.info("{}", report.sentence());
        } else {
            LOG.error("{}", report.sentence());
        }
        return report.broken() == null;
    }

    private void export(Path file) {
        ChainHead now = heads.now();
        heads.write(now, file);
        LOG.info("Kepala rantai audit urutan {} ditulis ke {}", now.sequence(), file);
    }
}
