package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

class PasswordEncodingTest {

    private final PasswordEncoder encoder = new PasswordEncoding().passwordEncoder();

    @Test
    void readsAPasswordToItsEnd() {
        String hash = encoder.encode("x".repeat(100) + "a");
        assertThat(hash).startsWith("{argon2id}");
        assertThat(encoder.matches("x".repeat(100) + "a", hash)).isTrue();
        assertThat(encoder.matches("x".repeat(100) + "b", hash)).isFalse();
    }

    @Test
    void stillKnowsOldHashesAndWantsThemRenewed() {
        String old = "{bcrypt}" + new BCryptPasswordEncoder(10).encode("perahu layar biru");
        assertThat(encoder.matches("perahu layar biru", old)).isTrue();
        assertThat(encoder.upgradeEncoding(old)).isTrue();
        assertThat(encoder.upgradeEncoding(encoder.encode("perahu layar biru"))).isFalse();
    }
}
