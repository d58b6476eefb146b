package id.tuntas.casefile;

import id.tuntas.testing.EngineTest;
import id.tuntas.testing.TestDatabases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@EngineTest
class CaseNumbersOnPostgresIT extends CaseNumbersContract {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry properties) {
        TestDatabases.usePostgres(properties);
    }
}
