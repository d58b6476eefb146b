package id.tuntas.access;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Long rather than complicated (OWASP ASVS 6.2): no rules about digits and signs, which only make people write it down. */
final class PasswordRules {

    static final int SHORTEST = 12;

    /** bcrypt reads no further, counted in UTF-8 bytes. */
    static final int LONGEST = 72;

    private static final List<String> GUESSED_FIRST =
            List.of("tuntas", "password", "katasandi", "kata sandi", "rahasia", "indonesia", "123456", "qwerty");

    private PasswordRules() {}

    static void check(String userId, String password) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new WeakPasswordException("short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST) {
            throw new WeakPasswordException("long");
        }
        String lower = password.toLowerCase(Locale.ROOT);
        if (lower.contains(userId)
                || startsLikeAGuess(lower)
                || lower.chars().distinct().count() < 5) {
            throw new WeakPasswordException("guessable");
        }
    }

    private static boolean startsLikeAGuess(String lower) {
        return GUESSED_FIRST.stream().anyMatch(lower::startsWith);
    }
}
