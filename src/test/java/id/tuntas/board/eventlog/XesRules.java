package id.tuntas.board.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What IEEE 1849 asks of a log, written out: the schema itself is not shipped. */
final class XesRules {

    private static final String NAMESPACE = "http://www.xes-standard.org/";
    private static final Set<String> ATTRIBUTES =
            Set.of("string", "date", "int", "float", "boolean", "id", "list", "container");
    private static final Set<String> TRANSITIONS = Set.of(
            "schedule",
            "assign",
            "withdraw",
            "reassign",
            "start",
            "suspend",
            "resume",
            "pi_abort",
            "ate_abort",
            "complete",
            "autoskip",
            "manualskip",
            "unknown");

    private static final String NAME = "[A-Za-z_][A-Za-z0-9._-]*";

    private final Element log;

    XesRules(String xes) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xes)));
            log = document.getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(e);
        }
    }

    void hold() {
        assertThat(log.getNamespaceURI()).isEqualTo(NAMESPACE);
        assertThat(log.getLocalName()).isEqualTo("log");
        assertThat(log.getAttribute("xes.version")).as("a decimal").matches("\\d+\\.\\d+");
        assertThat(log.hasAttribute("xes.features")).isTrue();
        List<Element> parts = children(log);
        assertThat(parts.stream().map(XesRules::rank))
                .as("extensions, globals, classifiers, attributes, traces")
                .isSorted();
        List<String> prefixes =
                named(parts, "extension").map(one -> one.getAttribute("prefix")).toList();
        assertThat(prefixes).containsExactlyInAnyOrder("concept", "lifecycle", "time", "org");
        assertThat(named(parts, "global").map(one -> one.getAttribute("scope"))).containsExactly("trace", "event");
        List<String> always = named(parts, "global")
                .filter(one -> one.getAttribute("scope").equals("event"))
                .flatMap(one -> keys(one).stream())
                .toList();
        assertThat(named(parts, "classifier")).isNotEmpty().allSatisfy(one -> {
            assertThat(one.getAttribute("name")).matches(NAME);
            assertThat(always).contains(one.getAttribute("keys").split(" "));
        });
        attributes(log, prefixes);
        named(parts, "trace").forEach(trace -> trace(trace, always, prefixes));
    }

    private static void trace(Element trace, List<String> always, List<String> prefixes) {
        attributes(trace, prefixes);
        assertThat(keys(trace)).contains("concept:name");
        List<Element> events = named(children(trace), "event").toList();
        assertThat(events).isNotEmpty().allSatisfy(event -> {
            attributes(event, prefixes);
            assertThat(keys(event)).containsAll(always);
            assertThat(TRANSITIONS).contains(value(event, "lifecycle:transition"));
        });
    }

    private static void attributes(Element owner, List<String> prefixes) {
        assertThat(keys(owner)).doesNotHaveDuplicates().allSatisfy(key -> {
            assertThat(key).matches("(" + NAME + ":)?" + NAME);
            if (key.contains(":")) {
                assertThat(prefixes).contains(key.replaceAll(":.*", ""));
            }
        });
        children(owner).stream()
                .filter(one -> ATTRIBUTES.contains(one.getLocalName()))
                .forEach(one -> {
                    String value = one.getAttribute("value");
                    assertThat(value).as(one.getAttribute("key")).isNotBlank();
                    switch (one.getLocalName()) {
                        case "date" -> OffsetDateTime.parse(value);
                        case "boolean" -> assertThat(value).matches("true|false");
                        default -> assertThat(one.getLocalName()).isEqualTo("string");
                    }
                });
    }

    private static String value(Element owner, String key) {
        return children(owner).stream()
                .filter(one -> one.getAttribute("key").equals(key))
                .map(one -> one.getAttribute("value"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> keys(Element owner) {
        return children(owner).stream()
                .filter(one -> ATTRIBUTES.contains(one.getLocalName()))
                .map(one -> one.getAttribute("key"))
                .toList();
    }

    private static Stream<Element> named(List<Element> elements, String name) {
        return elements.stream().filter(one -> one.getLocalName().equals(name));
    }

    private static int rank(Element part) {
        return switch (part.getLocalName()) {
            case "extension" -> 0;
            case "global" -> 1;
            case "classifier" -> 2;
            case "trace" -> 4;
            default -> {
                assertThat(ATTRIBUTES).contains(part.getLocalName());
                yield 3;
            }
        };
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }
}
