package id.tuntas.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our files for Camunda's web apps, against the ones that Camunda ships: an upgrade that adds a label fails here. */
class TasklistResourcesTest {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final String TASKLIST = APPS + "tasklist/";
    private static final Path OURS = Path.of("src/main/resources");

    /** The only labels that are the same in both languages: operators, a product's name and an empty text. */
    private static final Set<String> SAME_IN_ENGLISH = Set.of(
            "COCKPIT_APP",
            "NO_TASK_FORM",
            "SEARCH_LESS_THAN",
            "SEARCH_LESS_THAN_EQUALS",
            "SEARCH_GREATER_THAN",
            "SEARCH_GREATER_THAN_EQUALS");

    private static final Set<String> EMPTY_ON_PURPOSE = Set.of("BANNER_CE_EOL_TEXT", "NO_TASK_FORM");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{.*?}}|\\{\\d+}");
    private static final Pattern IMPORT = Pattern.compile("import (?:.*? from )?'(\\.[^']+)'");
    private static final Pattern CUSTOM_SCRIPTS = Pattern.compile("customScripts: \\[([^]]*)]");
    private static final Pattern CSS_IMPORT = Pattern.compile("@import url\\('([^']+)'\\)");
    private static final Pattern QUOTED = Pattern.compile("'([^']+)'");

    private final JsonNode english = json(TASKLIST + "locales/en.json");
    private final JsonNode indonesian = json(TASKLIST + "locales/id.json");

    @Test
    void translatesEveryLabelAndInventsNone() {
        assertThat(labels(indonesian).keySet()).isEqualTo(labels(english).keySet());
    }

    @Test
    void keepsThePlaceholdersOfEveryLabel() {
        var translated = labels(indonesian);
        labels(english)
                .forEach((key, text) ->
                        assertThat(placeholders(translated.get(key))).as(key).isEqualTo(placeholders(text)));
    }

    @Test
    void leavesNoLabelInEnglish() {
        var original = labels(english);
        var same = new TreeSet<String>();
        labels(indonesian).forEach((key, text) -> {
            if (text.equals(original.get(key))) {
                same.add(key);
            }
        });
        assertThat(same).isEqualTo(new TreeSet<>(SAME_IN_ENGLISH));
    }

    @Test
    void leavesNoLabelEmptyByMistake() {
        var empty = new TreeSet<String>();
        labels(indonesian).forEach((key, text) -> {
            if (text.isBlank()) {
                empty.add(key);
            }
        });
        assertThat(empty).isEqualTo(new TreeSet<>(EMPTY_ON_PURPOSE));
    }

    @Test
    void hasEveryPartOfTheCalendar() {
        var original = english.get("dateLocales");
        var translated = indonesian.get("dateLocales");
        assertThat(translated.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(original::fieldNames);
        original.properties().forEach(part -> {
            var ours = translated.get(part.getKey());
            assertThat(ours.size()).as(part.getKey()).isEqualTo(part.getValue().size());
            assertThat(ours.fieldNames()).toIterable().containsExactlyInAnyOrderElementsOf(part.getValue()::fieldNames);
        });
        assertThat(translated.get("months").get(7).asText()).isEqualTo("Agustus");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void findsEveryScriptAndStyleThatAnAppNames(String app) {
        for (var start : List.of("scripts/config.js", "styles/user-styles.css")) {
            assertThat(missing(OURS.resolve(APPS + app), start))
                    .as(app + " " + start)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void winsOverTheFilesOfTheWebJar(String app) {
        for (var file : List.of("scripts/config.js", "styles/user-styles.css")) {
            var served = getClass().getClassLoader().getResource(APPS + app + "/" + file);
            assertThat(served).as(file).hasProtocol("file");
            assertThat(text(served))
                    .as(app + " " + file)
                    .isEqualTo(read(OURS.resolve(APPS + app).resolve(file)));
        }
    }

    /** An optional script may fail silently, a static import may not: without it Tasklist does not start. */
    @Test
    void doesNotStartTasklistWithoutTheGuardOfTypedData() {
        var config = read(OURS.resolve(TASKLIST + "scripts/config.js"));
        assertThat(config).contains("import './tuntas/privacy.js';");
        assertThat(read(OURS.resolve(TASKLIST + "scripts/tuntas/privacy.js"))).contains("camunda-form|camForm");
    }

    /** form-js translations are matched by text: when an upgrade rewords a message, ours has to follow. */
    @Test
    void translatesMessagesThatFormJsReallyHas() {
        var formJs = text(getClass().getClassLoader().getResource("META-INF/resources/webjars/camunda/lib/deps.js"));
        assertThat(formJs)
                .contains("\"Field is required.\"", "`Field must match pattern ", "`Field must have minimum value of ")
                .contains("`Field must have maximum value of ", "`Field must have minimum length of ")
                .contains("`Field must have maximum length of ", "Field must be a valid email.", "\"Select\"")
                .contains("placeholder:\"Search\"", "\"No results\"", "\"All values selected\"", "\"Nothing to show.\"")
                .contains("Date and time must both be entered.", "\"Value is not a number.\"", "\"default\"");
    }

    @Test
    void keepsTheBpmnIoMarkVisible() {
        var css = read(OURS.resolve(TASKLIST + "styles/user-styles.css"));
        assertThat(css)
                .containsPattern(
                        "\\.bjs-powered-by,\\s+\\.fjs-container \\.fjs-powered-by \\{\\s+display: block !important;");
    }

    /** Follows imports and script names from one file; answers what does not exist. */
    private static Set<Path> missing(Path app, String start) {
        var seen = new LinkedHashSet<Path>();
        Deque<Path> open = new ArrayDeque<>(List.of(app.resolve(start)));
        var missing = new TreeSet<Path>();
        while (!open.isEmpty()) {
            var file = open.pop().normalize();
            if (!seen.add(file)) {
                continue;
            }
            if (Files.exists(file)) {
                open.addAll(named(app, file));
            } else {
                missing.add(file);
            }
        }
        return missing;
    }

    private static Set<Path> named(Path app, Path file) {
        var text = read(file);
        var found = new LinkedHashSet<Path>();
        for (var pattern : List.of(IMPORT, CSS_IMPORT)) {
            pattern.matcher(text).results().forEach(m -> found.add(file.resolveSibling(m.group(1))));
        }
        CUSTOM_SCRIPTS
                .matcher(text)
                .results()
                .flatMap(m -> QUOTED.matcher(m.group(1)).results())
                .forEach(m -> found.add(app.resolve(m.group(1) + ".js")));
        return found;
    }

    private static Map<String, String> labels(JsonNode locale) {
        return new ObjectMapper().convertValue(locale.get("labels"), new TypeReference<TreeMap<String, String>>() {});
    }

    private static List<String> placeholders(String label) {
        var found = PLACEHOLDER.matcher(label).results().map(MatchResult::group).toList();
        return found.stream().sorted().toList();
    }

    private static JsonNode json(String resource) {
        var text = text(TasklistResourcesTest.class.getClassLoader().getResource(resource));
        try {
            return new ObjectMapper().readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (IOException e) {
            throw new AssertionError(resource, e);
        }
    }

    private static String text(URL resource) {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(resource.toString(), e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
