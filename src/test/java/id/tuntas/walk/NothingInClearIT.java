package id.tuntas.walk;

import id.tuntas.TuntasTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With the file of an H2. */
@TuntasTest
class NothingInClearIT extends MarkedCases {

    private static Path files;

    @DynamicPropertySource
    static void onFiles(DynamicPropertyRegistry properties) throws IOException {
        files = Files.createTempDirectory("tuntas-clear");
        properties.add(
                "spring.datasource.url",
                () -> "jdbc:h2:file:" + files.resolve("db") + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=512");
    }

    @Override
    void flush() {
        db.sql("checkpoint sync").update();
    }

    @Override
    Path files() {
        return files;
    }
}
