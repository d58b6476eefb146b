package id.tuntas.export;

import java.util.regex.Pattern;

/** Makes text fit for a cell: nothing in it calculates, and nothing in it breaks the file. */
final class Cells {

    /** What Excel takes in one cell. */
    static final int LONGEST = 32_767;

    /** Stands where a cell was cut. */
    static final String CUT = " […]";

    /** What begins a formula, a command (DDE) or a function of Lotus; also in the forms of other widths. */
    private static final String BEGINS = "=+-@|%＝＋－＠｜％﹦﹢﹣﹫﹪−";

    private static final Pattern LOOKS_ESCAPED = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

    private Cells() {}

    /** Without characters that XML cannot hold; other programs stumble over them too. */
    static String clean(String text) {
        if (text.chars().allMatch(c -> c >= 0x20 && c < 0xD800)) {
            return text;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Cells::isText).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /**
     * Clean, and with an apostrophe before everything that a spreadsheet would calculate: before a sign that begins a formula,
     * whatever invisible stands before it, and before a tab or line break at the beginning. The same behind a semicolon and on
     * a new line: where lists are separated by semicolons, as in Indonesia, Excel does not see the quotes behind our commas
     * and begins a new cell there.
     */
    static String harmless(String text) {
        String clean = clean(text);
        StringBuilder harmless = new StringBuilder(clean);
        int beginning = 0;
        int added = 0;
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            boolean breaks = c == '\t' || c == '\r' || c == '\n';
            if (beginning >= 0 && (BEGINS.indexOf(c) >= 0 || i == 0 && breaks)) {
                harmless.insert(beginning + added++, '\'');
                beginning = -1;
            }
            if (breaks || c == ';') {
                beginning = i + 1;
            } else if (beginning >= 0 && !isUnseen(c)) {
                beginning = -1;
            }
        }
        return harmless.toString();
    }

    /** Before a formula it changes nothing: spaces of all kinds, marks without width, quotes. */
    private static boolean isUnseen(char c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || c == '"'
                || c == '\'';
    }

    /** As a text cell of XLSX holds it, which is never a formula: clean, not too long, and read back as it is. */
    static String inline(String text) {
        String clean = clean(text);
        if (clean.length() > LONGEST) {
            int end = LONGEST - CUT.length();
            clean = clean.substring(0, Character.isHighSurrogate(clean.charAt(end - 1)) ? end - 1 : end) + CUT;
        }
        return LOOKS_ESCAPED.matcher(clean).replaceAll("_x005F_");
    }

    private static boolean isText(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c > 0xFFFF;
    }
}
