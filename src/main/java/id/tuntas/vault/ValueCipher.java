package id.tuntas.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM with a random nonce of 96 bits in front of the sealed bytes. Random nonces are good for 2^32 values under
 * one key (NIST SP 800-38D, 8.3); a case has thousands.
 */
public final class ValueCipher {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();
    // a look-up through all providers costs more than the encryption of a short value
    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(ValueCipher::aes);

    private ValueCipher() {}

    /** @param context what the value belongs to; opening with another context fails */
    public static byte[] seal(SecretKey key, byte[] context, byte[] plain) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(context);
            byte[] sealed = new byte[NONCE + cipher.getOutputSize(plain.length)];
            System.arraycopy(nonce, 0, sealed, 0, NONCE);
            cipher.doFinal(plain, 0, plain.length, sealed, NONCE);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new VaultException("Nilai tidak dapat disandikan.", e);
        }
    }

    /** @throws VaultException if the key or the context is another one, or a byte was changed */
    public static byte[] open(SecretKey key, byte[] context, byte[] sealed) {
        if (sealed.length < NONCE + TAG_BITS / 8) {
            throw new VaultException("Nilai tersimpan rusak.");
        }
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, sealed, 0, NONCE));
            cipher.updateAAD(context);
            return cipher.doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (AEADBadTagException e) {
            throw new VaultException(
                    "Nilai tersimpan tidak cocok dengan kunci, kasus, atau namanya: rusak atau dipindahkan.", e);
        } catch (GeneralSecurityException e) {
            throw new VaultException("Nilai tersimpan tidak dapat dibuka.", e);
        }
    }

    private static Cipher aes() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-GCM", e);
        }
    }
}
