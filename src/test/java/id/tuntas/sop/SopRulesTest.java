package id.tuntas.sop;

import static id.tuntas.sop.TinySop.CALLED;
import static id.tuntas.sop.TinySop.DECISION;
import static id.tuntas.sop.TinySop.FORM;
import static id.tuntas.sop.TinySop.PROCESS;
import static id.tuntas.sop.TinySop.START_FORM;
import static id.tuntas.sop.TinySop.valid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Breaks one thing at a time in a valid SOP and expects the finding to name file, element and rule. */
class SopRulesTest {

    private static final String CONDITION = "${hasil == 'ya' and not (perluMedis == 'tidak')}";
    private static final String EXTENSION_END = "</camunda:properties>";

    @Test
    void acceptsAValidSop() {
        assertThat(check(valid())).isEmpty();
    }

    static Stream<Arguments> stepsThatPromiseTooLittle() {
        return Stream.of(
                step("langkah-tanpa-layanan", "value=\"penerimaan-laporan\"", "value=\"warung\""),
                step(
                        "langkah-tanpa-layanan",
                        "name=\"layanan\" value=\"penerimaan-laporan\"",
                        "name=\"keluaran\" value=\"x\""),
                step("langkah-tanpa-tenggat", "value=\"P3D\"", "value=\"tiga hari\""),
                step("langkah-tanpa-tenggat", "value=\"P3D\"", "value=\"PT0S\""),
                step("langkah-tanpa-tenggat", "value=\"P3D\"", "value=\"-P3D\""),
                step("langkah-tanpa-tenggat", "value=\"P3D\"", "value=\"P9999Y\""),
                step("langkah-tanpa-tenggat", "value=\"P3D\"", "value=\"\""),
                step("langkah-tanpa-tenggat", "value=\"PT2H\"", "value=\"2 jam\""),
                step("langkah-tanpa-kalender", "value=\"kerja\"", "value=\"malam\""),
                step("langkah-tanpa-dasar-hukum", "value=\"UU 12/2022\"", "value=\" \""),
                step("terkunci-tanpa-undang-undang", "UU 12/2022", "kebiasaan daerah 2022"),
                step("terkunci-tidak-sah", "name=\"terkunci\" value=\"true\"", "name=\"terkunci\" value=\"ya\""),
                step("langkah-tanpa-eskalasi", "value=\"penyelia-kasus,kepala-uptd\"", "value=\",\""),
                step("eskalasi-tak-dikenal", "penyelia-kasus,", "pak-camat,"),
                step("eskalasi-ganda", "penyelia-kasus,", "kepala-uptd,"),
                step("pengingat-tidak-sah", "value=\"0.75\"", "value=\"1.5\""),
                step("pengingat-tidak-sah", "value=\"0.75\"", "value=\"0\""),
                step("properti-tak-dikenal", "name=\"pengingat\"", "name=\"pengigat\""),
                step("langkah-tanpa-nama", "name=\"Terima\"", "name=\"\""),
                step("langkah-tanpa-formulir", "camunda:formRef=\"terima\" ", ""),
                step("rujukan-tidak-ada", "camunda:formRef=\"terima\"", "camunda:formRef=\"lain\""),
                step(
                        "ikatan-bukan-deployment",
                        "\"terima\" camunda:formRefBinding=\"deployment\"",
                        "\"terima\" camunda:formRefBinding=\"latest\""),
                step(
                        "atribut-baku",
                        "camunda:candidateGroups=\"${mou.ownerOf(execution)}\"",
                        "camunda:candidateGroups=\"rsud-ppt\""),
                step("atribut-baku", " camunda:dueDate=\"${sla.dueAt(execution)}\"", ""),
                step("pemilik-tetap", "name=\"Terima\"", "name=\"Terima\" camunda:assignee=\"budi\""),
                step("formulir-lama", "name=\"Terima\"", "name=\"Terima\" camunda:formKey=\"embedded:x.html\""),
                step("langkah-tanpa-pengatur-waktu", " cancelActivity=\"false\"", ""),
                step("langkah-tanpa-pengatur-waktu", ">${sla.dueAt(execution)}<", ">${sla.reminderAt(execution)}<"),
                step("langkah-tanpa-pengatur-waktu", "escalationCode=\"terima\"", "escalationCode=\"lain\""),
                step(
                        "eskalasi-tanpa-penangkap",
                        "<bpmn:escalationEventDefinition id=\"terlambat-eskalasi\" camunda:escalationCodeVariable=\"langkahTerlambat\"/>",
                        "<bpmn:messageEventDefinition id=\"m\" messageRef=\"pesan\"/>"));
    }

    @ParameterizedTest
    @MethodSource("stepsThatPromiseTooLittle")
    void refusesAStepThatPromisesTooLittle(String rule, String from, String to) {
        assertFinding(valid().with(PROCESS, from, to), PROCESS, "terima", rule);
    }

    @ParameterizedTest
    @CsvSource({
        "tenggat, P3D, P3DT4H",
        "tenggat, P3D, P2W",
        "tenggat, P3D, P1M",
        "tenggat, P3D, P1Y",
        "tenggat.darurat, PT2H, P1DT2H",
        "tenggat.respon, PT30M, P1M"
    })
    void workingTimeIsCountedInDaysOrInHours(String property, String from, String to) {
        TinySop sop = valid().with(PROCESS, value(property, from), value(property, to));

        assertFinding(sop, PROCESS, "terima", "tenggat-kerja");
        assertThat(check(sop))
                .filteredOn(finding -> finding.rule().equals("tenggat-kerja"))
                .allSatisfy(finding -> assertThat(finding.indonesian())
                        .startsWith("Properti " + property + " ")
                        .contains("hari saja (P3D) atau jam saja (PT8H)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P3DT4H", "P2W", "P1M", "P1Y"})
    void roundTheClockEveryDurationMeansSomething(String budget) {
        assertThat(check(valid().with(PROCESS, value("kalender", "kerja"), value("kalender", "terus"))
                        .with(PROCESS, value("tenggat", "P3D"), value("tenggat", budget))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // not shorter than two hours in an emergency
        "PT2H, respon-terlalu-panjang, tenggat.darurat (PT2H)",
        "PT3H, respon-terlalu-panjang, tenggat.darurat (PT2H)",
        // three working days may be twelve hours
        "PT12H, respon-terlalu-panjang, tenggat (P3D)",
        "P3D, respon-terlalu-panjang, tenggat (P3D)",
        "PT0S, respon-tidak-sah, PT15M",
        "segera, respon-tidak-sah, PT15M"
    })
    void aStepIsClaimedBeforeItIsDue(String response, String rule, String said) {
        TinySop sop = valid().with(PROCESS, value("tenggat.respon", "PT30M"), value("tenggat.respon", response));

        assertFinding(sop, PROCESS, "terima", rule);
        assertThat(check(sop))
                .anySatisfy(finding -> assertThat(finding.indonesian()).contains(said));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "PT1H59M"})
    void acceptsAResponseShorterThanEveryBudget(String response) {
        assertThat(check(valid().with(PROCESS, value("tenggat.respon", "PT30M"), value("tenggat.respon", response))))
                .isEmpty();
    }

    static Stream<Arguments> stagesThatPromiseTooLittle() {
        return Stream.of(
                step("tahap-tanpa-tenggat", value("tenggat", "P14D"), value("tenggat", "dua minggu")),
                step("tahap-tanpa-tenggat", value("tenggat", "P14D"), value("tenggat.sedang", "P14D")),
                step("tahap-tanpa-tenggat", value("tenggat.tinggi", "P7D"), value("tenggat.tinggi", "-P7D")),
                step("tahap-tanpa-kalender", value("kalender", "terus"), value("kalender", "malam")),
                step("tahap-tanpa-dasar-hukum", value("dasarHukum", "Bawaan"), value("dasarHukum", "")),
                step("tahap-tanpa-eskalasi", value("eskalasi", "kepala-uptd"), value("eskalasi", ",")),
                step("eskalasi-tak-dikenal", value("eskalasi", "kepala-uptd"), value("eskalasi", "pak-camat")),
                step("eskalasi-ganda", value("eskalasi", "kepala-uptd"), value("eskalasi", "kepala-uptd,kepala-uptd")),
                step("pengingat-tidak-sah", value("pengingat", "0.5"), value("pengingat", "1.5")),
                step("properti-tak-dikenal", value("pengingat", "0.5"), value("layanan", "penerimaan-laporan")),
                step("properti-tak-dikenal", value("pengingat", "0.5"), value("tenggat.respon", "PT1H")),
                step(
                        "tahap-tanpa-pengatur-waktu",
                        "attachedToRef=\"TAHAP\" cancelActivity=\"false\"",
                        "attachedToRef=\"TAHAP\""),
                step("tahap-tanpa-pengatur-waktu", "escalationCode=\"TAHAP\"", "escalationCode=\"lain\""),
                step(
                        "eskalasi-tanpa-penangkap",
                        "<bpmn:escalationEventDefinition id=\"terlambat-eskalasi\" camunda:escalationCodeVariable=\"langkahTerlambat\"/>",
                        "<bpmn:messageEventDefinition id=\"m\" messageRef=\"pesan\"/>"));
    }

    @ParameterizedTest
    @MethodSource("stagesThatPromiseTooLittle")
    void refusesAStageThatPromisesTooLittle(String rule, String from, String to) {
        assertFinding(valid().withStage().with(PROCESS, from, to), PROCESS, "TAHAP", rule);
    }

    @Test
    void acceptsAStageWithAClockAndOneWithoutAnyPromise() {
        assertThat(check(valid().withStage())).isEmpty();
        assertThat(check(valid().withStage().change(PROCESS, xml -> xml.replaceAll(
                                "(?s)(id=\"TAHAP\" name=\"Tahap\">).*?</bpmn:extensionElements>", "$1")
                        .replaceAll("(?s)<bpmn:boundaryEvent id=\"batas-TAHAP\".*?</bpmn:boundaryEvent>", "")
                        .replaceAll("(?s)<bpmn:endEvent id=\"tahap-lewat\".*?</bpmn:endEvent>", "")
                        .replaceAll("<bpmn:sequenceFlow id=\"f-tahap-lewat\"[^>]*>", ""))))
                .isEmpty();
    }

    @Test
    void refusesAClockWithoutABudget() {
        assertFinding(
                valid().withStage()
                        .change(
                                PROCESS,
                                xml -> xml.replaceAll(
                                        "(?s)(id=\"TAHAP\" name=\"Tahap\">).*?</bpmn:extensionElements>", "$1")),
                PROCESS,
                "batas-TAHAP",
                "timer-tanpa-tenggat");
        assertFinding(
                valid().withStage()
                        .with(
                                PROCESS,
                                "id=\"batas-TAHAP\" attachedToRef=\"TAHAP\"",
                                "id=\"batas-TAHAP\" attachedToRef=\"rujuk\""),
                PROCESS,
                "batas-TAHAP",
                "timer-tanpa-tenggat");
    }

    @Test
    void whoeverCatchesLatenessClimbsTheLadder() {
        assertThat(check(valid().withLadder())).isEmpty();
        assertFinding(
                valid().withLadder().with(PROCESS, "calledElement=\"eskalasi\"", "calledElement=\"rujukan\""),
                PROCESS,
                "keterlambatan",
                "keterlambatan-tanpa-tangga");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:in source=\"langkahTerlambat\" target=\"langkahTerlambat\"/>",
                "<camunda:in sourceExpression=\"${sla.lateClock(execution)}\" target=\"jamTerlambat\"/>"
            })
    void theLadderIsToldWhatIsLate(String mapping) {
        assertFinding(valid().withLadder().with(PROCESS, mapping, ""), PROCESS, "naik", "tangga-tanpa-bekal");
    }

    @Test
    void aStepOfARungIsOwnedByTheRung() {
        TinySop sop = valid().change(PROCESS, xml -> xml.replace("\"terima\"", "\"setujui-perpanjangan\"")
                .replace("formRef=\"setujui-perpanjangan\"", "formRef=\"terima\""));
        assertFinding(sop, PROCESS, "setujui-perpanjangan", "atribut-baku");

        sop.with(PROCESS, "${mou.ownerOf(execution)}", "${sla.escalationGroup(execution)}");
        assertThat(check(sop)).isEmpty();
    }

    @Test
    void aModelMayUseWhatAListedDelegateSets() {
        String gateway = "${kelompokTangga == null}";
        TinySop sop = valid().with(PROCESS, CONDITION, gateway);
        assertFinding(sop, PROCESS, "perlu-rujuk", "variabel-tak-dikenal");

        sop.with(
                PROCESS,
                "<bpmn:sequenceFlow id=\"f-terima\" sourceRef=\"mulai\" targetRef=\"terima\"/>",
                "<bpmn:serviceTask id=\"pilih\" name=\"Pilih\" camunda:delegateExpression=\"${pilihAnakTangga}\"/>"
                        + "<bpmn:sequenceFlow id=\"f-pilih\" sourceRef=\"mulai\" targetRef=\"pilih\"/>"
                        + "<bpmn:sequenceFlow id=\"f-terima\" sourceRef=\"pilih\" targetRef=\"terima\"/>");
        assertThat(check(sop)).isEmpty();
    }

    static Stream<Arguments> waysToRunCode() {
        return Stream.of(
                code("terima", "skrip", EXTENSION_END, script("taskListener event=\"create\"")),
                code("terima", "kelas-java", EXTENSION_END, listener("taskListener", "class=\"java.util.Random\"")),
                code("terima", "ekspresi-kode", EXTENSION_END, listener("executionListener", "expression=\"${true}\"")),
                code(
                        "terima",
                        "delegasi-tak-terdaftar",
                        EXTENSION_END,
                        listener("executionListener", "delegateExpression=\"${dataSource}\"")),
                code("terima", "tugas-tanpa-delegasi", EXTENSION_END, listener("executionListener", "event=\"end\"")),
                code(
                        "terima",
                        "konektor",
                        EXTENSION_END,
                        inside(
                                "<camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector>")),
                code(
                        "terima",
                        "suntikan-field",
                        EXTENSION_END,
                        inside("<camunda:field name=\"x\" stringValue=\"y\"/>")),
                code("terima", "unsur-tak-dikenal", EXTENSION_END, inside("<camunda:validation/>")),
                code(
                        "saring",
                        "kelas-java",
                        "camunda:resultVariable=\"hasil\"",
                        "camunda:resultVariable=\"hasil\" camunda:class=\"java.util.Random\""),
                code(
                        "saring",
                        "ekspresi-kode",
                        "camunda:resultVariable=\"hasil\"",
                        "camunda:resultVariable=\"hasil\" camunda:expression=\"${true}\""),
                code(
                        "saring",
                        "tugas-eksternal",
                        "camunda:resultVariable=\"hasil\"",
                        "camunda:resultVariable=\"hasil\" camunda:type=\"external\" camunda:topic=\"t\""),
                code(
                        "rujuk",
                        "serahkan-semua",
                        "<camunda:in source=\"hasil\" target=\"hasilSaring\"/>",
                        "<camunda:in variables=\"all\"/>"),
                code(
                        "perlu-rujuk",
                        "skrip",
                        "xsi:type=\"bpmn:tFormalExpression\">${hasil",
                        "language=\"javascript\" xsi:type=\"bpmn:tFormalExpression\">${hasil"),
                code(
                        "t",
                        "skrip",
                        "<bpmn:endEvent id=\"selesai\"",
                        "<bpmn:scriptTask id=\"t\" scriptFormat=\"groovy\"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent id=\"selesai\""),
                code(
                        "t",
                        "tugas-tanpa-delegasi",
                        "<bpmn:endEvent id=\"selesai\"",
                        "<bpmn:serviceTask id=\"t\"/><bpmn:endEvent id=\"selesai\""),
                code(
                        "t",
                        "unsur-tak-dikenal",
                        "<bpmn:endEvent id=\"selesai\"",
                        "<bpmn:manualTask id=\"t\"/><bpmn:endEvent id=\"selesai\""),
                code(
                        "terima",
                        "pemilik-tetap",
                        "name=\"Terima\"",
                        "name=\"Terima\" xmlns:a=\"http://activiti.org/bpmn\" a:candidateUsers=\"x\""));
    }

    @ParameterizedTest
    @MethodSource("waysToRunCode")
    void refusesWhatCouldRunCode(String element, String rule, String from, String to) {
        assertFinding(valid().with(PROCESS, from, to), PROCESS, element, rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"${''.getClass()}", "${execution.engineServices}", "#{hasil}", "${sla.getClass()}", "${hasil"})
    void refusesAnExpressionOutsideTheGrammarWhereverItStands(String expression) {
        List<TinySop> everywhere = List.of(
                valid().with(PROCESS, CONDITION, expression),
                valid().with(PROCESS, "name=\"Terima\"", "name=\"" + expression + "\""),
                valid().with(PROCESS, "value=\"0.75\"", "value=\"" + expression + "\""),
                valid().with(PROCESS, ">${sla.dueAt(execution)}<", ">" + expression + "<"),
                valid().with(
                                PROCESS,
                                "camunda:dueDate=\"${sla.dueAt(execution)}\"",
                                "camunda:dueDate=\"" + expression + "\""),
                valid().with(PROCESS, "source=\"hasil\"", "sourceExpression=\"" + expression + "\""),
                valid().with(
                                PROCESS,
                                "businessKey=\"${execution.processBusinessKey}\"",
                                "businessKey=\"" + expression + "\""),
                valid().with(PROCESS, "calledElement=\"rujukan\"", "calledElement=\"" + expression + "\""),
                valid().with(PROCESS, "name=\"kejadian\"", "name=\"" + expression + "\""),
                valid().with(
                                PROCESS,
                                "<bpmn:endEvent id=\"dicatat\"/>",
                                "<bpmn:endEvent id=\"dicatat\"><bpmn:documentation>" + expression
                                        + "</bpmn:documentation></bpmn:endEvent>"));
        assertThat(everywhere)
                .allSatisfy(
                        sop -> assertThat(check(sop)).extracting(Finding::rule).contains("ekspresi"));
    }

    static Stream<Arguments> unsoundModels() {
        return Stream.of(
                model("f-saring", "id-bawaan", "id=\"f-saring\"", "id=\"Flow_0abc12\""),
                model("Activity_1x", "id-bawaan", "\"dicatat\"", "\"Activity_1x\""),
                model("a b", "berkas-rusak", "id=\"f-saring\"", "id=\"a b\""),
                model("perlu", "gerbang-tanpa-bawaan", " default=\"tidak-perlu\"", ""),
                model("perlu", "gerbang-tanpa-pertanyaan", "name=\"Perlu rujukan?\"", "name=\"\""),
                model(
                        "perlu-rujuk",
                        "alur-tanpa-syarat",
                        "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">" + CONDITION
                                + "</bpmn:conditionExpression>",
                        ""),
                model(
                        "tidak-perlu",
                        "alur-tanpa-syarat",
                        "id=\"tidak-perlu\" sourceRef=\"perlu\" targetRef=\"selesai\"/>",
                        "id=\"tidak-perlu\" sourceRef=\"perlu\" targetRef=\"selesai\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${true}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                model(
                        "f-saring",
                        "syarat-di-luar-gerbang",
                        "sourceRef=\"terima\" targetRef=\"saring\"/>",
                        "sourceRef=\"terima\" targetRef=\"saring\"><bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\">${true}</bpmn:conditionExpression></bpmn:sequenceFlow>"),
                model("perlu-rujuk", "syarat-bukan-ekspresi", CONDITION, "ya"),
                model("perlu-rujuk", "variabel-tak-dikenal", "${hasil ==", "${hasill =="),
                model("rujuk", "variabel-tak-dikenal", "source=\"hasil\"", "source=\"hasill\""),
                model("pesan", "nama-berekspresi", "name=\"kejadian\"", "name=\"${hasil}\""),
                model("jam", "waktu-tidak-sah", ">${sla.dueAt(execution)}<", ">besok<"),
                model("terima", "karakter-tersembunyi", "name=\"Terima\"", "name=\"Te\u202Erima\""),
                model("kasus", "tanpa-masa-simpan", " camunda:historyTimeToLive=\"P3650D\"", ""),
                model("kasus", "tidak-dapat-dijalankan", " isExecutable=\"true\"", ""),
                model(
                        "mulai",
                        "mulai-tanpa-formulir",
                        " camunda:formRef=\"mulai\" camunda:formRefBinding=\"deployment\"",
                        ""),
                model("saring", "rujukan-tidak-ada", "decisionRef=\"saring\"", "decisionRef=\"lain\""),
                model("saring", "hasil-keputusan", "\"singleEntry\"", "\"resultList\""),
                model("saring", "ikatan-bukan-deployment", " camunda:decisionRefBinding=\"deployment\"", ""),
                model("rujuk", "rujukan-tidak-ada", "calledElement=\"rujukan\"", "calledElement=\"lain\""),
                model("rujuk", "panggilan-melingkar", "calledElement=\"rujukan\"", "calledElement=\"kasus\""),
                model("rujuk", "tak-terjangkau", "targetRef=\"rujuk\"", "targetRef=\"selesai\""),
                model(
                        "rujuk",
                        "tanpa-akhir",
                        "sourceRef=\"rujuk\" targetRef=\"selesai\"",
                        "sourceRef=\"rujuk\" targetRef=\"rujuk\""),
                model(
                        "keterlambatan",
                        "tanpa-mulai",
                        "<bpmn:startEvent id=\"terlambat\" isInterrupting=\"false\"><bpmn:escalationEventDefinition id=\"terlambat-eskalasi\" camunda:escalationCodeVariable=\"langkahTerlambat\"/></bpmn:startEvent>",
                        "<bpmn:intermediateThrowEvent id=\"terlambat\"/>"),
                model(
                        "saring",
                        "putaran-tanpa-jeda",
                        "sourceRef=\"rujuk\" targetRef=\"selesai\"",
                        "sourceRef=\"rujuk\" targetRef=\"saring\""));
    }

    @ParameterizedTest
    @MethodSource("unsoundModels")
    void refusesAnUnsoundModel(String element, String rule, String from, String to) {
        List<Finding> findings = check(valid().with(PROCESS, from, to));

        String expected = rule.equals("id-bawaan") || rule.equals("berkas-rusak") ? null : element;
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(PROCESS);
            assertThat(finding.rule()).isEqualTo(rule);
            if (expected != null) {
                assertThat(finding.elementId()).isEqualTo(expected);
            }
        });
    }

    @Test
    void acceptsALoopThatWaits() {
        assertThat(check(valid().with(
                                PROCESS,
                                "sourceRef=\"rujuk\" targetRef=\"selesai\"",
                                "sourceRef=\"rujuk\" targetRef=\"terima\"")))
                .isEmpty();
    }

    @Test
    void refusesTwoProcessesOfOneIdAndAFileOfAnotherName() {
        TinySop sop = valid();
        sop.change(CALLED, xml -> xml.replace("<bpmn:process id=\"rujukan\"", "<bpmn:process id=\"kasus\""));

        assertFinding(sop, CALLED, "kasus", "id-ganda");
        assertFinding(sop, CALLED, "kasus", "nama-berkas");
    }

    static Stream<Arguments> unsoundDecisions() {
        return Stream.of(
                Arguments.of("", "nama-berkas", "<decision id=\"saring\"", "<decision id=\"lain\""),
                Arguments.of(
                        "masukan-isi",
                        "bukan-feel",
                        "id=\"masukan-isi\"",
                        "id=\"masukan-isi\" expressionLanguage=\"javascript\""),
                Arguments.of("masukan-isi", "variabel-tak-dikenal", "perluMedis", "perluMediss"),
                Arguments.of("masukan", "feel-rusak", "perluMedis", "perluMedis ++"),
                Arguments.of("aturan-lain", "aturan-tanpa-keluaran", "\"tidak\"", ""),
                Arguments.of(
                        "aturan-ya",
                        "feel-rusak",
                        "<inputEntry id=\"m1\"><text>\"ya\"",
                        "<inputEntry id=\"m1\"><text>\"ya"),
                Arguments.of("saring", "kebijakan-tabel", "FIRST", "PRIORITY"),
                Arguments.of("saring", "tanpa-masa-simpan", " camunda:historyTimeToLive=\"P3650D\"", ""),
                Arguments.of(
                        "saring",
                        "unsur-tak-dikenal",
                        "<decisionTable",
                        "<extensionElements><x:y xmlns:x=\"urn:x\"/></extensionElements><decisionTable"));
    }

    @ParameterizedTest
    @MethodSource("unsoundDecisions")
    void refusesAnUnsoundDecision(String element, String rule, String from, String to) {
        assertFinding(valid().with(DECISION, from, to), DECISION, element, rule);
    }

    static Stream<Arguments> unsoundForms() {
        return Stream.of(
                Arguments.of("lain", "nama-berkas", "\"id\": \"terima\"", "\"id\": \"lain\""),
                Arguments.of("", "versi-formulir", "\"schemaVersion\": 16", "\"schemaVersion\": 18"),
                Arguments.of("pengantar", "komponen-tak-diizinkan", "\"type\": \"text\",", "\"type\": \"html\","),
                Arguments.of("pengantar", "tanpa-label", "Isi bersama korban.", " "),
                Arguments.of("perluMedis", "kunci-ganda", "perluMedisCatatan", "perluMedis"),
                Arguments.of("Field_1", "kunci-tidak-sah", "perluMedisCatatan", "Field_1"),
                Arguments.of("perluMedisCatatan", "tanpa-label", "\"Catatan\"", "\"Text field\""),
                Arguments.of("perluMedis", "tanpa-label", "\"label\": \"Ya\"", "\"label\": \"\""),
                Arguments.of("perluMedis", "nilai-pilihan", "\"value\": \"ya\"", "\"value\": \"Ya Betul\""),
                Arguments.of("perluMedis", "pilihan-ganda", "\"value\": \"tidak\"", "\"value\": \"ya\""),
                Arguments.of(
                        "perluMedis",
                        "tanpa-pilihan",
                        "[{\"label\": \"Ya\", \"value\": \"ya\"}, {\"label\": \"Tidak\", \"value\": \"tidak\"}]",
                        "[]"),
                Arguments.of("perluMedis", "pilihan-dinamis", "\"values\"", "\"valuesKey\": \"x\", \"values\""),
                Arguments.of("perluMedisCatatan", "feel-rusak", "=perluMedis !=", "=perluMedis !!"),
                Arguments.of("perluMedisCatatan", "variabel-tak-dikenal", "=perluMedis !=", "=perluMediss !="),
                Arguments.of("perluMedisCatatan", "pola-rusak", "^[a-z]*$", "^[a-z"),
                Arguments.of("tingkatRisiko", "nama-terbuka", "perluMedisCatatan", "tingkatRisiko"),
                Arguments.of("", "berkas-rusak", "\"type\": \"default\"", "\"id\": \"x\""));
    }

    @ParameterizedTest
    @MethodSource("unsoundForms")
    void refusesAnUnsoundForm(String field, String rule, String from, String to) {
        assertFinding(valid().with(FORM, from, to), FORM, field, rule);
    }

    @Test
    void takesOptionsFromAListOfOursOnlyWhereTheStepIsGivenIt() {
        TinySop listed = valid().with(FORM, "\"radio\"", "\"select\"")
                .with(
                        FORM,
                        "\"values\": [{\"label\": \"Ya\", \"value\": \"ya\"}, {\"label\": \"Tidak\", \"value\": \"tidak\"}]",
                        "\"valuesKey\": \"pilihanDaerahTujuan\"");

        assertFinding(listed, PROCESS, "terima", "pilihan-tanpa-daftar");
        assertFinding(listed.change(PROCESS, text -> input(text, "ya")), PROCESS, "terima", "pilihan-tanpa-daftar");
        assertThat(check(listed.change(PROCESS, text -> input(text, "${mou.otherDistricts(execution)}"))))
                .extracting(Finding::rule)
                .doesNotContain("pilihan-tanpa-daftar", "pilihan-dinamis", "tanpa-pilihan");
    }

    private static String input(String process, String value) {
        String step = "<bpmn:userTask id=\"terima\"";
        int properties = process.indexOf("<camunda:properties>", process.indexOf(step));
        return process.substring(0, properties)
                + "<camunda:inputOutput><camunda:inputParameter name=\"pilihanDaerahTujuan\">" + value
                + "</camunda:inputParameter></camunda:inputOutput>" + process.substring(properties);
    }

    @Test
    void refusesHalfABundle() {
        TinySop onlyAForm =
                valid().without(PROCESS).without(CALLED).without(DECISION).without(START_FORM);

        assertFinding(onlyAForm, FORM, "terima", "tak-terpakai");
        assertFinding(onlyAForm, "bpmn/", "", "paket-kosong");
        assertFinding(valid().without(FORM), PROCESS, "terima", "rujukan-tidak-ada");
        assertFinding(valid().without(CALLED), PROCESS, "rujuk", "rujukan-tidak-ada");
    }

    private static Arguments step(String rule, String from, String to) {
        return Arguments.of(rule, from, to);
    }

    private static String value(String property, String value) {
        return "name=\"%s\" value=\"%s\"".formatted(property, value);
    }

    private static Arguments code(String element, String rule, String from, String to) {
        return Arguments.of(element, rule, from, to);
    }

    private static Arguments model(String element, String rule, String from, String to) {
        return Arguments.of(element, rule, from, to);
    }

    private static String listener(String kind, String attribute) {
        return inside("<camunda:" + kind + " " + attribute + "/>");
    }

    private static String script(String listener) {
        return inside("<camunda:" + listener + "><camunda:script scriptFormat=\"groovy\">1</camunda:script></camunda:"
                + listener.split(" ")[0] + ">");
    }

    private static String inside(String extension) {
        return EXTENSION_END + extension;
    }

    private static void assertFinding(TinySop sop, String file, String element, String rule) {
        assertThat(check(sop)).anySatisfy(finding -> {
            assertThat(finding.file()).isEqualTo(file);
            assertThat(finding.elementId()).isEqualTo(element);
            assertThat(finding.rule()).isEqualTo(rule);
            assertThat(finding.indonesian()).isNotBlank();
            assertThat(finding.english()).isNotBlank();
        });
    }

    private static List<Finding> check(TinySop sop) {
        return new SopRules().check(sop.bundle());
    }
}
