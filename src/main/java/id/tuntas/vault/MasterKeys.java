package id.tuntas.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.crypto.SecretKey;

/** The master keys of a keystore, by id. Several stand there while data keys are being wrapped anew. */
final class MasterKeys {

    private static final int AES_256 = 32;

    private final Map<String, SecretKey> keys;
    private final String current;

    /** @param current id of the key that wraps new data keys */
    MasterKeys(Map<String, SecretKey> keys, String current) {
        if (!keys.containsKey(current)) {
            throw new IllegalStateException("The keystore has no key \"" + current
                    + "\", which tuntas.vault.current-key names; it has " + keys.keySet());
        }
        this.keys = Map.copyOf(keys);
        this.current = current;
    }

    /** @throws IllegalStateException with a sentence if the keystore cannot be used */
    static MasterKeys load(Path keystore, char[] password, String current) {
        try (InputStream file = Files.newInputStream(keystore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            Map<String, SecretKey> keys = new HashMap<>();
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, password);
                if (!(key instanceof SecretKey secret) || secret.getEncoded().length != AES_256) {
                    throw new IllegalStateException(
                            "Key \"" + alias + "\" of the keystore is not an AES key of 256 bits");
                }
                keys.put(alias, secret);
            }
            return new MasterKeys(keys, current);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "Cannot read the keystore " + keystore + ": it is missing, or the password is another one", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot read the keys of " + keystore, e);
        }
    }

    String currentId() {
        return current;
    }

    Set<String> ids() {
        return keys.keySet();
    }

    /** @throws VaultException if the keystore does not have it any more */
    SecretKey get(String id) {
        SecretKey key = keys.get(id);
        if (key == null) {
            throw new VaultException("Kunci induk \"" + id + "\" tidak ada di keystore.");
        }
        return key;
    }
}
