package id.tuntas.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStore.PasswordProtection;
import java.security.KeyStore.SecretKeyEntry;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.KeyGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * Finds the keystore. The demo and the tests make their own at the first start; elsewhere the start fails without one,
 * because a key that appears by itself is a key nobody keeps.
 */
@Component
class Keystore {

    private static final Logger LOG = LoggerFactory.getLogger(Keystore.class);

    private final Path file;
    private final String password;
    private final Path passwordFile;
    private final String currentKey;
    private final boolean makeIt;

    Keystore(
            @Value("${tuntas.vault.keystore:}") String file,
            @Value("${tuntas.vault.keystore-password:}") String password,
            @Value("${tuntas.vault.keystore-password-file:}") String passwordFile,
            @Value("${tuntas.vault.current-key:}") String currentKey,
            @Value("${tuntas.vault.make-keystore:false}") boolean makeIt) {
        require(file, "tuntas.vault.keystore");
        require(currentKey, "tuntas.vault.current-key");
        require(password + passwordFile, "tuntas.vault.keystore-password or tuntas.vault.keystore-password-file");
        this.file = Path.of(file);
        this.password = password;
        this.passwordFile = passwordFile.isBlank() ? null : Path.of(passwordFile);
        this.currentKey = currentKey;
        this.makeIt = makeIt;
    }

    private static void require(String value, String property) {
        if (value.isBlank()) {
            throw new IllegalStateException("Case data are encrypted and need a master key: set " + property
                    + " (docs/how-to/key-ceremony-and-rotation.md)");
        }
    }

    @Bean
    MasterKeys masterKeys() {
        if (makeIt) {
            make();
        }
        return MasterKeys.load(file, password(), currentKey);
    }

    /** Beside the keystore, so that it is kept apart from the database as the keystore is. */
    Path listOfErased() {
        return file.resolveSibling(file.getFileName() + ".erased");
    }

    private char[] password() {
        if (passwordFile == null) {
            return password.toCharArray();
        }
        try {
            return Files.readString(passwordFile).strip().toCharArray();
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the password of the keystore from " + passwordFile, e);
        }
    }

    /** Two nodes may start at once on one machine: one makes it, the other waits and finds it. */
    private void make() {
        synchronized (Keystore.class) {
            try {
                Path folder = file.toAbsolutePath().getParent();
                Files.createDirectories(folder);
                try (FileChannel lock = FileChannel.open(
                                folder.resolve(file.getFileName() + ".lock"),
                                StandardOpenOption.CREATE,
                                StandardOpenOption.WRITE);
                        var held = lock.lock()) {
                    if (held.isValid() && Files.notExists(file)) {
                        write();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot make the keystore " + file, e);
            }
        }
    }

    private void write() throws IOException {
        if (passwordFile != null && Files.notExists(passwordFile)) {
            byte[] random = new byte[24];
            new SecureRandom().nextBytes(random);
            Files.writeString(passwordFile, Base64.getUrlEncoder().encodeToString(random));
            onlyForOwner(passwordFile);
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        try (OutputStream out = Files.newOutputStream(unfinished)) {
            KeyGenerator aes = KeyGenerator.getInstance("AES");
            aes.init(256);
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setEntry(currentKey, new SecretKeyEntry(aes.generateKey()), new PasswordProtection(password()));
            store.store(out, password());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot make the keystore " + file, e);
        }
        onlyForOwner(unfinished);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        LOG.warn("Made the keystore {}: without it nothing of this database can be read", file);
    }

    private static void onlyForOwner(Path path) throws IOException {
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        }
    }
}
