package id.tuntas.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who a route is for, as {@code src/test/resources/access/audiences.txt} says. */
enum Audience {
    EVERYBODY,
    SIGNED_IN,
    ADMIN,
    AUDITOR,
    OVERSEER,
    SOP,
    MANAGER,
    HEAD,
    KEEPER,
    RECORDS,
    FIGURES,
    NOBODY;

    private static final Set<String> READS_THE_SOP = Set.of(
            "camunda-admin",
            "penyusun-sop",
            "pengesah-sop",
            "penyelia-kasus",
            "manajer-kasus",
            "kepala-uptd",
            "kepala-bidang-ppa",
            "kepala-dinas");
    private static final Set<String> MANAGES =
            Set.of("penyelia-kasus", "manajer-kasus", "kepala-uptd", "kepala-bidang-ppa", "kepala-dinas");
    private static final Set<String> HEADS = Set.of("kepala-uptd", "kepala-bidang-ppa", "kepala-dinas");
    private static final Pattern READS = Pattern.compile("GET|OPTIONS");
    private static final List<Line> LINES = read();

    /** Empty if the file does not know the route, which is a fault of whoever added it. */
    static Optional<Audience> of(String method, String path) {
        Optional<Audience> named = LINES.stream()
                .filter(line ->
                        line.methods.contains(method) && line.path.matcher(path).matches())
                .map(Line::audience)
                .findFirst();
        return named.isPresent() || READS.matcher(method).matches() ? named : Optional.of(NOBODY);
    }

    /** @param group null for somebody who has not signed in */
    boolean includes(String group) {
        if (this == EVERYBODY) {
            return true;
        }
        return group != null
                && switch (this) {
                    case SIGNED_IN -> true;
                    case ADMIN -> group.equals("camunda-admin");
                    case AUDITOR -> group.equals("auditor");
                    case OVERSEER -> group.equals("camunda-admin") || group.equals("auditor");
                    case SOP -> READS_THE_SOP.contains(group);
                    case MANAGER -> MANAGES.contains(group);
                    case HEAD -> HEADS.contains(group);
                    case KEEPER -> HEADS.contains(group) || group.equals("petugas-data");
                    case RECORDS -> KEEPER.includes(group) || group.equals("auditor");
                    case FIGURES -> group.equals("camunda-admin") || group.equals("pemantau");
                    default -> false;
                };
    }

    private static List<Line> read() {
        try (var lines = Files.lines(Path.of("src/test/resources/access/audiences.txt"))) {
            return lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\\s*\\|\\s*", 3))
                    .map(part -> new Line(
                            valueOf(part[0].toUpperCase(Locale.ROOT).replace('-', '_')),
                            Set.of(part[1].split("\\s+")),
                            Pattern.compile(part[2])))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Line(Audience audience, Set<String> methods, Pattern path) {}
}
