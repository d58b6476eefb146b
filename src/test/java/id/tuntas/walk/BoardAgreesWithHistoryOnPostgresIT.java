package id.tuntas.walk;

import id.tuntas.TuntasTest;
import id.tuntas.testing.TestDatabases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What holds on H2 holds on the database of production; fewer cases say so. */
@TuntasTest
class BoardAgreesWithHistoryOnPostgresIT extends BoardAgreesWithHistory {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry properties) {
        TestDatabases.usePostgres(properties);
    }

    @Override
    int cases() {
        return Integer.getInteger("tuntas.cases.postgres", 60);
    }
}
