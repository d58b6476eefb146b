package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.testing.TestDatabases;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;

/** On both databases. */
class PasskeyStoreTest {

    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");

    static Stream<DataSource> databases() {
        return Stream.of(
                migrated(new DriverManagerDataSource(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "")),
                migrated(new DriverManagerDataSource(TestDatabases.newPostgres(), "postgres", "")));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsAKeyAsItWasMadeUnderARandomHandle(DataSource database) {
        var bench = new Bench(database, "sari");
        Bytes handle = bench.handleOf("sari");
        assertThat(handle.getBytes()).hasSize(32);
        assertThat(bench.owners.findById(handle).getName()).isEqualTo("sari");
        bench.owners.ensure("sari");
        assertThat(bench.handleOf("sari")).as("for ever").isEqualTo(handle);

        CredentialRecord made = key(handle, 7);
        bench.store.save(made);
        CredentialRecord kept = bench.store.findByCredentialId(made.getCredentialId());
        assertThat(kept)
                .usingRecursiveComparison()
                .ignoringFields("created", "lastUsed")
                .isEqualTo(made);
        assertThat(bench.store.findByUserId(handle)).hasSize(1);
        assertThat(bench.store.of("sari")).singleElement().satisfies(key -> {
            assertThat(key.label()).isEqualTo("ponsel saya");
            assertThat(key.createdAt()).isEqualTo(NOW);
            assertThat(key.lastUsedAt()).isNull();
            assertThat(key.id()).matches("[a-z2-7]{16}");
        });
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsTheCounterAndLetsItGoForwardOnly(DataSource database) {
        var bench = new Bench(database, "sari");
        CredentialRecord made = key(bench.handleOf("sari"), 7);
        bench.store.save(made);
        bench.store.save(counted(made, 8));
        assertThat(bench.store.findByCredentialId(made.getCredentialId()).getSignatureCount())
                .isEqualTo(8);
        assertThat(bench.store.of("sari").get(0).lastUsedAt()).isEqualTo(NOW);
        assertThatThrownBy(() -> bench.store.save(counted(made, 8)))
                .as("another node was faster")
                .isInstanceOf(OptimisticLockingFailureException.class);

        CredentialRecord never = key(bench.handleOf("sari"), 0);
        bench.store.save(never);
        bench.store.save(counted(never, 0));
        bench.store.save(counted(never, 0));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void belongsToOneAndGoesWithTheAccount(DataSource database) {
        var bench = new Bench(database, "sari", "budi");
        CredentialRecord hers = key(bench.handleOf("sari"), 0);
        bench.store.save(hers);
        bench.store.save(key(bench.handleOf("budi"), 0));
        String id = bench.store.of("sari").get(0).id();
        assertThat(bench.store.remove("budi", id)).as("is not his").isFalse();
        assertThat(bench.store.remove("sari", id)).isTrue();
        assertThat(bench.store.findByCredentialId(hers.getCredentialId())).isNull();

        bench.jdbc.sql("delete from account where user_id = 'budi'").update();
        assertThat(bench.jdbc
                        .sql("select count(*) from passkey")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(bench.owners.findByUsername("budi")).isNull();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void takesTheLongestThereAreAndNoneTwice(DataSource database) {
        var bench = new Bench(database, "sari");
        byte[] longest = new byte[1023];
        longest[0] = 1;
        CredentialRecord made = ImmutableCredentialRecord.fromCredentialRecord(key(bench.handleOf("sari"), 0))
                .credentialId(new Bytes(longest))
                .transports(Set.of())
                .build();
        bench.store.save(made);
        assertThat(bench.store.findByCredentialId(new Bytes(longest)).getTransports())
                .isEmpty();
        assertThatThrownBy(() -> bench.jdbc
                        .sql("insert into passkey select 'x', user_id, credential_id, public_key, attestation_object,"
                                + " sign_count, transports, backup_eligible, backup_state, label, created_at, last_used_at"
                                + " from passkey")
                        .update())
                .isInstanceOf(DuplicateKeyException.class);
        bench.store.delete(new Bytes(longest));
        assertThat(bench.store.of("sari")).isEmpty();
        bench.owners.delete(bench.handleOf("sari"));
        assertThat(bench.owners.findByUsername("sari")).isNull();
    }

    private static CredentialRecord key(Bytes handle, long count) {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(Bytes.random())
                .userEntityUserId(handle)
                .publicKey(new ImmutablePublicKeyCose(Bytes.random().getBytes()))
                .attestationObject(Bytes.random())
                .signatureCount(count)
                .uvInitialized(true)
                .transports(Set.of(AuthenticatorTransport.INTERNAL, AuthenticatorTransport.HYBRID))
                .backupEligible(true)
                .backupState(false)
                .label("ponsel saya")
                .build();
    }

    private static CredentialRecord counted(CredentialRecord key, long count) {
        return ImmutableCredentialRecord.fromCredentialRecord(key)
                .signatureCount(count)
                .build();
    }

    private static DataSource migrated(DataSource database) {
        for (String script : List.of("V201__access.sql", "V202__accounts.sql", "V203__passkeys.sql")) {
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/" + script)).execute(database);
        }
        return database;
    }

    private static final class Bench {

        final JdbcClient jdbc;
        final PasskeyOwners owners;
        final PasskeyStore store;

        Bench(DataSource database, String... people) {
            jdbc = JdbcClient.create(database);
            owners = new PasskeyOwners(jdbc);
            store = new PasskeyStore(jdbc, Clock.fixed(NOW, ZoneOffset.UTC));
            for (String person : people) {
                jdbc.sql("insert into account (user_id, enabled, session_epoch) values (?, true, 0)")
                        .param(person)
                        .update();
                owners.ensure(person);
            }
        }

        Bytes handleOf(String userId) {
            return owners.findByUsername(userId).getId();
        }
    }
}
