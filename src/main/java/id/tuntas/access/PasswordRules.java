package id.tuntas.access;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Unit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Long rather than complicated (OWASP ASVS 5, 6.2): no rules about digits and signs, which only make people write it
 * down. Refused is what is on the list of common passwords and what says little beyond words everybody here knows.
 */
@Component
class PasswordRules {

    static final int SHORTEST = 12;

    /** Nobody types more; it keeps a guess from being a megabyte. */
    static final int LONGEST = 128;

    /** What must be left after the known words are taken out. */
    private static final int OWN = 8;

    private static final int DIFFERENT = 5;

    private static final List<String> KNOWN = List.of(
            "tuntas",
            "demo",
            "password",
            "passw0rd",
            "katasandi",
            "sandi",
            "rahasia",
            "indonesia",
            "merdeka",
            "garuda",
            "admin",
            "administrator",
            "selamat",
            "datang",
            "sayang",
            "bismillah",
            "kantor",
            "dinas",
            "uptd",
            "polres",
            "puskesmas",
            "kasus",
            "korban",
            "perempuan",
            "anak",
            "kabupaten",
            "provinsi",
            "jakarta",
            "labuanbajo",
            "qwerty",
            "asdfgh",
            "zxcvbn",
            "123456789",
            "12345678",
            "1234567",
            "123456",
            "12345",
            "1234",
            "abcdef",
            "abc123",
            "2024",
            "2025",
            "2026",
            "2027");

    private final Identities identities;

    PasswordRules(Identities identities) {
        this.identities = identities;
    }

    /** @throws WeakPasswordException with the reason */
    void check(String userId, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw new WeakPasswordException("short");
        }
        if (length > LONGEST) {
            throw new WeakPasswordException("long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(userId) || isCommon(lower) || saysLittle(lower, userId)) {
            throw new WeakPasswordException("guessable");
        }
    }

    private static boolean isCommon(String lower) {
        return CommonPasswords.contain(lower) || CommonPasswords.contain(lower.replaceAll("[^a-z]+$", ""));
    }

    private boolean saysLittle(String lower, String userId) {
        String rest = bare(lower);
        if (rest.chars().distinct().count() < DIFFERENT) {
            return true;
        }
        // longest first, so that a word does not leave half of a longer one behind
        for (String word : knownWords(userId)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList()) {
            rest = rest.replace(word, "");
        }
        return rest.codePointCount(0, rest.length()) < OWN
                && rest.length() < bare(lower).length();
    }

    private Stream<String> knownWords(String userId) {
        Stream<String> here = Stream.concat(identities.districts().stream(), identities.groups().stream())
                .flatMap((Unit unit) -> Stream.of(unit.id(), unit.name()))
                .flatMap(name -> Stream.concat(Stream.of(name), Stream.of(name.split("[ -]"))));
        return Stream.of(KNOWN.stream(), here, Stream.of(userId), Stream.of(userId.split("-")))
                .flatMap(words -> words)
                .map(word -> bare(word.toLowerCase(Locale.ROOT)))
                .filter(word -> word.length() >= 4);
    }

    private static String bare(String lower) {
        return lower.replaceAll("[\\s\\p{Punct}]+", "");
    }
}
