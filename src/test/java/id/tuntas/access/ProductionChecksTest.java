package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabase;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.password.PasswordEncoder;

class ProductionChecksTest {

    private final PasswordEncoder encoder = new PasswordEncoding().passwordEncoder();
    private EmbeddedDatabase database;
    private JdbcClient jdbc;
    private PasskeySettings passkeys = new PasskeySettings(null, List.of());

    @BeforeEach
    void open() {
        database = new EmbeddedDatabaseBuilder()
                .generateUniqueName(true)
                .setType(EmbeddedDatabaseType.H2)
                .build();
        jdbc = JdbcClient.create(database);
        jdbc.sql("create table credential (user_id varchar(64), hash varchar(255))")
                .update();
    }

    @AfterEach
    void close() {
        database.shutdown();
    }

    @Test
    void findNothingInAnOfficeThatDidItRight() {
        assertThat(problems(office(), Path.of("src/test/resources/access/secret.key")))
                .isEmpty();
        var withOwnTls = office().withProperty("tuntas.tls-proxy", "false").withProperty("server.ssl.bundle", "web");
        assertThat(problems(withOwnTls, Path.of("src/test/resources/access/secret.key")))
                .isEmpty();
    }

    @Test
    void sayEverythingThatIsWrongAtOnceAndHowToMendIt() {
        add("peksos", DemoPeople.PASSWORD);
        var bare = new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:h2:file:./.tuntas/db")
                .withProperty("server.servlet.session.cookie.secure", "false")
                .withProperty("tuntas.vault.make-keystore", "true");
        assertThat(problems(bare, null))
                .hasSize(6)
                .anySatisfy(line -> assertThat(line).contains("tuntas.vault.make-keystore"))
                .anySatisfy(line -> assertThat(line).contains("tuntas.access.secret-key-file", "openssl"))
                .anySatisfy(line -> assertThat(line).contains("tuntas.tls-proxy=true"))
                .anySatisfy(line -> assertThat(line).contains("cookie.secure"))
                .anySatisfy(line -> assertThat(line).contains("tuntas.accept-h2=true"))
                .anySatisfy(line -> assertThat(line).contains("peksos", "kata sandi"));
        assertThatThrownBy(() -> checks(bare, null).afterSingletonsInstantiated())
                .isInstanceOf(UnsafeStartException.class);
    }

    @Test
    void takeAProxyOnlyIfItsHeadersAreRead() {
        var deaf = office().withProperty("server.forward-headers-strategy", "none");
        assertThat(problems(deaf, Path.of("src/test/resources/access/secret.key")))
                .singleElement()
                .asString()
                .contains("forward-headers-strategy");
    }

    @Test
    void leaveAloneWhoHasANameOfTheDemoAndAPasswordOfHisOwn() {
        add("admin", "perahu layar biru");
        assertThat(problems(office(), Path.of("src/test/resources/access/secret.key")))
                .isEmpty();
    }

    @Test
    void sayWhichHostNamePasskeysNeed() {
        Path key = Path.of("src/test/resources/access/secret.key");
        passkeys = new PasskeySettings("tuntas.contoh.go.id", List.of());
        assertThat(problems(office(), key)).isEmpty();
        passkeys = new PasskeySettings("https://tuntas.contoh.go.id", List.of());
        assertThat(problems(office(), key))
                .singleElement()
                .asString()
                .contains("tuntas.sign-in.passkeys.relying-party", "nama host");
    }

    private void add(String user, String password) {
        jdbc.sql("insert into credential values (?, ?)")
                .params(user, encoder.encode(password))
                .update();
    }

    private List<String> problems(MockEnvironment environment, Path key) {
        return checks(environment, key).problems();
    }

    private ProductionChecks checks(MockEnvironment environment, Path key) {
        var settings = new AccessSettings(Duration.ofMinutes(30), Duration.ofHours(12), Set.of(), key);
        return new ProductionChecks(environment, new KeyFileSecretBox(settings, environment), jdbc, encoder, passkeys);
    }

    private static MockEnvironment office() {
        return new MockEnvironment()
                .withProperty("spring.datasource.url", "jdbc:postgresql://127.0.0.1/tuntas")
                .withProperty("tuntas.tls-proxy", "true")
                .withProperty("server.forward-headers-strategy", "NATIVE")
                .withProperty("server.servlet.session.cookie.secure", "true");
    }
}
