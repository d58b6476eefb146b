package id.tuntas.access;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The list of passwords that everybody tries first (ASVS 6.2.4). Its head says where it comes from. */
final class CommonPasswords {

    private static final Set<String> ALL = load("/access/common-passwords.txt");

    private CommonPasswords() {}

    /** @param lower in lower case */
    static boolean contain(String lower) {
        return ALL.contains(lower);
    }

    static int count() {
        return ALL.size();
    }

    private static Set<String> load(String resource) {
        try (var lines = new BufferedReader(
                new InputStreamReader(CommonPasswords.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("# ")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
