package id.tuntas.sop;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The smallest SOP that keeps every rule: one step, one decision, one called process; a test breaks one thing in it. */
public final class TinySop {

    public static final String PROCESS = "bpmn/kasus.bpmn";
    public static final String CALLED = "bpmn/rujukan.bpmn";
    public static final String LADDER = "bpmn/eskalasi.bpmn";
    public static final String DECISION = "bpmn/saring.dmn";
    public static final String FORM = "forms/terima.form";
    public static final String START_FORM = "forms/mulai.form";

    private final Map<String, byte[]> files = new TreeMap<>();

    private TinySop() {
        put(PROCESS, PROCESS_XML);
        put(CALLED, CALLED_XML);
        put(DECISION, DECISION_XML);
        put(FORM, form("terima", "perluMedis"));
        put(START_FORM, form("mulai", "kanal"));
    }

    public static TinySop valid() {
        return new TinySop();
    }

    /** With a stage that has a clock of its own, {@code TAHAP}. */
    TinySop withStage() {
        return with(PROCESS, "sourceRef=\"rujuk\" targetRef=\"selesai\"", "sourceRef=\"rujuk\" targetRef=\"TAHAP\"")
                .with(
                        PROCESS,
                        "<bpmn:process",
                        "<bpmn:escalation id=\"terlambat-tahap\" name=\"Terlambat\" escalationCode=\"TAHAP\"/><bpmn:process")
                .with(PROCESS, "<bpmn:endEvent id=\"selesai\"", STAGE_XML + "<bpmn:endEvent id=\"selesai\"");
    }

    /** With a ladder that is climbed when something is late. */
    TinySop withLadder() {
        return put(LADDER, LADDER_XML)
                .with(PROCESS, "<bpmn:endEvent id=\"dicatat\"/>", "<bpmn:endEvent id=\"dicatat\"/>" + CLIMB_XML)
                .with(
                        PROCESS,
                        "sourceRef=\"terlambat\" targetRef=\"dicatat\"",
                        "sourceRef=\"terlambat\" targetRef=\"naik\"");
    }

    /** Replaces a text of a file; fails if it is not there, so that no test passes by accident. */
    public TinySop with(String file, String from, String to) {
        return change(file, text -> {
            if (!text.contains(from)) {
                throw new IllegalArgumentException("not in " + file + ": " + from);
            }
            return text.replace(from, to);
        });
    }

    public TinySop change(String file, UnaryOperator<String> change) {
        return put(file, change.apply(new String(files.get(file), StandardCharsets.UTF_8)));
    }

    public TinySop put(String file, String text) {
        return put(file, text.getBytes(StandardCharsets.UTF_8));
    }

    public TinySop put(String file, byte[] bytes) {
        files.put(file, bytes);
        return this;
    }

    public TinySop without(String file) {
        files.remove(file);
        return this;
    }

    public SopBundle bundle() {
        return SopBundle.of(files);
    }

    private static String form(String id, String key) {
        return FORM_JSON.replace("ID", id).replace("KEY", key);
    }

    private static final String FORM_JSON =
            """
            {"id": "ID", "type": "default", "schemaVersion": 16, "executionPlatform": "Camunda Platform",
             "executionPlatformVersion": "7.24.0", "components": [
               {"type": "text", "id": "pengantar", "text": "Isi bersama korban."},
               {"type": "radio", "id": "a", "key": "KEY", "label": "Perlu bantuan medis?",
                "validate": {"required": true},
                "values": [{"label": "Ya", "value": "ya"}, {"label": "Tidak", "value": "tidak"}]},
               {"type": "textfield", "id": "b", "key": "KEYCatatan", "label": "Catatan",
                "conditional": {"hide": "=KEY != \\"ya\\""}, "validate": {"pattern": "^[a-z]*$"}}]}
            """;

    private static final String HEAD =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="model" targetNamespace="https://tuntas.id/sop">
            """;

    private static final String PROCESS_XML = HEAD
            + """
              <bpmn:escalation id="terlambat-terima" name="Terlambat" escalationCode="terima"/>
              <bpmn:message id="pesan" name="kejadian"/>
              <bpmn:process id="kasus" name="Kasus" isExecutable="true" camunda:historyTimeToLive="P3650D">
                <bpmn:startEvent id="mulai" name="Laporan" camunda:formRef="mulai" camunda:formRefBinding="deployment"/>
                <bpmn:userTask id="terima" name="Terima" camunda:formRef="terima" camunda:formRefBinding="deployment" camunda:candidateGroups="${mou.ownerOf(execution)}" camunda:dueDate="${sla.dueAt(execution)}">
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="layanan" value="penerimaan-laporan"/>
                      <camunda:property name="tenggat" value="P3D"/>
                      <camunda:property name="tenggat.darurat" value="PT2H"/>
                      <camunda:property name="tenggat.respon" value="PT30M"/>
                      <camunda:property name="kalender" value="kerja"/>
                      <camunda:property name="dasarHukum" value="UU 12/2022"/>
                      <camunda:property name="terkunci" value="true"/>
                      <camunda:property name="eskalasi" value="penyelia-kasus,kepala-uptd"/>
                      <camunda:property name="pengingat" value="0.75"/>
                    </camunda:properties>
                  </bpmn:extensionElements>
                </bpmn:userTask>
                <bpmn:boundaryEvent id="batas-terima" attachedToRef="terima" cancelActivity="false">
                  <bpmn:timerEventDefinition id="jam"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${sla.dueAt(execution)}</bpmn:timeDate></bpmn:timerEventDefinition>
                </bpmn:boundaryEvent>
                <bpmn:endEvent id="lewat"><bpmn:escalationEventDefinition id="lewat-eskalasi" escalationRef="terlambat-terima"/></bpmn:endEvent>
                <bpmn:businessRuleTask id="saring" name="Saring" camunda:decisionRef="saring" camunda:decisionRefBinding="deployment" camunda:mapDecisionResult="singleEntry" camunda:resultVariable="hasil"/>
                <bpmn:exclusiveGateway id="perlu" name="Perlu rujukan?" default="tidak-perlu"/>
                <bpmn:callActivity id="rujuk" name="Rujuk" calledElement="rujukan" camunda:calledElementBinding="deployment">
                  <bpmn:extensionElements>
                    <camunda:in businessKey="${execution.processBusinessKey}"/>
                    <camunda:in source="hasil" target="hasilSaring"/>
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:endEvent id="selesai" name="Selesai"/>
                <bpmn:sequenceFlow id="f-terima" sourceRef="mulai" targetRef="terima"/>
                <bpmn:sequenceFlow id="f-saring" sourceRef="terima" targetRef="saring"/>
                <bpmn:sequenceFlow id="f-perlu" sourceRef="saring" targetRef="perlu"/>
                <bpmn:sequenceFlow id="perlu-rujuk" sourceRef="perlu" targetRef="rujuk">
                  <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${hasil == 'ya' and not (perluMedis == 'tidak')}</bpmn:conditionExpression>
                </bpmn:sequenceFlow>
                <bpmn:sequenceFlow id="tidak-perlu" sourceRef="perlu" targetRef="selesai"/>
                <bpmn:sequenceFlow id="f-selesai" sourceRef="rujuk" targetRef="selesai"/>
                <bpmn:sequenceFlow id="f-lewat" sourceRef="batas-terima" targetRef="lewat"/>
                <bpmn:subProcess id="keterlambatan" name="Keterlambatan" triggeredByEvent="true">
                  <bpmn:startEvent id="terlambat" isInterrupting="false"><bpmn:escalationEventDefinition id="terlambat-eskalasi" camunda:escalationCodeVariable="langkahTerlambat"/></bpmn:startEvent>
                  <bpmn:endEvent id="dicatat"/>
                  <bpmn:sequenceFlow id="f-dicatat" sourceRef="terlambat" targetRef="dicatat"/>
                </bpmn:subProcess>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String CALLED_XML = HEAD
            + """
              <bpmn:process id="rujukan" name="Rujukan" isExecutable="true" camunda:historyTimeToLive="P3650D" camunda:isStartableInTasklist="false">
                <bpmn:startEvent id="awal"/>
                <bpmn:endEvent id="akhir"/>
                <bpmn:sequenceFlow id="f-akhir" sourceRef="awal" targetRef="akhir"/>
              </bpmn:process>
            </bpmn:definitions>
            """;

    private static final String STAGE_XML =
            """
            <bpmn:subProcess id="TAHAP" name="Tahap">
              <bpmn:extensionElements>
                <camunda:properties>
                  <camunda:property name="tenggat" value="P14D"/>
                  <camunda:property name="tenggat.tinggi" value="P7D"/>
                  <camunda:property name="kalender" value="terus"/>
                  <camunda:property name="dasarHukum" value="Bawaan"/>
                  <camunda:property name="eskalasi" value="kepala-uptd"/>
                  <camunda:property name="pengingat" value="0.5"/>
                </camunda:properties>
              </bpmn:extensionElements>
              <bpmn:startEvent id="tahap-mulai"/>
              <bpmn:endEvent id="tahap-selesai"/>
              <bpmn:sequenceFlow id="f-tahap" sourceRef="tahap-mulai" targetRef="tahap-selesai"/>
            </bpmn:subProcess>
            <bpmn:sequenceFlow id="f-tahap-selesai" sourceRef="TAHAP" targetRef="selesai"/>
            <bpmn:boundaryEvent id="batas-TAHAP" attachedToRef="TAHAP" cancelActivity="false">
              <bpmn:timerEventDefinition id="jam-tahap"><bpmn:timeDate xsi:type="bpmn:tFormalExpression">${sla.dueAt(execution)}</bpmn:timeDate></bpmn:timerEventDefinition>
            </bpmn:boundaryEvent>
            <bpmn:endEvent id="tahap-lewat"><bpmn:escalationEventDefinition id="tahap-lewat-eskalasi" escalationRef="terlambat-tahap"/></bpmn:endEvent>
            <bpmn:sequenceFlow id="f-tahap-lewat" sourceRef="batas-TAHAP" targetRef="tahap-lewat"/>
            """;

    private static final String CLIMB_XML =
            """
            <bpmn:callActivity id="naik" name="Naik" calledElement="eskalasi" camunda:calledElementBinding="deployment">
              <bpmn:extensionElements>
                <camunda:in source="langkahTerlambat" target="langkahTerlambat"/>
                <camunda:in sourceExpression="${sla.lateClock(execution)}" target="jamTerlambat"/>
              </bpmn:extensionElements>
            </bpmn:callActivity>
            <bpmn:sequenceFlow id="f-naik" sourceRef="naik" targetRef="dicatat"/>
            """;

    private static final String LADDER_XML = CALLED_XML.replace("\"rujukan\"", "\"eskalasi\"");

    private static final String DECISION_XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="model-saring" name="Saring" namespace="https://tuntas.id/sop">
              <decision id="saring" name="Saring" camunda:historyTimeToLive="P3650D">
                <decisionTable id="tabel" hitPolicy="FIRST">
                  <input id="masukan"><inputExpression id="masukan-isi" typeRef="string"><text>perluMedis</text></inputExpression></input>
                  <output id="keluaran" name="hasilTabel" typeRef="string"/>
                  <rule id="aturan-ya"><inputEntry id="m1"><text>"ya"</text></inputEntry><outputEntry id="k1"><text>"ya"</text></outputEntry></rule>
                  <rule id="aturan-lain"><inputEntry id="m2"><text></text></inputEntry><outputEntry id="k2"><text>"tidak"</text></outputEntry></rule>
                </decisionTable>
              </decision>
            </definitions>
            """;
}
