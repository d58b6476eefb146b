package id.tuntas.casefile;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The register of cases over whatever stands in its table, for tests of other modules. */
public final class TestCases {

    private TestCases() {}

    public static CaseRegister of(JdbcClient db) {
        return new CaseRegister(db);
    }
}
