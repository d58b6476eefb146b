package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A search that finds nothing is worth what it would have found. */
class MarksTest {

    private static final String MARK = "zQ7x004711";

    @ParameterizedTest
    @ValueSource(strings = {MARK, "5315010101900001"})
    void areFoundAsTextOfOneByteOrTwoAndInHexadecimalDigits(String mark) {
        String text = "kata " + mark + " kata";
        assertThat(Marks.in(text)).containsExactly(mark);
        for (Charset wide : new Charset[] {StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            assertThat(Marks.in(text.getBytes(wide))).as("%s", wide).containsExactly(mark);
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        assertThat(Marks.in(HexFormat.of().formatHex(bytes))).containsExactly(mark);
        assertThat(Marks.in(HexFormat.of().withUpperCase().formatHex(bytes))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {MARK, "zQ7x000000", "zQ7x123456", "zQ7x987654"})
    void areFoundInBase64WhereverItBegan(String mark) {
        for (String before : new String[] {"", "a", "ab", "abc", "{\"catatan\":\""}) {
            String hidden =
                    Base64.getEncoder().encodeToString((before + mark + " dan").getBytes(StandardCharsets.UTF_8));
            assertThat(Marks.in(hidden)).as(hidden).hasSize(1);
        }
    }

    @Test
    void areFoundAcrossThePiecesInWhichAStreamArrives(@TempDir Path folder) throws IOException {
        byte[] large = new byte[(1 << 20) + 40];
        for (int end = (1 << 20) - 12; end < (1 << 20) + 12; end++) {
            byte[] file = large.clone();
            System.arraycopy(MARK.getBytes(StandardCharsets.UTF_8), 0, file, end, MARK.length());
            Files.write(folder.resolve("berkas"), file);
            assertThat(Marks.in(folder)).as("at %d", end).containsExactly(MARK);
        }
    }

    @Test
    void areNotSeenWhereNoneIs() {
        assertThat(Marks.in("zQ7x12345 5315010101900002 elE3eERERERE pRN3g")).isEmpty();
    }
}
