package id.tuntas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What README and docs name is there, and nothing lies at the top level that does not belong there. */
class DocsTest {

    private static final Path DECISIONS = Path.of("docs/adr");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern REPOSITORY_PATH = Pattern.compile("(src|bpmn|forms|docs|\\.ci)/[A-Za-z0-9._/-]*");
    private static final Pattern TEST = Pattern.compile("[A-Z]\\w*[a-z](Test|IT)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    // Indonesian has words such as "metode", so whole words only
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|TBD|XXX)\\b");
    private static final List<String> TOP_LEVEL = List.of("README.md", "bpmn", "docs", "forms", "pom.xml", "src");

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md")), files)
                    .filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(Path page) {
        Path folder = page.toAbsolutePath().getParent();

        assertThat(found(LINK, withoutExamples(page))
                        .filter(target -> !target.contains(":") && !target.startsWith("#"))
                        .map(target -> target.replaceAll("#.*", "")))
                .allSatisfy(target -> assertThat(folder.resolve(target)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyPathItNamesExists(Path page) {
        assertThat(found(CODE, withoutExamples(page))
                        .filter(code -> REPOSITORY_PATH.matcher(code).matches()))
                .allSatisfy(path -> assertThat(Path.of(path)).exists());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyTestItNamesExists(Path page) {
        assertThat(found(CODE, withoutExamples(page))
                        .filter(code -> TEST.matcher(code).matches()))
                .isSubsetOf(tests());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isFinished(Path page) {
        assertThat(found(UNFINISHED, read(page))).isEmpty();
    }

    @Test
    void theIndexListsEveryDecision() throws IOException {
        try (Stream<Path> files = Files.list(DECISIONS)) {
            List<String> decisions = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{4}-.*\\.md"))
                    .sorted()
                    .toList();

            assertThat(found(LINK, read(DECISIONS.resolve("README.md"))).sorted())
                    .isEqualTo(decisions);
            assertThat(decisions.stream().map(name -> name.substring(0, 4))).doesNotHaveDuplicates();
        }
    }

    @Test
    void theTopLevelHoldsWhatItShouldAndNothingElse() throws IOException {
        assumeTrue(Files.exists(Path.of(".git")), "only a clone knows which files belong to it");

        assertThat(trackedFiles()
                        .map(file -> file.replaceAll("/.*", ""))
                        .filter(name -> !name.startsWith("."))
                        .distinct()
                        .sorted())
                .isEqualTo(TOP_LEVEL);
    }

    private static Set<String> tests() {
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> trackedFiles() throws IOException {
        Process git = new ProcessBuilder("git", "ls-files")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines();
    }

    /** The page without its fenced examples, whose paths are those of a reader's machine. */
    private static String withoutExamples(Path page) {
        return FENCE.matcher(read(page)).replaceAll("");
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static String read(Path page) {
        try {
            return Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
