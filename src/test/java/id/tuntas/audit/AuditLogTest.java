package id.tuntas.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.audit.ChainCheck.What;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.actuate.health.Status;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.IllegalTransactionStateException;

class AuditLogTest {

    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    Path folder;

    private String url;
    private AuditBench bench;

    @BeforeEach
    void openDatabase() {
        url = "jdbc:h2:mem:audit" + COUNT.incrementAndGet() + ";DB_CLOSE_DELAY=-1";
        AuditBench.migrate(url, "sa");
        bench = AuditBench.on(url, "sa");
    }

    @AfterEach
    void close() {
        SecurityContextHolder.clearContext();
        AuditActor.comesFrom(null);
        bench.db.sql("shutdown").update();
        bench.close();
    }

    @Test
    void aRollbackTakesTheRowAlong() {
        bench.transaction.executeWithoutResult(status -> {
            bench.log.record(AuditEntry.of("DIUBAH"));
            status.setRollbackOnly();
        });

        assertThat(bench.count("audit_entry")).isZero();
        assertThat(bench.count("audit_pending")).isZero();
    }

    @Test
    void aChangeIsRecordedInATransactionOrNotAtAll() {
        assertThatThrownBy(() -> bench.log.record(AuditEntry.of("DIUBAH")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void aLookIsOnRecordAlthoughTheCallerRollsBack() {
        bench.transaction.executeWithoutResult(status -> {
            bench.log.recordNow(AuditEntry.of("DILIHAT"));
            status.setRollbackOnly();
        });

        assertThat(bench.count("audit_entry")).isEqualTo(1);
    }

    @Test
    void theRowSaysWhoAndFromWhereAndWhoseCaseItIs() {
        var who = new TestingAuthenticationToken("peksos", "", "peksos", "auditor");
        SecurityContextHolder.getContext().setAuthentication(who);
        AuditActor.comesFrom("192.0.2.7");
        bench.record("DILIHAT");

        assertThat(bench.db
                        .sql("select * from audit_entry")
                        .query(AuditTable::row)
                        .single())
                .extracting(AuditRow::actor, AuditRow::groups, AuditRow::address, AuditRow::districtId, AuditRow::node)
                .containsExactly("peksos", "auditor,peksos", "192.0.2.7", "manggarai-barat", "uji");
    }

    @Test
    void withoutARequestTheProgramItselfActsAndWithOneSomebodyWithoutAName() {
        bench.record("SATU");
        AuditActor.comesFrom("192.0.2.7");
        bench.record("DUA");
        AuditActor.as("tamu", () -> {
            bench.record("TIGA");
            return null;
        });

        assertThat(bench.db
                        .sql("select actor from audit_entry order by id")
                        .query(String.class)
                        .list())
                .containsExactly("sistem", "anonim", "tamu");
    }

    @Test
    void aNameFromOutsideCannotPretendToBeTwoOrHoldAValue() {
        bench.log.recordNow(AuditEntry.of("DILIHAT").about(List.of("umur,alamat", "=1+1\n")));

        assertThat(bench.db
                        .sql("select fields from audit_entry")
                        .query(String.class)
                        .single())
                .isEqualTo("umur?alamat,?1?1?");
    }

    @Test
    void everythingIsSealedOnceAndTheChainIsWhole() {
        for (int row = 0; row < 2500; row++) {
            bench.record("BARIS");
        }

        assertThat(bench.sealer.run()).isEqualTo(2500);
        assertThat(bench.sealer.run()).isZero();
        assertThat(bench.count("audit_pending")).isZero();
        assertThat(bench.verifier.verify(null)).isEqualTo(new ChainVerifier.Report(2500, null));
        assertThat(bench.heads.now().sequence()).isEqualTo(2500);
    }

    @ParameterizedTest
    @CsvSource({
        "update audit_entry set actor = 'orang lain' where id = 3, ALTERED, 3, 3",
        "update audit_entry set case_number = null where id = 3, ALTERED, 3, 3",
        "update audit_seal set sealed_at = sealed_at + interval '1' second where sequence = 3, ALTERED, 3, 3",
        "delete from audit_entry where id = 3, MISSING, 3, 3",
        "delete from audit_seal where sequence = 3, MISSING, 3,",
        "delete from audit_seal where sequence = 5, UNSEALED, 0, 5",
        "update audit_seal set previous_hash = hash where sequence = 3, DOES_NOT_FOLLOW, 3, 3"
    })
    void whatIsDoneToTheTablesIsFound(String tampering, What what, long sequence, Long entry) {
        fiveSealed();
        bench.db.sql(tampering).update();

        assertThat(bench.verifier.verify(null).broken()).isEqualTo(new ChainCheck.Break(what, sequence, entry));
    }

    @Test
    void aRowPutInPastTheProgramIsFound() {
        fiveSealed();
        bench.record("PALSU");
        bench.db.sql("delete from audit_pending").update();

        assertThat(bench.verifier.verify(null).broken()).isEqualTo(new ChainCheck.Break(What.UNSEALED, 0, 6L));
    }

    @Test
    void rowsThatStillWaitForTheirSealAreNoBreak() {
        fiveSealed();
        bench.record("BARU");

        assertThat(bench.verifier.verify(null).broken()).isNull();
    }

    @Test
    void aHeadKeptInAFileTellsThatTheEndWasCutOff() {
        fiveSealed();
        Path file = folder.resolve("kepala.json");
        bench.heads.write(bench.heads.now(), file);
        assertThat(ChainHeads.read(file)).isEqualTo(bench.heads.now());

        bench.db.sql("delete from audit_seal where sequence = 5").update();
        bench.db.sql("delete from audit_entry where id = 5").update();

        assertThat(bench.verifier.verify(null).broken()).isNull();
        assertThat(bench.verifier.verify(ChainHeads.read(file)).broken())
                .isEqualTo(new ChainCheck.Break(What.MISSING, 5, null));
    }

    @Test
    void theCommandSaysWhetherTheChainIsWholeAndLeadsThroughTheKeptHead() {
        fiveSealed();
        Path file = folder.resolve("kepala.json");
        bench.heads.write(bench.heads.now(), file);
        bench.record("BARU");
        bench.sealer.run();
        assertThat(command("periksa").check()).isTrue();
        assertThat(command("").check()).isTrue();
        assertThat(command(file.toString()).check()).isTrue();
        assertThatThrownBy(() -> command("tidak-ada.json").check()).isInstanceOf(IllegalArgumentException.class);

        bench.db.sql("update audit_entry set reason = 'x' where id = 2").update();
        assertThat(command("periksa").check()).isFalse();
        assertThat(bench.verifier.verify(null).sentence())
                .isEqualTo("Rantai audit rusak pada urutan 2, baris audit_entry 2: isi baris diubah."
                        + " Utuh sebelumnya: 1 baris.");
    }

    private AuditCommands command(String verify) {
        return new AuditCommands(
                bench.verifier, bench.heads, null, new MockEnvironment().withProperty("tuntas.audit.verify", verify));
    }

    @Test
    void aRowThatWaitsForMoreThanAMinuteTurnsHealthDown() {
        bench.record("BARU");
        Clock later = Clock.fixed(Instant.now().plus(Duration.ofSeconds(61)), ZoneOffset.UTC);
        try (AuditBench other = AuditBench.on(url, "sa", later)) {
            assertThat(health(bench)).isEqualTo(Status.UP);
            assertThat(health(other)).isEqualTo(Status.DOWN);
            bench.sealer.run();
            assertThat(health(other)).isEqualTo(Status.UP);
        }
    }

    private static Status health(AuditBench node) {
        return new AuditHealthIndicator(node.watch, Duration.ofSeconds(60))
                .health()
                .getStatus();
    }

    private void fiveSealed() {
        for (int row = 0; row < 5; row++) {
            bench.record("BARIS");
        }
        bench.sealer.run();
    }
}
