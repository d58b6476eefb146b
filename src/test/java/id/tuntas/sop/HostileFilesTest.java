package id.tuntas.sop;

import static id.tuntas.sop.TinySop.DECISION;
import static id.tuntas.sop.TinySop.FORM;
import static id.tuntas.sop.TinySop.PROCESS;
import static id.tuntas.sop.TinySop.valid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to break the reader are answered with a finding, soon, and with nothing else. */
class HostileFilesTest {

    // generous: the build machine is shared; the point is that none of them hangs
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String XML = new String(valid().bundle().bytes(PROCESS), StandardCharsets.UTF_8);
    private static final String HEAD = XML.substring(XML.indexOf("<bpmn:definitions"), XML.indexOf("<bpmn:escalation"));

    static Stream<Arguments> hostileModels() {
        return Stream.of(
                Arguments.of("berkas-kosong", ""),
                Arguments.of("berkas-rusak", "x"),
                Arguments.of("berkas-rusak", XML + "<tambahan/>"),
                Arguments.of("berkas-salah-jenis", "<html/>"),
                Arguments.of("berkas-salah-jenis", "<definitions xmlns=\"http://lain\"/>"),
                Arguments.of("xml-berbahaya", doctype("<!ENTITY x SYSTEM \"file:///etc/passwd\">", "&x;")),
                Arguments.of("xml-berbahaya", doctype("<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x\"> %x;", "")),
                Arguments.of("xml-berbahaya", doctype(billionLaughs(), "&l9;")),
                Arguments.of(
                        "xml-berbahaya",
                        XML.replaceFirst("<bpmn:definitions", "<?xml-stylesheet href=\"x.xsl\"?><bpmn:definitions")),
                Arguments.of("model-terlalu-besar", nested(65)),
                Arguments.of("model-terlalu-besar", nested(5_000)),
                Arguments.of("model-terlalu-besar", HEAD + "<bpmn:endEvent/>".repeat(2_001) + "</bpmn:definitions>"),
                Arguments.of("model-terlalu-besar", HEAD + "<bpmn:x/>".repeat(20_001) + "</bpmn:definitions>"),
                Arguments.of("berkas-terlalu-besar", XML + " ".repeat(SopBundle.MAX_BYTES)),
                Arguments.of("bukan-utf8", XML.replace("encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\"")),
                Arguments.of("bukan-utf8", XML.replace("name=\"Terima\"", "name=\"Te\0rima\"")),
                Arguments.of("berkas-rusak", XML.replace("targetRef=\"terima\"", "targetRef=\"\"")));
    }

    @ParameterizedTest
    @MethodSource("hostileModels")
    void answersAHostileModelWithAFinding(String rule, String xml) {
        List<Finding> findings = check(valid().put(PROCESS, xml));

        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(PROCESS);
            assertThat(finding.rule()).isEqualTo(rule);
        });
    }

    @Test
    void answersAModelCutOffAnywhere() {
        for (int tenth = 1; tenth < 10; tenth++) {
            assertThat(check(valid().put(PROCESS, XML.substring(0, XML.length() * tenth / 10))))
                    .isNotEmpty();
        }
    }

    @Test
    void answersOtherEncodings() {
        for (String file : List.of(PROCESS, DECISION, FORM)) {
            String text = new String(valid().bundle().bytes(file), StandardCharsets.UTF_8);
            assertRule(valid().put(file, text.getBytes(StandardCharsets.UTF_16)), file, "bukan-utf8");
            assertRule(valid().put(file, text.getBytes(StandardCharsets.UTF_16LE)), file, "bukan-utf8");
            assertRule(valid().put(file, new byte[] {'<', (byte) 0xC3, '>'}), file, "bukan-utf8");
        }
    }

    @Test
    void readsAByteOrderMark() {
        assertThat(check(valid().put(PROCESS, "\uFEFF" + XML))).isEmpty();
    }

    @Test
    void answersAFlowToNowhereAndAnAttachedEventOfNothing() {
        assertThat(check(valid().put(PROCESS, XML.replace("targetRef=\"saring\"", "targetRef=\"hilang\""))))
                .isNotEmpty();
        assertThat(check(valid().put(PROCESS, XML.replace("attachedToRef=\"terima\"", "attachedToRef=\"hilang\""))))
                .isNotEmpty();
        assertThat(check(valid().put(
                                PROCESS,
                                XML.replace("escalationRef=\"terlambat-terima\"", "escalationRef=\"hilang\""))))
                .isNotEmpty();
    }

    static Stream<Arguments> hostileForms() {
        return Stream.of(
                Arguments.of("berkas-kosong", ""),
                Arguments.of("berkas-rusak", "{"),
                Arguments.of("berkas-rusak", "{} {}"),
                Arguments.of("berkas-salah-jenis", "[]"),
                Arguments.of("berkas-salah-jenis", "null"),
                Arguments.of("berkas-rusak", "{\"components\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
                Arguments.of("berkas-rusak", "{\"id\":1,\"id\":2}"),
                Arguments.of("berkas-rusak", "{\"schemaVersion\":" + "9".repeat(1_000) + "}"),
                Arguments.of("versi-formulir", "{\"__proto__\":{},\"schemaVersion\":1e400}"));
    }

    @ParameterizedTest
    @MethodSource("hostileForms")
    void answersAHostileFormWithAFinding(String rule, String json) {
        assertRule(valid().put(FORM, json), FORM, rule);
    }

    @Test
    void answersFilesOfAnotherKind() {
        assertRule(valid().put("x.bpmn20.xml", XML), "x.bpmn20.xml", "jenis-berkas");
        assertRule(valid().put("../../x.cmmn", XML), "../../x.cmmn", "jenis-berkas");
        assertRule(valid().put("xbpmn", XML), "xbpmn", "jenis-berkas");
    }

    @Test
    void answersFeelMadeToOverflow() {
        String deep = "(".repeat(5_000) + "1" + ")".repeat(5_000);
        assertRule(
                valid().with(DECISION, "<text>perluMedis</text>", "<text>" + deep + "</text>"), DECISION, "feel-rusak");
        String chain = "not(".repeat(40) + "1" + ")".repeat(40);
        check(valid().with(DECISION, "<text>perluMedis</text>", "<text>" + chain + "</text>"));
    }

    private static String doctype(String entities, String text) {
        return "<!DOCTYPE d [" + entities + "]>" + HEAD + "<bpmn:documentation>" + text
                + "</bpmn:documentation></bpmn:definitions>";
    }

    private static String billionLaughs() {
        StringBuilder entities = new StringBuilder("<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 10; i++) {
            entities.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return entities.toString();
    }

    private static String nested(int depth) {
        return HEAD + "<bpmn:process id=\"kasus\">" + "<bpmn:subProcess>".repeat(depth)
                + "</bpmn:subProcess>".repeat(depth) + "</bpmn:process></bpmn:definitions>";
    }

    private static void assertRule(TinySop sop, String file, String rule) {
        assertThat(check(sop)).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.rule()).isEqualTo(rule);
        });
    }

    private static List<Finding> check(TinySop sop) {
        return assertTimeoutPreemptively(LIMIT, () -> new SopRules().check(sop.bundle()));
    }
}
