package id.tuntas.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tuntas.sop.TinySop;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of {@code src/test/resources/hostile}, and the items that are too large to be files. */
final class Corpus {

    /** A place of the sound procedure where something hostile can stand; {@code to} is armed by the canary. */
    record Place(String name, String file, String from, String to) {

        TinySop with(Canary canary, String expression) {
            return TinySop.valid().with(file, from, canary.arm(to.replace("@EL@", escaped(expression))));
        }

        private static String escaped(String text) {
            return text.replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }

    /** @param rule the rule that must name it */
    record Item(String name, String rule, TinySop sop) {

        @Override
        public String toString() {
            return name;
        }
    }

    private Corpus() {}

    static List<String> expressions(Canary canary) {
        return lines("expressions.txt").map(canary::arm).toList();
    }

    static List<Place> places() {
        return lines("places.txt")
                .map(line -> line.split(" ¦ "))
                .map(part -> new Place(part[0], part[1], part[2], part[3]))
                .toList();
    }

    static List<Item> models(Canary canary) {
        List<Item> items = new ArrayList<>();
        lines("models.txt").map(line -> line.split(" ¦ ")).forEach(part -> {
            String name = part[0] + ": " + part[3].substring(0, Math.min(60, part[3].length()));
            items.add(new Item(name, part[0], new Place(name, part[1], part[2], part[3]).with(canary, "")));
        });
        items.addAll(LargeModels.items());
        return items;
    }

    /** {@code name}, {@code text}, {@code answer} and perhaps {@code repeat} */
    static List<JsonNode> strings() {
        List<JsonNode> strings = new ArrayList<>();
        try (InputStream in = open("strings.json")) {
            new ObjectMapper().readTree(in).forEach(strings::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return strings;
    }

    private static Stream<String> lines(String name) {
        try (InputStream in = open(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) {
        return Corpus.class.getResourceAsStream("/hostile/" + name);
    }
}
