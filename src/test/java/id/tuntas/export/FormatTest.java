package id.tuntas.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.testing.ExportedFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Files as they leave, read again with other libraries. */
class FormatTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("Nama", Kind.TEXT),
            new Column("Jumlah", Kind.NUMBER),
            new Column("Tepat waktu", Kind.SHARE),
            new Column("Lama (jam)", Kind.HOURS),
            new Column("Tenggat (Asia/Makassar)", Kind.MOMENT),
            new Column("Hari", Kind.DATE));

    private static final List<?> FULL = List.of(
            "Saring \"risiko\", lalu", -5, 0.5, -1.25, LocalDateTime.of(2026, 11, 22, 16, 3), LocalDate.of(2026, 1, 2));

    private static final Table TABLE = Table.of(
            "Uji",
            1,
            COLUMNS,
            List.of(
                    FULL,
                    Arrays.asList("kosong", null, null, null, null, null),
                    Arrays.asList("ditutup", "<5", "–", null, null, null)));

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "=1+1, '=1+1",
                "+62811, '+62811",
                "-2+3, '-2+3",
                "@SUM(A1), '@SUM(A1)",
                "|calc, '|calc",
                "%0A, '%0A",
                "`  =1+1`, `'  =1+1`",
                "＝1+1, '＝1+1",
                "－5, '－5",
                "a;=1+1;b, a;'=1+1;b",
                "a; \"=1+1, a;' \"=1+1",
                "a=1+1, a=1+1",
                "a-b; c, a-b; c",
                "<5, <5"
            })
    void textThatWouldCalculateGetsAnApostrophe(String text, String harmless) {
        assertThat(Cells.harmless(text)).isEqualTo(harmless);
    }

    @Test
    void tabsAndLineBreaksAtTheBeginningGetOneToo() {
        assertThat(Cells.harmless("\t=1")).isEqualTo("'\t'=1");
        assertThat(Cells.harmless("\ra")).isEqualTo("'\ra");
        assertThat(Cells.harmless("a\n@b")).isEqualTo("a\n'@b");
        assertThat(Cells.harmless("\u0000\u200B=1")).isEqualTo("'\u200B=1");
    }

    @Test
    void csvIsPlainAndItsNumbersAreNumbers() {
        assertThat(new String(ExportedFiles.written(Format.CSV, Book.of(TABLE)), StandardCharsets.UTF_8))
                .isEqualTo(
                        "\uFEFF\"Nama\",\"Jumlah\",\"Tepat waktu\",\"Lama (jam)\",\"Tenggat (Asia/Makassar)\",\"Hari\"\r\n"
                                + "\"Saring \"\"risiko\"\", lalu\",-5,0.5,-1.25,2026-11-22 16:03:00,2026-01-02\r\n"
                                + "\"kosong\",,,,,\r\n"
                                + "\"ditutup\",\"<5\",\"–\",,,\r\n");
    }

    @Test
    void severalTablesAreOneLineForEachCellInCsv() {
        Table other = Table.of("Celah", 1, List.of(new Column("Layanan", Kind.TEXT)), List.of(List.of("M3")));
        byte[] file = ExportedFiles.written(
                Format.CSV,
                new Book("Keterangan", List.of(), List.of(TABLE, other), List.of("tabel", "baris", "kolom", "nilai")));

        assertThat(ExportedFiles.csv(file))
                .startsWith(
                        List.of("tabel", "baris", "kolom", "nilai"),
                        List.of("Uji", "Saring \"risiko\", lalu", "Jumlah", "-5"))
                .contains(List.of("Uji", "ditutup", "Jumlah", "<5"))
                .endsWith(List.of("Celah", "M3", "", ""))
                .hasSize(1 + 5 + 2 + 1);
    }

    @Test
    void xlsxHasTypedCells() {
        byte[] file = ExportedFiles.written(Format.XLSX, Book.of(TABLE));

        assertThat(ExportedFiles.types(file, 1))
                .containsExactly(
                        CellType.STRING,
                        CellType.NUMBER,
                        CellType.NUMBER,
                        CellType.NUMBER,
                        CellType.NUMBER,
                        CellType.NUMBER);
        assertThat(ExportedFiles.types(file, 3).subList(0, 3)).containsOnly(CellType.STRING);
        List<String> row = ExportedFiles.xlsx(file).get("Uji").get(1);
        assertThat(row.subList(0, 4)).containsExactly("Saring \"risiko\", lalu", "-5", "0.5", "-1.25");
        assertThat(Double.parseDouble(row.get(4)))
                .isEqualTo(46348 + 963.0 / 1440, org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void xlsxHasASheetForTheNotesAndOneForEachTable() {
        Book book = new Book(
                "Keterangan",
                List.of(new Book.Note("Daerah", "=Manggarai")),
                List.of(TABLE, TABLE),
                List.of("tabel", "baris", "kolom", "nilai"));

        var sheets = ExportedFiles.xlsx(ExportedFiles.written(Format.XLSX, book));
        assertThat(sheets).containsOnlyKeys("Keterangan", "Uji", "Uji_1");
        assertThat(sheets.get("Keterangan")).containsExactly(List.of("Daerah", "=Manggarai"));
        assertThat(sheets.get("Uji_1")).hasSize(4);
    }

    @Test
    void aCellThatIsTooLongForExcelIsCutWithAMark() {
        String cut = Cells.inline("a".repeat(40_000));
        assertThat(cut).hasSize(32_767).endsWith("a […]");
        assertThat(Cells.inline("a" + "😀".repeat(20_000)))
                .hasSizeBetween(32_765, 32_767)
                .endsWith("😀 […]");
        assertThat(Cells.inline("a".repeat(32_767))).hasSize(32_767).endsWith("a");
    }

    @Test
    void moreRowsThanExcelTakesAreRefusedBeforeTheFirstByte() {
        Table large = new Table("Uji", 1, COLUMNS, 1_048_576, reader -> {
            throw new AssertionError("nobody reads it");
        });
        assertThat(Format.XLSX.holds(Book.of(large))).isFalse();
        assertThat(Format.CSV.holds(Book.of(large))).isTrue();
        AtomicLong bytes = new AtomicLong();
        assertThatThrownBy(() -> Format.XLSX.write(Book.of(large), counting(bytes)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(bytes).hasValue(0);
    }

    @ParameterizedTest
    @EnumSource
    void aFileWithFewerRowsThanAnnouncedIsNoFile(Format format) {
        Table wrong = new Table("Uji", 1, COLUMNS, 2, reader -> reader.accept(FULL));
        assertThatThrownBy(() -> ExportedFiles.written(format, Book.of(wrong)))
                .isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aHundredThousandRowsPassThroughAndAreNotCollected(Format format) throws IOException {
        int rows = 100_000;
        AtomicLong bytes = new AtomicLong();
        AtomicLong behind = new AtomicLong();
        Table large = new Table(
                "Uji", 1, COLUMNS, rows, reader -> IntStream.range(0, rows).forEach(i -> {
                    List<?> row = List.of(
                            "baris " + i,
                            i,
                            0.5,
                            1.5,
                            LocalDateTime.of(2026, 1, 1, 0, 0).plusMinutes(i),
                            LocalDate.EPOCH);
                    long before = bytes.get();
                    reader.accept(row);
                    behind.set(bytes.get() > before ? 0 : behind.get() + 1);
                    // 512 KiB of text wait in the library, and what zip has not let go of yet
                    assertThat(behind.get()).isLessThan(20_000);
                }));

        format.write(Book.of(large), counting(bytes));

        assertThat(bytes.get()).isGreaterThan(1_000_000);
    }

    private static OutputStream counting(AtomicLong bytes) {
        return new OutputStream() {
            @Override
            public void write(int one) {
                bytes.incrementAndGet();
            }

            @Override
            public void write(byte[] some, int from, int length) {
                bytes.addAndGet(length);
            }
        };
    }
}
