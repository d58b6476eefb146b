package id.tuntas.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class ValueCipherTest {

    private static final SecretKey KEY = key(1);
    private static final byte[] NAME = bytes("kasus-1\0korbanNama");
    private static final byte[] SECRET = bytes("Melati");

    @Test
    void opensWhatItSealed() {
        assertThat(ValueCipher.open(KEY, NAME, ValueCipher.seal(KEY, NAME, SECRET)))
                .isEqualTo(SECRET);
        assertThat(ValueCipher.open(KEY, NAME, ValueCipher.seal(KEY, NAME, new byte[0])))
                .isEmpty();
    }

    @Test
    void neverUsesANonceTwiceInAMillionValues() {
        int values = 1_000_000;
        Set<ByteBuffer> nonces = new HashSet<>(values * 2);
        for (int i = 0; i < values; i++) {
            nonces.add(
                    ByteBuffer.wrap(ValueCipher.seal(KEY, NAME, SECRET), 0, 12).slice());
        }

        assertThat(nonces).hasSize(values);
    }

    @Test
    void refusesAValueOfAnotherCaseOrName() {
        byte[] sealed = ValueCipher.seal(KEY, NAME, SECRET);

        assertThatThrownBy(() -> ValueCipher.open(KEY, bytes("kasus-2\0korbanNama"), sealed))
                .isInstanceOf(VaultException.class)
                .hasMessageContaining("dipindahkan");
        assertThatThrownBy(() -> ValueCipher.open(KEY, bytes("kasus-1\0korbanNik"), sealed))
                .isInstanceOf(VaultException.class);
    }

    @Test
    void refusesAnotherKey() {
        byte[] sealed = ValueCipher.seal(KEY, NAME, SECRET);

        assertThatThrownBy(() -> ValueCipher.open(key(2), NAME, sealed)).isInstanceOf(VaultException.class);
    }

    @Test
    void refusesEveryChangedByteAndEveryCut() {
        byte[] sealed = ValueCipher.seal(KEY, NAME, SECRET);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> ValueCipher.open(KEY, NAME, changed)).isInstanceOf(VaultException.class);
            byte[] cut = java.util.Arrays.copyOf(sealed, i);
            assertThatThrownBy(() -> ValueCipher.open(KEY, NAME, cut)).isInstanceOf(VaultException.class);
        }
    }

    private static SecretKey key(int seed) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) seed;
        return new SecretKeySpec(bytes, "AES");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
