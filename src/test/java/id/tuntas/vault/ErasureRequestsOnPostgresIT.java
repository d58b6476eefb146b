package id.tuntas.vault;

import id.tuntas.testing.EngineTest;
import id.tuntas.testing.TestDatabases;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@EngineTest
class ErasureRequestsOnPostgresIT extends ErasureRequestsContract {

    @DynamicPropertySource
    static void onPostgres(DynamicPropertyRegistry properties) {
        TestDatabases.usePostgres(properties);
    }
}
