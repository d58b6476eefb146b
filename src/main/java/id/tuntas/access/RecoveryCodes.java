package id.tuntas.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Ten codes for the day the phone is gone. Each is 80 random bits, stored as a digest, and good once. */
@Component
class RecoveryCodes {

    private static final int COUNT = 10;

    private final JdbcClient jdbc;

    RecoveryCodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In place of those there were; to be shown once. */
    List<String> renew(String userId) {
        delete(userId);
        List<String> codes =
                Stream.generate(() -> Digests.random(10)).limit(COUNT).toList();
        codes.forEach(code -> jdbc.sql("insert into recovery_code (user_id, hash) values (?, ?)")
                .params(userId, Digests.of(code))
                .update());
        return codes.stream()
                .map(code -> String.join("-", code.split("(?<=\\G.{4})")).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Whether it was one of his; then it no longer is, on any node. */
    boolean use(String userId, String code) {
        String bare = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return jdbc.sql("delete from recovery_code where user_id = ? and hash = ?")
                        .params(userId, Digests.of(bare))
                        .update()
                == 1;
    }

    int left(String userId) {
        return jdbc.sql("select count(*) from recovery_code where user_id = ?")
                .param(userId)
                .query(Integer.class)
                .single();
    }

    void delete(String userId) {
        jdbc.sql("delete from recovery_code where user_id = ?").param(userId).update();
    }
}
