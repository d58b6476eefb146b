package id.tuntas.vault;

import id.tuntas.shared.CaseNumber;
import java.util.Set;
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
 * The command {@code --tuntas.vault.erasure=usulan} lists the cases whose time has run out; {@code =hapus}, {@code =tahan}
 * and {@code =lepas} erase, hold and release the one of {@code --tuntas.vault.case} for the reason of
 * {@code --tuntas.vault.reason} in the name of {@code --tuntas.vault.actor}. Then the program ends, with exit code 1 if it
 * was refused.
 */
@Component
@ConditionalOnProperty("tuntas.vault.erasure")
class ErasureAtStart implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureAtStart.class);
    private static final Set<String> COMMANDS = Set.of("usulan", "hapus", "tahan", "lepas");

    private final Erasure erasure;
    private final LegalHolds holds;
    private final Retention retention;
    private final ApplicationContext context;
    private final String command;
    private final String number;
    private final String reason;
    private final String actor;

    ErasureAtStart(
            Erasure erasure,
            LegalHolds holds,
            Retention retention,
            ApplicationContext context,
            @Value("${tuntas.vault.erasure}") String command,
            @Value("${tuntas.vault.case:}") String number,
            @Value("${tuntas.vault.reason:}") String reason,
            @Value("${tuntas.vault.actor:}") String actor) {
        if (!COMMANDS.contains(command)) {
            throw new IllegalArgumentException(
                    "tuntas.vault.erasure is one of " + COMMANDS + ", not \"" + command + "\"");
        }
        this.erasure = erasure;
        this.holds = holds;
        this.retention = retention;
        this.context = context;
        this.command = command;
        this.number = number;
        this.reason = reason;
        this.actor = actor;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int code = 0;
        try {
            carryOut();
        } catch (ErasureRefused e) {
            LOG.error("{}", e.getMessage());
            code = 1;
        }
        int exit = code;
        // not from within the start of the program, which would wait for itself
        new Thread(() -> System.exit(SpringApplication.exit(context, () -> exit)), "erasure-done").start();
    }

    private void carryOut() {
        if (command.equals("usulan")) {
            retention.proposals().forEach(due -> LOG.info("{}", due));
            return;
        }
        if (!CaseNumber.isValid(number) || actor.isBlank()) {
            throw new ErasureRefused(
                    ErasureRefused.Why.INCOMPLETE, "Sebutkan --tuntas.vault.case dan --tuntas.vault.actor.");
        }
        CaseNumber chosen = CaseNumber.parse(number);
        switch (command) {
            case "hapus" -> LOG.info("{}", erasure.erase(chosen, reason, actor));
            case "tahan" -> holds.place(chosen, reason, actor);
            default -> holds.lift(chosen, reason, actor);
        }
    }
}
