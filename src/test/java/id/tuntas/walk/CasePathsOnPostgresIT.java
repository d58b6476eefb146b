package id.tuntas.walk;

import id.tuntas.TuntasTest;
import id.tuntas.testing.TestDatabases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What holds on H2 holds on the database of production. */
@TuntasTest
class CasePathsOnPostgresIT extends CasePathsTest {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry properties) {
        TestDatabases.usePostgres(properties);
    }
}
