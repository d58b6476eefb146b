package id.tuntas.sop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A bundle that has been read: each file as written and as the model library understands it. */
record Sop(List<BpmnFile> bpmn, List<DmnFile> dmn, List<FormFile> forms) {

    record BpmnFile(String name, XmlElement xml, BpmnModelInstance model) {

        <T extends ModelElementInstance> Collection<T> elements(Class<T> type) {
            return model.getModelElementsByType(type);
        }

        /**
         * Ways out of each node by its id, by the flows' own source as the engine reads it: the list inside the node, which the
         * model library follows, may be missing or may lie.
         */
        Map<String, List<SequenceFlow>> waysOut() {
            return elements(SequenceFlow.class).stream()
                    .collect(Collectors.groupingBy(flow -> String.valueOf(flow.getAttributeValue("sourceRef"))));
        }

        Collection<Process> processes() {
            return elements(Process.class);
        }
    }

    record DmnFile(String name, XmlElement xml, DmnModelInstance model) {}

    record FormFile(String name, JsonNode json) {

        String id() {
            return json.path("id").asText();
        }

        /** Every component, those inside groups too. */
        Stream<JsonNode> components() {
            return inside(json);
        }

        private static Stream<JsonNode> inside(JsonNode parent) {
            List<JsonNode> children = new ArrayList<>();
            parent.path("components").forEach(children::add);
            return children.stream().flatMap(child -> Stream.concat(Stream.of(child), inside(child)));
        }
    }

    /** Reads what can be read; a file that cannot is a finding and left out. */
    static Sop read(SopBundle bundle, Findings findings) {
        Sop sop = new Sop(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (String name : bundle.names()) {
            try {
                sop.add(name, bundle.bytes(name));
            } catch (Unreadable e) {
                findings.add(name, "", e.rule, e.indonesian, e.getMessage());
            }
        }
        return sop;
    }

    /** File name without folder and suffix: what the id of its process, decision or form must be. */
    static String baseName(String file) {
        String last = file.substring(file.lastIndexOf('/') + 1);
        return last.contains(".") ? last.substring(0, last.lastIndexOf('.')) : last;
    }

    /** Processes by id with the file they stand in; of two with one id the first. */
    Map<String, Process> processes() {
        Map<String, Process> processes = new TreeMap<>();
        bpmn.forEach(file -> file.processes().forEach(process -> processes.putIfAbsent(process.getId(), process)));
        return processes;
    }

    private void add(String name, byte[] bytes) throws Unreadable {
        if (name.endsWith(".bpmn")) {
            bpmn.add(readBpmn(name, bytes));
        } else if (name.endsWith(".dmn")) {
            dmn.add(readDmn(name, bytes));
        } else if (name.endsWith(".form")) {
            forms.add(new FormFile(name, FormReader.read(bytes)));
        } else {
            throw new Unreadable(
                    "jenis-berkas",
                    "Hanya berkas .bpmn, .dmn, dan .form yang diterima.",
                    "Only .bpmn, .dmn and .form files are accepted.");
        }
    }

    private static BpmnFile readBpmn(String name, byte[] bytes) throws Unreadable {
        XmlElement xml = SafeXml.read(bytes);
        requireRoot(xml, xml.isBpmn("definitions"), "BPMN 2.0");
        try {
            return new BpmnFile(name, xml, Bpmn.readModelFromStream(new ByteArrayInputStream(bytes)));
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    private static DmnFile readDmn(String name, byte[] bytes) throws Unreadable {
        XmlElement xml = SafeXml.read(bytes);
        boolean known = Vocabulary.DMN_NAMESPACES.contains(xml.namespace) && xml.name.equals("definitions");
        requireRoot(xml, known, "DMN 1.3");
        try {
            return new DmnFile(name, xml, Dmn.readModelFromStream(new ByteArrayInputStream(bytes)));
        } catch (RuntimeException e) {
            throw broken(e);
        }
    }

    private static void requireRoot(XmlElement root, boolean known, String kind) throws Unreadable {
        if (!known) {
            String found = Findings.shorten(root.name);
            throw new Unreadable(
                    "berkas-salah-jenis",
                    "Berkas ini bukan " + kind + " (akar: " + found + "); pilih berkas yang benar.",
                    "The file is not " + kind + " (root: " + found + "); choose the right one.");
        }
    }

    private static Unreadable broken(RuntimeException e) {
        Throwable cause = e;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String reason = Findings.shorten(String.valueOf(cause.getMessage()));
        return new Unreadable(
                "berkas-rusak",
                "Model tidak sesuai standar: " + reason + " Perbaiki di Camunda Modeler.",
                "The model does not follow the standard: " + reason + " Mend it in Camunda Modeler.");
    }
}
