package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SopBundleTest {

    @TempDir
    private Path directory;

    @Test
    void namesFilesOfADirectoryAsThoseOfTheClassPath() throws IOException {
        write("bpmn/kasus.bpmn");
        write("bpmn/saring.dmn");
        write("bpmn/.camunda/element-templates/langkah.bpmn");
        write("bpmn/catatan.txt");
        write("forms/rujukan/terima.form");

        assertThat(SopBundle.fromDirectory(directory).names())
                .containsExactly("bpmn/kasus.bpmn", "bpmn/saring.dmn", "forms/rujukan/terima.form")
                .doesNotContain(directory.toString());
    }

    @Test
    void saysWhichFolderIsMissing() throws IOException {
        write("bpmn/kasus.bpmn");

        assertThatThrownBy(() -> SopBundle.fromDirectory(directory))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining(directory.resolve("forms").toString());
    }

    @Test
    void cannotBeChangedFromOutside() {
        byte[] bytes = {1};
        Map<String, byte[]> files = new HashMap<>(Map.of("bpmn/a.bpmn", bytes));
        SopBundle bundle = SopBundle.of(files);

        bytes[0] = 2;
        files.clear();
        bundle.bytes("bpmn/a.bpmn")[0] = 3;

        assertThat(bundle.bytes("bpmn/a.bpmn")).containsExactly(1);
    }

    @Test
    void readsNoMoreOfAFileThanTheRulesLookAt() throws IOException {
        Files.createDirectories(directory.resolve("bpmn"));
        Files.createDirectories(directory.resolve("forms"));
        Files.write(directory.resolve("bpmn/a.bpmn"), new byte[3 * SopBundle.MAX_BYTES]);

        assertThat(SopBundle.fromDirectory(directory).bytes("bpmn/a.bpmn")).hasSize(SopBundle.MAX_BYTES + 1);
    }

    private void write(String name) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }
}
