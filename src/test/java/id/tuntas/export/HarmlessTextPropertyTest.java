package id.tuntas.export;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.testing.ExportedFiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever text stands in a cell: it comes back as it was, but for an apostrophe, and no spreadsheet calculates it. */
class HarmlessTextPropertyTest {

    /** What a spreadsheet takes for a formula, written by hand a second time. */
    private static final Pattern FORMULA = Pattern.compile(
            "^[\\s\\p{Z}\\p{Cf}\\p{Cc}\"]*[=+\\-@|%\\uFF1D\\uFF0B\\uFF0D\\uFF20\\uFF5C\\uFF05].*", Pattern.DOTALL);

    @Property(tries = 400)
    void csvGivesBackTheTextOrTheHarmlessOne(@ForAll("texts") List<String> texts) {
        List<List<String>> read = ExportedFiles.csv(ExportedFiles.written(Format.CSV, book(texts)));

        assertThat(read).hasSize(texts.size() + 1);
        for (int i = 0; i < texts.size(); i++) {
            String cell = read.get(i + 1).get(1);
            assertThat(cell)
                    .doesNotMatch(FORMULA)
                    .doesNotStartWith("\t")
                    .doesNotStartWith("\r")
                    .doesNotStartWith("\n");
            assertThat(withoutApostrophes(cell)).isEqualTo(withoutApostrophes(kept(texts.get(i))));
            if (harmless(texts.get(i))) {
                assertThat(cell).isEqualTo(kept(texts.get(i)));
            }
        }
    }

    /** As Excel reads it where lists are separated by semicolons: a quote counts at the beginning of a cell only. */
    @Property(tries = 400)
    void csvHoldsNoFormulaForWhoeverSeparatesBySemicolons(@ForAll("texts") List<String> texts) {
        String file = new String(ExportedFiles.written(Format.CSV, book(texts)), StandardCharsets.UTF_8);
        for (String cell : file.substring(1).split("[;\\r\\n\\t]")) {
            assertThat(cell).doesNotMatch(FORMULA);
        }
    }

    @Property(tries = 400)
    void xlsxGivesBackTheTextItselfAndHoldsNoFormula(@ForAll("texts") List<String> texts) {
        List<List<String>> read = ExportedFiles.xlsx(ExportedFiles.written(Format.XLSX, book(texts)))
                .get("Uji");

        assertThat(read).hasSize(texts.size() + 1);
        for (int i = 0; i < texts.size(); i++) {
            List<String> row = read.get(i + 1);
            assertThat(row.size() < 2 ? "" : row.get(1)).isEqualTo(kept(texts.get(i)));
        }
    }

    @Provide
    Arbitrary<List<String>> texts() {
        Arbitrary<String> pieces = Arbitraries.of(
                "=1+1",
                "+",
                "-",
                "@SUM(1)",
                "|calc",
                "%",
                "=cmd|' /C calc'!A0",
                "＝",
                "＋",
                "－",
                "＠",
                "\t",
                "\r",
                "\n",
                " ",
                "\u00A0",
                "\u200B",
                "\uFEFF",
                "\u2003",
                "\"",
                "'",
                ";",
                ",",
                "\u0000",
                "\u0007",
                "\uD800",
                "\uFFFE",
                "_x003D_",
                "😀",
                "a",
                "-5",
                "Kota Manado",
                "https://contoh",
                "<b>&amp;</b>");
        return Arbitraries.oneOf(
                        pieces.list().ofMaxSize(6).map(parts -> String.join("", parts)),
                        Arbitraries.strings().ofMaxLength(30))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    private static Book book(List<String> texts) {
        return Book.of(Table.of(
                "Uji",
                1,
                List.of(new Column("Nama", Kind.TEXT), new Column("Isi", Kind.TEXT)),
                texts.stream().map(text -> List.of("baris", text)).toList()));
    }

    private static boolean harmless(String text) {
        String kept = kept(text);
        return !kept.matches("(?s)^[\\t\\r\\n].*")
                && Stream.of(kept.split("[;\\r\\n\\t]"))
                        .noneMatch(part -> part.matches("(?s)^[\\s\\p{Z}\\p{Cf}\\p{Cc}\"']*[=+\\-@|%＝＋－＠｜％﹦﹢﹣﹫﹪−].*"));
    }

    private static String withoutApostrophes(String text) {
        return text.replace("'", "");
    }

    /** What XML can hold of it. */
    private static String kept(String text) {
        return text.codePoints()
                .filter(c -> c == 9
                        || c == 10
                        || c == 13
                        || c >= 32 && c <= 0xD7FF
                        || c >= 0xE000 && c <= 0xFFFD
                        || c > 0xFFFF)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }
}
