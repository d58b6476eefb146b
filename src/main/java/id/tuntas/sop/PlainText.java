package id.tuntas.sop;

import java.text.Normalizer;
import java.util.function.IntPredicate;

/** Text as the database can hold it and as two officers who type the same name write it alike. */
final class PlainText {

    private PlainText() {}

    /** Line ends as the browser submits them, composed characters (NFC). */
    static String normalise(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return Normalizer.normalize(lines, Normalizer.Form.NFC);
    }

    /** PostgreSQL refuses NUL, and drivers silently turn half a surrogate pair into a question mark. */
    static boolean isClean(String text, boolean severalLines) {
        return text.codePoints().noneMatch(forbidden(severalLines));
    }

    private static IntPredicate forbidden(boolean severalLines) {
        return c -> Character.isISOControl(c) && c != '\t' && (c != '\n' || !severalLines)
                || isLoneSurrogate(c)
                || !severalLines && (c == 0x2028 || c == 0x2029);
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
