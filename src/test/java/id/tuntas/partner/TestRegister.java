package id.tuntas.partner;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The register over whatever stands in its tables, for tests of other modules. */
public final class TestRegister {

    private TestRegister() {}

    public static MouRegister of(JdbcClient db) {
        return new MouRegister(db, Clock.systemUTC(), "manajer-kasus");
    }
}
