package id.tuntas.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.testing.EngineTest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EngineTest
class DataKeysTest {

    private static final SecretKey OLD = master(1);
    private static final SecretKey NEW = master(2);

    @Autowired
    JdbcClient db;

    @Autowired
    Clock clock;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private final List<String> made = new ArrayList<>();

    @AfterEach
    void leaveNothing() {
        made.forEach(root -> db.sql("delete from data_key where root_instance_id = ?")
                .param(root)
                .update());
    }

    @Test
    void wrapsAnewWhileOthersReadAndThenNeedsTheOldKeyNoMore() throws Exception {
        DataKeys before = keys(Map.of("lama", OLD), "lama");
        List<SecretKey> made = new ArrayList<>();
        List<String> roots = new ArrayList<>();
        for (int i = 0; i < 700; i++) {
            roots.add(root());
            made.add(before.create(roots.get(i)));
        }
        MasterKeys both = new MasterKeys(Map.of("lama", OLD, "baru", NEW), "baru");
        DataKeys during = new DataKeys(db, both, clock);
        AtomicBoolean done = new AtomicBoolean();
        List<Throwable> failures = new ArrayList<>();
        Thread reader = new Thread(() -> {
            for (int i = 0; !done.get(); i = (i + 1) % roots.size()) {
                try {
                    assertThat(during.find(roots.get(i))).contains(made.get(i));
                } catch (RuntimeException | AssertionError e) {
                    failures.add(e);
                    return;
                }
            }
        });
        reader.start();

        // others in this database are wrapped by the key of the tests
        int rotated = (int) roots.stream().filter(during::rewrap).count();
        done.set(true);
        reader.join();

        assertThat(failures).isEmpty();
        assertThat(rotated).isEqualTo(roots.size());
        DataKeys after = keys(Map.of("baru", NEW), "baru");
        assertThat(roots).allSatisfy(root -> assertThat(after.find(root)).contains(made.get(roots.indexOf(root))));
        assertThatThrownBy(() -> before.find(roots.get(0))).hasMessageContaining("\"baru\"");
    }

    @Test
    void refusesAWrappedKeyThatWasPutIntoAnotherCase() {
        DataKeys keys = keys(Map.of("k", OLD), "k");
        String one = root();
        String other = root();
        keys.create(one);
        keys.create(other);

        db.sql(
                        "update data_key set wrapped = (select wrapped from data_key where root_instance_id = ?) where root_instance_id = ?")
                .params(one, other)
                .update();

        assertThatThrownBy(() -> keys.find(other)).isInstanceOf(VaultException.class);
    }

    @Test
    void refusesAnotherMasterKeyOfTheSameName() {
        String root = root();
        keys(Map.of("k", OLD), "k").create(root);

        assertThatThrownBy(() -> keys(Map.of("k", NEW), "k").find(root)).isInstanceOf(VaultException.class);
    }

    @Test
    void forgetsAKeyWhoseTransactionWasRolledBack() {
        CaseKeys keys = caseKeys("k");
        String root = root();

        SecretKey lost = transaction.execute(status -> {
            SecretKey key = keys.toSeal(root);
            assertThat(keys.toOpen(root)).isEqualTo(key);
            status.setRollbackOnly();
            return key;
        });

        assertThatThrownBy(() -> keys.toOpen(root)).hasMessageContaining("tidak ada di basis data");
        assertThat(keys.toSeal(root)).isNotEqualTo(lost);
    }

    @Test
    void refusesForEverWhatStandsOnTheListBesideTheKeystore() {
        String root = root();
        keys(Map.of("k", OLD), "k").create(root);
        ErasedKeys list = new ErasedKeys(folder.resolve("erased"));
        list.add(List.of(root));

        // as after a restore: the row is back, with its wrapped key
        ErasedKeys read = new ErasedKeys(folder.resolve("erased"));
        CaseKeys keys = new CaseKeys(keys(Map.of("k", OLD), "k"), read, db);
        assertThatThrownBy(() -> keys.toOpen(root)).isInstanceOf(CaseErasedException.class);
        assertThatThrownBy(() -> keys.toSeal(root)).isInstanceOf(CaseErasedException.class);

        new VaultAtStart(db, keys(Map.of("k", OLD), "k"), read, clock).eraseAgain();
        assertThat(db.sql("select count(*) from data_key where root_instance_id = ? and wrapped is null")
                        .param(root)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void startsNotWithAKeystoreOfAnotherDatabase() {
        String root = root();
        keys(Map.of("asing", OLD), "asing").create(root);
        ErasedKeys none = new ErasedKeys(folder.resolve("erased"));

        assertThatThrownBy(() -> new VaultAtStart(db, keys(Map.of("k", OLD), "k"), none, clock).run(null))
                .hasMessageContaining("does not fit this database");
    }

    private String root() {
        made.add("uji-" + UUID.randomUUID());
        return made.get(made.size() - 1);
    }

    private DataKeys keys(Map<String, SecretKey> masters, String current) {
        return new DataKeys(db, new MasterKeys(masters, current), clock);
    }

    private CaseKeys caseKeys(String master) {
        return new CaseKeys(keys(Map.of(master, OLD), master), new ErasedKeys(folder.resolve("erased")), db);
    }

    private static SecretKey master(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new SecretKeySpec(bytes, "AES");
    }
}
