package id.tuntas.walk;

import id.tuntas.TuntasTest;
import java.io.IOException;
import java.io.OutputStream;
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
        MarksInMail.use(properties);
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

    @Override
    String bytes() {
        return "varbinary(40)";
    }

    @Override
    void dump(OutputStream to) throws IOException {
        Path script = Files.createTempFile("tuntas-clear", ".sql");
        db.sql("script to '" + script + "'").query().listOfRows();
        Files.copy(script, to);
        Files.delete(script);
    }
}
