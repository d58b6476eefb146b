package id.tuntas.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.stereotype.Component;

/**
 * AES-256-GCM under a key from {@code tuntas.access.secret-key-file}. In the demo the file is made at the first start and
 * says so inside; elsewhere such a file is refused, and {@link ProductionChecks} ends the start.
 */
@Component
class KeyFileSecretBox implements SecretBox {

    private static final String MADE_BY_DEMO = "demo:";
    private static final byte VERSION = 1;
    private static final int NONCE = 12; // bytes
    private static final int TAG = 128; // bits
    private static final int KEY = 32; // bytes

    private final SecureRandom random = new SecureRandom();
    private final SecretKeySpec key;
    private final String problem;

    KeyFileSecretBox(AccessSettings settings, Environment environment) {
        boolean demo = environment.acceptsProfiles(Profiles.of("demo"));
        Path file = settings.secretKeyFile();
        String text = file == null ? "" : read(file, demo);
        byte[] bytes = decode(text.replaceFirst("^" + MADE_BY_DEMO, ""));
        this.problem = problem(file, text, bytes, demo);
        this.key = problem == null ? new SecretKeySpec(bytes, "AES") : null;
    }

    /** Why there is no key, for the operator; empty if there is one. */
    Optional<String> problem() {
        return Optional.ofNullable(problem);
    }

    @Override
    public String seal(String context, String clear) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, context, clear.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    @Override
    public String open(String context, String sealed) {
        byte[] all = Base64.getUrlDecoder().decode(sealed);
        if (all.length <= NONCE || all[0] != VERSION) {
            throw new IllegalArgumentException("not sealed here");
        }
        byte[] nonce = Arrays.copyOfRange(all, 1, 1 + NONCE);
        byte[] clear = run(Cipher.DECRYPT_MODE, nonce, context, Arrays.copyOfRange(all, 1 + NONCE, all.length));
        return new String(clear, StandardCharsets.UTF_8);
    }

    private byte[] run(int mode, byte[] nonce, String context, byte[] input) {
        if (key == null) {
            throw new IllegalStateException(problem);
        }
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG, nonce));
            cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not sealed here", e);
        }
    }

    private static String problem(Path file, String text, byte[] bytes, boolean demo) {
        if (file == null) {
            return "tuntas.access.secret-key-file belum diisi. Buat kunci dengan"
                    + " `openssl rand -base64 32 > kunci-masuk`, simpan di luar basis data, dan tulis letaknya di sana.";
        }
        if (bytes.length != KEY) {
            return "tuntas.access.secret-key-file (" + file
                    + ") tidak terbaca atau bukan 32 byte Base64. Buat dengan `openssl rand -base64 32`.";
        }
        if (text.startsWith(MADE_BY_DEMO) && !demo) {
            return "tuntas.access.secret-key-file (" + file
                    + ") adalah kunci peragaan. Buat kunci sendiri dengan `openssl rand -base64 32`.";
        }
        return null;
    }

    private static String read(Path file, boolean demo) {
        try {
            if (demo && Files.notExists(file)) {
                make(file);
            }
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        byte[] bytes = new byte[KEY];
        new SecureRandom().nextBytes(bytes);
        Files.writeString(file, MADE_BY_DEMO + Base64.getEncoder().encodeToString(bytes));
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
