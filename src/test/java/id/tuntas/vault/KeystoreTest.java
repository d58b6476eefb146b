package id.tuntas.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeystoreTest {

    @TempDir
    Path folder;

    @Test
    void startsNowhereWithoutAKeystore() {
        assertThatThrownBy(() -> new Keystore("", "geheim", "", "k1", false))
                .hasMessageContaining("set tuntas.vault.keystore ");
        assertThatThrownBy(() -> new Keystore("k.p12", "", "", "k1", false)).hasMessageContaining("password");
        assertThatThrownBy(() -> new Keystore("k.p12", "geheim", "", "", false))
                .hasMessageContaining("tuntas.vault.current-key");
        assertThatThrownBy(() -> keystore("geheim", "k1", false).masterKeys())
                .hasMessageContaining("missing, or the password is another one");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void makesOneForTheDemoThatOnlyItsOwnerReadsAndKeepsIt() throws Exception {
        MasterKeys made = keystore("geheim", "k1", true).masterKeys();
        MasterKeys again = keystore("geheim", "k1", true).masterKeys();

        assertThat(again.get("k1")).isEqualTo(made.get("k1"));
        assertThat(made.get("k1").getEncoded()).hasSize(32);
        assertThat(Files.getPosixFilePermissions(folder.resolve("k.p12"))).hasSize(2);
    }

    @Test
    void refusesAnotherPasswordAndAKeyThatIsNotThere() {
        keystore("geheim", "k1", true).masterKeys();

        assertThatThrownBy(() -> keystore("anders", "k1", false).masterKeys()).hasMessageContaining("password");
        assertThatThrownBy(() -> keystore("geheim", "k2", false).masterKeys()).hasMessageContaining("no key \"k2\"");
    }

    @Test
    void makesAPasswordOfItsOwnWhereItIsToldAFile() throws Exception {
        Path password = folder.resolve("k.pass");
        Keystore keystore = new Keystore(folder.resolve("k.p12").toString(), "", password.toString(), "k1", true);

        keystore.masterKeys();

        assertThat(Files.readString(password)).hasSizeGreaterThan(30);
        assertThat(keystore.masterKeys().currentId()).isEqualTo("k1");
    }

    private Keystore keystore(String password, String current, boolean make) {
        return new Keystore(folder.resolve("k.p12").toString(), password, "", current, make);
    }
}
