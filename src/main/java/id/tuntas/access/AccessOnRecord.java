package id.tuntas.access;

import id.tuntas.audit.AuditEntry;
import id.tuntas.audit.AuditLog;
import id.tuntas.vault.VaultEvent;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Puts every look at protected values, and what happens to accounts and keys, on record; what cannot be written does not
 * happen.
 */
@Component
class AccessOnRecord {

    private final AuditLog log;

    AccessOnRecord(AuditLog log) {
        this.log = log;
    }

    /** Before the answer leaves. */
    @EventListener
    void valuesSeen(ValuesSeen look) {
        log.recordNow(new AuditEntry(
                "VALUES_SEEN",
                look.step().caseNumber(),
                look.step().processInstanceId(),
                look.step().stepKey(),
                look.fields(),
                look.reason()));
    }

    /** With the change itself, or at once where nothing changes: a refused attempt is on record too. */
    @EventListener
    void account(AccessEvent event) {
        write(new AuditEntry(kind(event), null, null, null, List.of(), reason(event)));
    }

    /** The reason of an erasure or a hold stands on its certificate; here stands who decided. */
    @EventListener
    void keys(VaultEvent event) {
        if (event instanceof VaultEvent.CaseErased erased) {
            String who =
                    erased.askedBy() == null ? erased.actor() : erased.actor() + ", diusulkan oleh " + erased.askedBy();
            write(inCase(kind(event), erased.caseNumber(), who));
        } else if (event instanceof VaultEvent.ErasureAsked asked) {
            write(inCase(kind(event), asked.caseNumber(), asked.actor()));
        } else if (event instanceof VaultEvent.ErasureDeclined declined) {
            write(inCase(kind(event), declined.caseNumber(), declined.actor()));
        } else if (event instanceof VaultEvent.HoldPlaced placed) {
            write(inCase(kind(event), placed.caseNumber(), placed.actor()));
        } else if (event instanceof VaultEvent.HoldLifted lifted) {
            write(inCase(kind(event), lifted.caseNumber(), lifted.actor()));
        } else if (event instanceof VaultEvent.KeysRewrapped rewrapped) {
            write(AuditEntry.of(kind(event)).because(rewrapped.masterKeyId() + " " + rewrapped.count()));
        }
    }

    private static AuditEntry inCase(String kind, String number, String actor) {
        return AuditEntry.of(kind).inCase(number, null).because(actor);
    }

    private void write(AuditEntry entry) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            log.record(entry);
        } else {
            log.recordNow(entry);
        }
    }

    /** {@code SignedIn} becomes {@code SIGNED_IN}. */
    private static String kind(Object event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                .toUpperCase(Locale.ROOT);
    }

    /** Whom it concerns, and how or why. */
    private static String reason(AccessEvent event) {
        String whose = event.userId() == null ? "tidak dikenal" : event.userId();
        if (event instanceof AccessEvent.SignedIn in) {
            return whose + " " + in.how();
        }
        if (event instanceof AccessEvent.SignInRefused refused) {
            return whose + " " + refused.why();
        }
        if (event instanceof AccessEvent.OidcLinked linked) {
            return whose + " " + linked.issuer();
        }
        return whose;
    }
}
