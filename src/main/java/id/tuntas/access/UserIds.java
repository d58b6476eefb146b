package id.tuntas.access;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a user id looks like: kebab-case, 3 to 64 characters, as the engine takes it. */
final class UserIds {

    private static final Pattern ID = Pattern.compile("(?=.{3,64}$)[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private UserIds() {}

    static boolean isValid(String userId) {
        return ID.matcher(userId).matches();
    }

    /** The id somebody from elsewhere would get: {@code Budi.S@kab.example} is {@code budi-s}. It may not be valid. */
    static String from(String foreign) {
        return foreign.replaceFirst("@.*", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
