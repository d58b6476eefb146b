package id.tuntas.sop;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The part of BPMN and DMN an SOP may use. What is not named here is refused, in any namespace. */
final class Vocabulary {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    static final String CAMUNDA_DMN = "http://camunda.org/schema/1.0/dmn";
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /** Variables that the beans a model may delegate to leave behind, by the bean, exactly as written. */
    static final Map<String, Set<String>> SET_BY_DELEGATE = Map.of(
            "${teruskanKejadian}", Set.of(),
            "${pilihAnakTangga}", words("anakTangga kelompokTangga anakTanggaTerakhir tenggatHukum"),
            "${catatPelanggaran}", Set.of(),
            "${aturTenggat}", words("kelompokTangga"),
            "${putuskanPerpanjangan}", Set.of(),
            "${bukaAksesDarurat}", words("kelompokTangga pemohonAksesDarurat"),
            "${catatTinjauan}", Set.of(),
            "${limpahkanKasus}", words("alasanPenutupan kasusAsal daerahAsal"));

    /** Beans a model may delegate to, exactly as written. */
    static final Set<String> DELEGATES = SET_BY_DELEGATE.keySet();

    static final Set<String> FLOW_NODES = words("startEvent endEvent boundaryEvent intermediateCatchEvent"
            + " intermediateThrowEvent userTask serviceTask businessRuleTask receiveTask sendTask scriptTask manualTask"
            + " task callActivity subProcess transaction adHocSubProcess exclusiveGateway inclusiveGateway"
            + " parallelGateway eventBasedGateway complexGateway");

    static final Set<String> BPMN_ELEMENTS = words("definitions process documentation extensionElements incoming"
            + " outgoing sequenceFlow conditionExpression startEvent endEvent boundaryEvent intermediateCatchEvent"
            + " intermediateThrowEvent userTask serviceTask businessRuleTask receiveTask callActivity subProcess"
            + " exclusiveGateway inclusiveGateway parallelGateway eventBasedGateway timerEventDefinition timeDate"
            + " timeDuration timeCycle messageEventDefinition signalEventDefinition escalationEventDefinition"
            + " errorEventDefinition terminateEventDefinition linkEventDefinition conditionalEventDefinition condition"
            + " message signal escalation error multiInstanceLoopCharacteristics loopCardinality completionCondition"
            + " textAnnotation text association group category categoryValue collaboration participant messageFlow"
            + " laneSet lane flowNodeRef");

    static final Set<String> BPMN_ATTRIBUTES = words("id name targetNamespace exporter exporterVersion isExecutable"
            + " sourceRef targetRef default attachedToRef cancelActivity isInterrupting triggeredByEvent calledElement"
            + " messageRef signalRef escalationRef escalationCode errorRef errorCode isSequential gatewayDirection"
            + " processType isClosed textFormat associationDirection eventGatewayType processRef categoryValueRef value"
            + " typeLanguage");

    static final Set<String> CAMUNDA_ELEMENTS = words("properties property in out inputOutput inputParameter"
            + " outputParameter executionListener taskListener failedJobRetryTimeCycle");

    /** Attributes of the engine's namespace on BPMN elements. */
    static final Set<String> CAMUNDA_ATTRIBUTES = words("candidateGroups dueDate formRef formRefBinding priority"
            + " decisionRef decisionRefBinding mapDecisionResult resultVariable calledElementBinding"
            + " delegateExpression asyncBefore asyncAfter exclusive jobPriority collection elementVariable"
            + " historyTimeToLive isStartableInTasklist versionTag escalationCodeVariable initiator"
            + " candidateStarterGroups variableName variableEvents modelerTemplate modelerTemplateVersion"
            + " modelerTemplateIcon diagramRelationId");

    /** Attributes of elements of the engine's namespace. */
    static final Set<String> CAMUNDA_PLAIN_ATTRIBUTES =
            words("id name value source sourceExpression target businessKey local event delegateExpression");

    static final Set<String> DMN_ELEMENTS = words("definitions decision decisionTable input inputExpression"
            + " inputValues text output outputValues rule inputEntry outputEntry annotation annotationEntry"
            + " description question allowedAnswers variable informationRequirement requiredDecision requiredInput"
            + " inputData knowledgeSource authorityRequirement requiredAuthority type owner"
            + " extensionElements textAnnotation association sourceRef targetRef");

    static final Set<String> DMN_ATTRIBUTES = words("id name namespace exporter exporterVersion label typeRef hitPolicy"
            + " aggregation href expressionLanguage preferredOrientation outputLabel associationDirection textFormat");

    static final Set<String> CAMUNDA_DMN_ATTRIBUTES =
            words("historyTimeToLive inputVariable versionTag" + " diagramRelationId");

    static final Set<String> DMN_NAMESPACES = Set.of(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20211108/MODEL/",
            "https://www.omg.org/spec/DMN/20230324/MODEL/");

    /** Where things stand on the drawing: never interpreted by the engine. */
    static final Set<String> DIAGRAM_NAMESPACES = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/bpmn/biocolor/1.0",
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0",
            "http://camunda.org/schema/modeler/1.0",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DMNDI/",
            "https://www.omg.org/spec/DMN/20230324/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/");

    private Vocabulary() {}

    static Set<String> words(String words) {
        return Set.copyOf(new HashSet<>(Arrays.asList(words.strip().split("\\s+"))));
    }

    static String inOrder(Set<String> words) {
        return String.join(", ", new TreeSet<>(words));
    }
}
