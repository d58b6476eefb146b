package id.tuntas.walk;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Marks in the texts of cases, each written once, and the search for them: as they are, with two bytes for a character, as
 * the hexadecimal digits in which a dump writes bytes, and in Base64 wherever it began.
 */
final class Marks {

    /** Written in clear on purpose: whoever does not find it does not look. */
    static final String CONTROL = "zQ7x000000";

    /** The same, as bytes. */
    static final String CONTROL_OF_BYTES = "zQ7x000001";

    private static final int FIRST = 9;
    /** Every officer here types it: a form wants sixteen digits, so no mark fits in. */
    private static final String IDENTITY_NUMBER = "5315010101900001";

    private static final Pattern PLAIN = Pattern.compile("zQ7x[0-9]{6}|" + IDENTITY_NUMBER);

    /** Three digits in Base64, and two. */
    private static final String DDD = "[MNO][DTjz][AEIMQUYcgk][w-z0-5]";

    private static final String XDD = "eD[AEIMQUYcgk][w-z0-5]";

    private static final Pattern DISGUISED = Pattern.compile("(?<wide>z\0Q\0" + "7\0x(?:\0[0-9]){6}|"
            + String.join("\0", IDENTITY_NUMBER.split("")) + ")"
            + "|(?<hex>(?i:7a513778)(?:3[0-9]){6}|" + hex(IDENTITY_NUMBER) + ")"
            + "|(?<base>elE3" + XDD + DDD + "|pRN3g[w-z0-5]" + DDD + "|6UTd4" + DDD + DDD + ")");

    private final AtomicInteger written = new AtomicInteger(FIRST);

    /** Text for a field. @param key of the field */
    String next(String key) {
        return "zQ7x%06d ".formatted(written.incrementAndGet()) + key;
    }

    /** How many fields were written. */
    int count() {
        return written.get() - FIRST;
    }

    /** As {@link id.tuntas.testing.WholeDatabase} searches. */
    static Pattern inClear() {
        return PLAIN;
    }

    /** The marks of fields only. */
    static Set<String> ofFieldsIn(String text) {
        Set<String> found = in(text);
        found.removeIf(mark -> !mark.startsWith("zQ7x"));
        return found;
    }

    static Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        Matcher mark = PLAIN.matcher(text);
        while (mark.find()) {
            found.add(mark.group());
        }
        Matcher disguised = DISGUISED.matcher(text);
        while (disguised.find()) {
            found.add(plain(disguised));
        }
        return found;
    }

    private static String plain(Matcher found) {
        if (found.group("wide") != null) {
            return found.group("wide").replace("\0", "");
        }
        if (found.group("hex") != null) {
            return new String(HexFormat.of().parseHex(found.group("hex")), StandardCharsets.ISO_8859_1);
        }
        return "Base64 " + found.group("base");
    }

    static Set<String> in(byte[] bytes) {
        return in(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** In all files of a folder, or in a file. */
    static Set<String> in(Path place) {
        try (Search search = new Search();
                Stream<Path> all = Files.walk(place)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Files.copy(file, search);
            }
            return search.found();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Searches what is written to it, however much that is. */
    static final class Search extends OutputStream {

        private static final int LONGEST = 64;

        private final byte[] seen = new byte[1 << 20];
        private final Set<String> found = new TreeSet<>();
        private int length;

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            int done = 0;
            while (done < count) {
                if (length == seen.length) {
                    look();
                    System.arraycopy(seen, length - LONGEST, seen, 0, LONGEST);
                    length = LONGEST;
                }
                int part = Math.min(count - done, seen.length - length);
                System.arraycopy(bytes, from + done, seen, length, part);
                length += part;
                done += part;
            }
        }

        Set<String> found() {
            look();
            return new TreeSet<>(found);
        }

        private void look() {
            found.addAll(in(new String(seen, 0, length, StandardCharsets.ISO_8859_1)));
        }
    }
}
