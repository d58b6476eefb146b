package id.tuntas.sop;

import java.util.Map;
import javax.xml.namespace.QName;

/** Only elements and attributes of {@link Vocabulary}: no script, class, connector, listener code, external worker. */
final class VocabularyRules implements Rule {

    private record Danger(String rule, String indonesian, String english) {}

    private static final Danger SCRIPT = new Danger(
            "skrip", "Skrip tidak diizinkan; ganti dengan keputusan DMN.", "Scripts are not allowed; use a decision.");
    private static final Danger JAVA = new Danger(
            "kelas-java",
            "Kelas Java tidak boleh disebut dalam model; hapus camunda:class.",
            "A model may not name a Java class; remove camunda:class.");
    private static final Danger LISTENER = new Danger(
            "ekspresi-kode",
            "camunda:expression tidak diizinkan; hapus atau pakai delegasi yang terdaftar.",
            "camunda:expression is not allowed; remove it or use a listed delegate.");
    private static final Danger CONNECTOR =
            new Danger("konektor", "Konektor tidak diizinkan; hapus.", "Connectors are not allowed; remove it.");
    private static final Danger INJECTION = new Danger(
            "suntikan-field", "Injeksi field tidak diizinkan; hapus.", "Field injection is not allowed; remove it.");
    private static final Danger EXTERNAL = new Danger(
            "tugas-eksternal",
            "Tugas eksternal tidak diizinkan; ganti dengan langkah petugas.",
            "External tasks are not allowed; use a user task.");
    private static final Danger OWNER = new Danger(
            "pemilik-tetap",
            "Pemilik langkah ditentukan oleh daftar MoU; hapus penugasan tetap ini.",
            "The MoU register assigns the step; remove the fixed assignment.");
    private static final Danger OLD_FORM = new Danger(
            "formulir-lama",
            "Hanya Camunda Form (formRef) yang diizinkan; hapus jenis formulir lain.",
            "Only Camunda Forms (formRef) are allowed; remove the other kind of form.");
    private static final Danger ALL_VARIABLES = new Danger(
            "serahkan-semua",
            "Semua variabel tidak boleh diserahkan sekaligus; sebut satu per satu.",
            "All variables may not be handed over at once; name each one.");

    private static final Map<String, Danger> DANGEROUS = Map.ofEntries(
            Map.entry("scriptTask", SCRIPT),
            Map.entry("script", SCRIPT),
            Map.entry("scriptFormat", SCRIPT),
            Map.entry("resource", SCRIPT),
            Map.entry("language", SCRIPT),
            Map.entry("class", JAVA),
            Map.entry("expression", LISTENER),
            Map.entry("connector", CONNECTOR),
            Map.entry("connectorId", CONNECTOR),
            Map.entry("field", INJECTION),
            Map.entry("topic", EXTERNAL),
            Map.entry("type", EXTERNAL),
            Map.entry("assignee", OWNER),
            Map.entry("candidateUsers", OWNER),
            Map.entry("potentialOwner", OWNER),
            Map.entry("humanPerformer", OWNER),
            Map.entry("formKey", OLD_FORM),
            Map.entry("formData", OLD_FORM),
            Map.entry("variables", ALL_VARIABLES));

    @Override
    public void check(Sop sop, Findings findings) {
        sop.bpmn().forEach(file -> file.xml().all().forEach(e -> check(file.name(), e, findings)));
        sop.dmn().forEach(file -> file.xml().all().forEach(e -> check(file.name(), e, findings)));
    }

    private void check(String file, XmlElement element, Findings findings) {
        if (!elementAllowed(element)) {
            refuse(file, element, element.name, "unsur-tak-dikenal", findings);
            return;
        }
        element.attributes.forEach((name, value) -> {
            if (!attributeAllowed(element, name)) {
                refuse(file, element, name.getLocalPart(), "atribut-tak-dikenal", findings);
            } else if (name.getLocalPart().equals("delegateExpression") && !Vocabulary.DELEGATES.contains(value)) {
                findings.add(
                        file,
                        element.nearestId(),
                        "delegasi-tak-terdaftar",
                        "Delegasi \"%s\" tidak terdaftar; yang boleh hanya %s."
                                .formatted(Findings.shorten(value), Vocabulary.inOrder(Vocabulary.DELEGATES)),
                        "Delegate \"%s\" is not listed; allowed: %s."
                                .formatted(Findings.shorten(value), Vocabulary.inOrder(Vocabulary.DELEGATES)));
            }
        });
        boolean code = element.isBpmn("serviceTask")
                || element.isCamunda("executionListener")
                || element.isCamunda("taskListener");
        boolean delegates =
                element.camunda("delegateExpression") != null || element.attribute("delegateExpression") != null;
        if (code && !delegates) {
            findings.add(
                    file,
                    element.nearestId(),
                    "tugas-tanpa-delegasi",
                    "Tugas otomatis atau pendengar ini tidak menunjuk delegasi yang terdaftar; pilih %s atau hapus."
                            .formatted(Vocabulary.inOrder(Vocabulary.DELEGATES)),
                    "This service task or listener names no listed delegate; choose %s or remove it."
                            .formatted(Vocabulary.inOrder(Vocabulary.DELEGATES)));
        }
    }

    private static boolean elementAllowed(XmlElement element) {
        if (Vocabulary.DIAGRAM_NAMESPACES.contains(element.namespace)) {
            return true;
        }
        if (Vocabulary.DMN_NAMESPACES.contains(element.namespace)) {
            return Vocabulary.DMN_ELEMENTS.contains(element.name);
        }
        return Vocabulary.BPMN.equals(element.namespace) && Vocabulary.BPMN_ELEMENTS.contains(element.name)
                || Vocabulary.CAMUNDA.equals(element.namespace) && Vocabulary.CAMUNDA_ELEMENTS.contains(element.name);
    }

    private static boolean attributeAllowed(XmlElement element, QName name) {
        String local = name.getLocalPart();
        if (Vocabulary.DIAGRAM_NAMESPACES.contains(element.namespace)) {
            return true;
        }
        return switch (name.getNamespaceURI()) {
            case "" -> plainAllowed(element.namespace, local);
            case Vocabulary.CAMUNDA -> Vocabulary.CAMUNDA_ATTRIBUTES.contains(local);
            case Vocabulary.CAMUNDA_DMN -> Vocabulary.CAMUNDA_DMN_ATTRIBUTES.contains(local);
            case Vocabulary.XSI -> true;
            default -> Vocabulary.DIAGRAM_NAMESPACES.contains(name.getNamespaceURI());
        };
    }

    private static boolean plainAllowed(String namespace, String local) {
        return switch (namespace) {
            case Vocabulary.BPMN -> Vocabulary.BPMN_ATTRIBUTES.contains(local);
            case Vocabulary.CAMUNDA -> Vocabulary.CAMUNDA_PLAIN_ATTRIBUTES.contains(local);
            default -> Vocabulary.DMN_ATTRIBUTES.contains(local);
        };
    }

    private static void refuse(String file, XmlElement element, String name, String rule, Findings findings) {
        String shown = Findings.shorten(name);
        Danger danger = DANGEROUS.getOrDefault(
                name,
                new Danger(
                        rule,
                        "\"%s\" tidak boleh dipakai dalam SOP; hapus atau ganti.".formatted(shown),
                        "\"%s\" may not be used in an SOP; remove or replace it.".formatted(shown)));
        findings.add(file, element.nearestId(), danger.rule(), danger.indonesian(), danger.english());
    }
}
