package id.tuntas.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Outside the demo the application refuses to start while something about it is for demonstrations only. It looks once
 * everything is made and before the first port is opened, and says all it found at once.
 */
@Component
@Profile("!demo")
class ProductionChecks implements SmartInitializingSingleton {

    private final Environment environment;
    private final KeyFileSecretBox box;
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final PasskeySettings passkeys;

    ProductionChecks(
            Environment environment,
            KeyFileSecretBox box,
            JdbcClient jdbc,
            PasswordEncoder encoder,
            PasskeySettings passkeys) {
        this.environment = environment;
        this.box = box;
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.passkeys = passkeys;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new UnsafeStartException(problems);
        }
    }

    /** Sentences for the operator: what is wrong and how to mend it. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        box.problem().ifPresent(problems::add);
        if (is("tuntas.vault.make-keystore")) {
            problems.add(
                    "Kunci data tidak boleh dibuat sendiri oleh aplikasi. Hapus tuntas.vault.make-keystore=true dan buat"
                            + " kunci menurut docs/how-to/key-ceremony-and-rotation.md.");
        }
        if (!Tls.isDeclared(environment)) {
            problems.add("Sambungan tanpa enkripsi (HTTP biasa). Isi server.ssl.*, atau bila ada proksi TLS di depan:"
                    + " tuntas.tls-proxy=true dan server.forward-headers-strategy=native.");
        }
        if (!is("server.servlet.session.cookie.secure")) {
            problems.add("Kuki sesi dapat terkirim tanpa enkripsi. Hapus server.servlet.session.cookie.secure=false.");
        }
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:h2:") && !is("tuntas.accept-h2")) {
            problems.add("Basis data H2 hanya untuk percobaan. Isi spring.datasource.url dengan PostgreSQL, atau"
                    + " tuntas.accept-h2=true bila Anda menerima risikonya.");
        }
        problems.addAll(passkeys.problems());
        List<String> demo = peopleWithTheDemoPassword();
        if (!demo.isEmpty()) {
            problems.add("Akun peragaan masih memakai kata sandi yang diketahui umum: " + String.join(", ", demo)
                    + ". Mulai dengan basis data baru, atau hapus baris mereka dari tabel credential.");
        }
        return problems;
    }

    private boolean is(String property) {
        return environment.getProperty(property, Boolean.class, false);
    }

    /** The demo stores one hash for all its people, so few are compared. */
    private List<String> peopleWithTheDemoPassword() {
        Set<String> names = DemoPeople.ids();
        List<Stored> stored =
                jdbc.sql("select user_id, hash from credential order by user_id").query(Stored.class).list().stream()
                        .filter(row -> names.contains(row.userId()))
                        .toList();
        List<String> hashes = stored.stream()
                .map(Stored::hash)
                .distinct()
                .filter(hash -> encoder.matches(DemoPeople.PASSWORD, hash))
                .toList();
        Stream<String> people =
                stored.stream().filter(row -> hashes.contains(row.hash())).map(Stored::userId);
        return people.limit(5).toList();
    }

    private record Stored(String userId, String hash) {}
}
