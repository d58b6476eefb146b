package id.tuntas.hostile;

import static id.tuntas.sop.TinySop.DECISION;
import static id.tuntas.sop.TinySop.FORM;
import static id.tuntas.sop.TinySop.PROCESS;

import id.tuntas.hostile.Corpus.Item;
import id.tuntas.sop.SopBundle;
import id.tuntas.sop.TinySop;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What is too long, too deep or not even text: made here, because nobody would read it as a file. */
final class LargeModels {

    private static final String XML = new String(TinySop.valid().bundle().bytes(PROCESS), StandardCharsets.UTF_8);
    private static final String HEAD = XML.substring(XML.indexOf("<bpmn:definitions"), XML.indexOf("<bpmn:escalation"));
    private static final String END = "</bpmn:definitions>";

    private LargeModels() {}

    static List<Item> items() {
        List<Item> items = new ArrayList<>(broken());
        items.addAll(large());
        items.addAll(forms());
        for (int tenth = 1; tenth < 10; tenth++) {
            items.add(bpmn("cut at " + tenth + "0 %", "berkas-rusak", XML.substring(0, XML.length() * tenth / 10)));
        }
        return items;
    }

    private static List<Item> broken() {
        return List.of(
                bpmn("empty", "berkas-kosong", ""),
                bpmn("one byte", "berkas-rusak", "<"),
                bpmn("wrong root", "berkas-salah-jenis", "<html/>"),
                bpmn("NUL", "bukan-utf8", XML.replace("\"Terima\"", "\"Te\0rima\"")),
                bytes("UTF-16", XML, StandardCharsets.UTF_16),
                bytes("UTF-16 without a mark", XML, StandardCharsets.UTF_16LE),
                bytes("UTF-32", XML, Charset.forName("UTF-32")),
                bytes("Latin 1", XML.replace("\"Terima\"", "\"Ter\u00EFma\""), StandardCharsets.ISO_8859_1),
                bpmn("flow to nowhere", "berkas-rusak", XML.replace("targetRef=\"terima\"", "targetRef=\"\"")));
    }

    private static List<Item> large() {
        return List.of(
                bpmn("65 deep", "model-terlalu-besar", nested(65)),
                bpmn("5,000 deep", "model-terlalu-besar", nested(5_000)),
                bpmn("2,001 elements", "model-terlalu-besar", HEAD + "<bpmn:endEvent/>".repeat(2_001) + END),
                bpmn("20,001 unknown ones", "model-terlalu-besar", HEAD + "<bpmn:x/>".repeat(20_001) + END),
                bpmn("1 MB and 1", "berkas-terlalu-besar", XML + " ".repeat(SopBundle.MAX_BYTES + 1 - XML.length())),
                bpmn("billion laughs", "xml-berbahaya", doctype(laughs(10, 10))),
                bpmn("quadratic blow-up", "xml-berbahaya", doctype("<!ENTITY l9 \"" + "a".repeat(100_000) + "\">")),
                new Item("100,000 rules", "berkas-terlalu-besar", rules(100_000)),
                new Item("3,000 rules", "model-terlalu-besar", rules(3_000)),
                new Item("deep FEEL", "feel-rusak", feel("(".repeat(900) + "1" + ")".repeat(900))),
                new Item("long FEEL", "feel-rusak", feel("a+".repeat(50_000) + "a")));
    }

    private static List<Item> forms() {
        return List.of(
                form("not JSON", "berkas-rusak", "{"),
                form("10,000 deep", "berkas-rusak", "{\"a\":" + "[".repeat(10_000) + "]".repeat(10_000) + "}"),
                form("keys twice", "berkas-rusak", "{\"id\":\"terima\",\"id\":\"lain\"}"),
                form("1,000 digits", "berkas-rusak", "{\"schemaVersion\":" + "9".repeat(1_000) + "}"),
                form("1e400", "versi-formulir", "{\"__proto__\":{\"x\":1},\"schemaVersion\":1e400}"),
                form("minus nought", "versi-formulir", "{\"constructor\":{},\"schemaVersion\":-0}"),
                form("2^53 and 1", "versi-formulir", "{\"schemaVersion\":9007199254740993}"),
                form("an array", "berkas-salah-jenis", "[]"),
                form("only a text", "berkas-salah-jenis", "\"x\""));
    }

    private static Item bpmn(String name, String rule, String xml) {
        return new Item("model: " + name, rule, TinySop.valid().put(PROCESS, xml));
    }

    private static Item bytes(String name, String xml, Charset charset) {
        return new Item("model: " + name, "bukan-utf8", TinySop.valid().put(PROCESS, xml.getBytes(charset)));
    }

    private static Item form(String name, String rule, String json) {
        return new Item("form: " + name, rule, TinySop.valid().put(FORM, json));
    }

    private static TinySop feel(String text) {
        return TinySop.valid().with(DECISION, "<text>perluMedis</text>", "<text>" + text + "</text>");
    }

    private static TinySop rules(int count) {
        String rule = "<rule><inputEntry><text>1</text></inputEntry><outputEntry><text>1</text></outputEntry></rule>";
        return TinySop.valid().with(DECISION, "</decisionTable>", rule.repeat(count) + "</decisionTable>");
    }

    private static String nested(int depth) {
        return HEAD + "<bpmn:process id=\"kasus\">" + "<bpmn:subProcess>".repeat(depth)
                + "</bpmn:subProcess>".repeat(depth) + "</bpmn:process>" + END;
    }

    private static String doctype(String entities) {
        return "<!DOCTYPE d [" + entities + "]>" + HEAD + "<bpmn:documentation>" + "&l9;".repeat(1_000)
                + "</bpmn:documentation>" + END;
    }

    private static String laughs(int levels, int each) {
        var entities = new StringBuilder("<!ENTITY l0 \"ha\">");
        for (int i = 1; i < levels; i++) {
            entities.append("<!ENTITY l").append(i).append(" \"");
            entities.append(("&l" + (i - 1) + ";").repeat(each)).append("\">");
        }
        return entities.toString();
    }
}
