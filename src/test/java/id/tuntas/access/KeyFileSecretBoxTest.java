package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.env.MockEnvironment;

class KeyFileSecretBoxTest {

    @TempDir
    Path folder;

    @Test
    void opensWhatItSealedWithTheSameWordsOnly() {
        KeyFileSecretBox box = box("demo");
        String sealed = box.seal("milik budi", "JBSWY3DP");
        assertThat(sealed).matches("[A-Za-z0-9_-]+").isNotEqualTo(box.seal("milik budi", "JBSWY3DP"));
        assertThat(box.open("milik budi", sealed)).isEqualTo("JBSWY3DP");
        assertThatIllegalArgumentException().isThrownBy(() -> box.open("milik sari", sealed));
        assertThatIllegalArgumentException().isThrownBy(() -> box.open("milik budi", "B" + sealed.substring(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> box.open("milik budi", "bukan apa-apa"));
        assertThatIllegalArgumentException().isThrownBy(() -> box.open("milik budi", ""));
    }

    @Test
    void keepsItsKeyOverARestart() {
        String sealed = box("demo").seal("a", "b");
        assertThat(box("demo").open("a", sealed)).isEqualTo("b");
    }

    @Test
    void refusesTheKeyOfTheDemoElsewhere() {
        box("demo");
        KeyFileSecretBox office = box("kantor");
        assertThat(office.problem()).get().asString().contains("kunci peragaan", "tuntas.access.secret-key-file");
        assertThatIllegalStateException().isThrownBy(() -> office.seal("a", "b"));
    }

    @Test
    void makesNoKeyOutsideTheDemo() {
        assertThat(box("kantor").problem()).get().asString().contains("tuntas.access.secret-key-file");
        assertThat(folder.resolve("kunci")).doesNotExist();
    }

    private KeyFileSecretBox box(String profile) {
        var environment = new MockEnvironment();
        environment.setActiveProfiles(profile);
        var settings =
                new AccessSettings(Duration.ofMinutes(30), Duration.ofHours(12), Set.of(), folder.resolve("kunci"));
        return new KeyFileSecretBox(settings, environment);
    }
}
