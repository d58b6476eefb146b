package id.tuntas.access;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The way in on an empty database: a token in the log, good for one use and half an hour, makes the first administrator.
 * Whoever can read the log of the server may be trusted with that; a well-known first password may not.
 */
@Component
@Order(RoleSetup.ORDER + 2)
public class FirstAdministrator implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrator.class);
    private static final Duration VALIDITY = Duration.ofMinutes(30);

    private final Identities identities;
    private final Credentials credentials;
    private final TransactionOperations transactions;
    private final Clock clock;

    private byte[] token;
    private Instant validUntil = Instant.MIN;

    FirstAdministrator(
            Identities identities, Credentials credentials, TransactionOperations transactions, Clock clock) {
        this.identities = identities;
        this.credentials = credentials;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!identities.anyoneIn(Identities.ADMINISTRATORS)) {
            LOG.warn(
                    "Belum ada administrator. Buka /kelola/awal dan pakai kode ini dalam {} menit: {}",
                    VALIDITY.toMinutes(),
                    issue());
        }
    }

    /** Whether the page exists at all. */
    public synchronized boolean isWanted() {
        return token != null && clock.instant().isBefore(validUntil) && !identities.anyoneIn(Identities.ADMINISTRATORS);
    }

    /**
     * Creates the administrator and ends the token.
     *
     * @throws WeakPasswordException if the rules refuse the password; the token stays good
     * @throws IllegalArgumentException with the key of a message if the token or the user name is wrong
     */
    public synchronized void create(String givenToken, String userId, String password) {
        if (!isWanted() || !MessageDigest.isEqual(token, givenToken.strip().getBytes(StandardCharsets.UTF_8))) {
            throw new IllegalArgumentException("first.token");
        }
        if (!UserIds.isValid(userId) || identities.exists(userId)) {
            throw new IllegalArgumentException("first.user");
        }
        transactions.executeWithoutResult(status -> {
            credentials.set(userId, password);
            identities.ensurePerson(
                    new Person(userId, "Administrator", userId, List.of(Identities.ADMINISTRATORS), List.of()));
        });
        token = null;
    }

    synchronized String issue() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String text = Base64.getUrlEncoder().encodeToString(random);
        token = text.getBytes(StandardCharsets.UTF_8);
        validUntil = clock.instant().plus(VALIDITY);
        return text;
    }
}
