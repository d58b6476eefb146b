package id.tuntas.audit;

import id.tuntas.audit.AuditActor.Actor;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The one way into the audit. Actor, district, address, node and time are taken here, not given. */
@Component
public class AuditLog {

    private static final Pattern ODD = Pattern.compile("[^\\p{L}\\p{N}_.:-]");
    private static final int MAX_NAME = 128;
    private static final int MAX_REASON = 200;
    private static final int MAX_LIST = 2000;
    private static final int MAX_FIELDS = 100_000;

    private final AuditTable table;
    private final AuditActor actor;
    private final CaseDistricts districts;
    private final Clock clock;
    private final String node;
    private final TransactionTemplate within;
    private final TransactionTemplate apart;

    /** @param node what this program is called in the rows; the name of the machine if empty */
    AuditLog(
            AuditTable table,
            AuditActor actor,
            CaseDistricts districts,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${tuntas.node:${HOSTNAME:}}") String node) {
        this.table = table;
        this.actor = actor;
        this.districts = districts;
        this.clock = clock;
        this.node = cut(node.isBlank() ? "tuntas" : node, 64);
        this.within = new TransactionTemplate(transactions);
        within.setPropagationBehavior(TransactionDefinition.PROPAGATION_MANDATORY);
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Writes the row in the caller's transaction: if that rolls back, the row goes too.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException if there is none
     */
    public void record(AuditEntry entry) {
        within.executeWithoutResult(status -> write(entry));
    }

    /** Committed on its own before this returns; if it throws, the answer must not leave. */
    public void recordNow(AuditEntry entry) {
        apart.executeWithoutResult(status -> write(entry));
    }

    private void write(AuditEntry entry) {
        Actor who = actor.current();
        table.add(new AuditRow(
                0,
                // what the database keeps: the hash is over the row as it is read again
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                cut(who.userId(), 64),
                list(who.groups(), MAX_LIST),
                list(who.districts(), MAX_LIST),
                cut(who.address(), 64),
                cut(entry.kind(), 64),
                districts.of(entry.caseNumber(), who.districts()),
                cut(entry.caseNumber(), 40),
                cut(entry.processInstanceId(), 64),
                cut(entry.stepId(), MAX_NAME),
                list(entry.fields(), MAX_FIELDS),
                cut(entry.reason(), MAX_REASON),
                node));
    }

    /** Names come from outside too: what is not a name is not repeated, and no name can pretend to be two. */
    private static String list(List<String> names, int length) {
        return cut(
                names.stream()
                        .map(name -> cut(ODD.matcher(name).replaceAll("?"), MAX_NAME))
                        .collect(Collectors.joining(",")),
                length);
    }

    private static String cut(String text, int length) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }
}
