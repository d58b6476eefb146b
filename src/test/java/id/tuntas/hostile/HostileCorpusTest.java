package id.tuntas.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tuntas.TuntasTest;
import id.tuntas.hostile.Corpus.Item;
import id.tuntas.hostile.Corpus.Place;
import id.tuntas.hostile.RawHttp.Answer;
import id.tuntas.sop.Finding;
import id.tuntas.sop.SopBundle;
import id.tuntas.sop.SopRules;
import id.tuntas.sop.TinySop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The files and texts of the corpus: each is refused with a sentence or stored as it is, and nothing else happens. */
@TuntasTest
class HostileCorpusTest {

    private static final String BOUNDARY = "batas-batas-batas";
    private static final JsonMapper ASCII =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static Canary canary;

    @LocalServerPort
    int port;

    @Autowired
    RuntimeService runtime;

    @Autowired
    RepositoryService repository;

    @BeforeAll
    static void setOut() {
        canary = new Canary();
    }

    @AfterAll
    static void takeIn() throws IOException {
        canary.close();
    }

    /** Without this, all the refusals below could be those of a door that takes nothing. */
    @Test
    void takesTheSoundProcedureThatEveryItemIsMadeFrom() {
        assertThat(new SopRules().check(TinySop.valid().bundle())).isEmpty();
    }

    static List<Item> models() {
        try (Canary places = new Canary()) {
            return Corpus.models(places);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aHostileModelIsNamedByItsRule(Item item) {
        List<Finding> findings = canary.survives(
                item.name(), () -> new SopRules().check(item.sop().bundle()));
        assertThat(findings).extracting(Finding::rule).contains(item.rule());
        assertThat(findings)
                .allSatisfy(finding -> assertThat(finding.toString()).hasSizeLessThan(1_000));
    }

    @ParameterizedTest
    @MethodSource("models")
    void aHostileModelIsNotDeployedByTheAdministratorEither(Item item) {
        refused(item.name(), item.sop(), item.rule());
    }

    static List<Place> places() {
        return Corpus.places();
    }

    @ParameterizedTest
    @MethodSource("places")
    void noPlaceOfAModelTakesAnExpressionThatDoesSomething(Place place) {
        for (String expression : Corpus.expressions(canary)) {
            String item = place.name() + " " + expression;
            TinySop sop = place.with(canary, expression);
            assertThat(canary.survives(item, () -> new SopRules().check(sop.bundle())))
                    .as(item)
                    .isNotEmpty();
        }
        String first = Corpus.expressions(canary).get(0);
        refused(place.name(), place.with(canary, first), "");
    }

    static List<JsonNode> strings() {
        return Corpus.strings();
    }

    @ParameterizedTest
    @MethodSource("strings")
    void aHostileTextIsRefusedWithTheNameOfItsFieldOrStoredAsItIs(JsonNode string) throws Exception {
        String text = canary.arm(string.get("text").textValue())
                .repeat(string.path("repeat").asInt(1));
        String item = "text: " + string.get("name").asText();
        String body = ASCII.writeValueAsString(Map.of("variables", report(text)));

        Answer answer = canary.survives(item, () -> submit(body));

        assertThat(answer.status())
                .as(answer.body())
                .isEqualTo(string.get("answer").asInt());
        if (answer.status() == 200) {
            String id = new ObjectMapper().readTree(answer.body()).get("id").asText();
            assertThat(runtime.getVariable(id, "kronologiSingkat"))
                    .isEqualTo(Normalizer.normalize(text.replace("\r\n", "\n"), Normalizer.Form.NFC));
            runtime.deleteProcessInstance(id, "uji");
        } else {
            assertThat(answer.body()).containsAnyOf("kronologiSingkat", "Apa yang terjadi?");
            assertThat(answer.body()).hasSizeLessThan(2_000).doesNotContain("Exception", "at org.");
        }
    }

    @ParameterizedTest
    @MethodSource("strings")
    void aHostileTextIsNoServerErrorInAFieldOfAnotherKindEither(JsonNode string) throws Exception {
        String text = canary.arm(string.get("text").textValue())
                .repeat(string.path("repeat").asInt(1));
        for (String field : List.of("pelaporNama", "kanal", "waktuLapor", "pelaporAnonim", "tidakAda")) {
            Map<String, Object> answers = new HashMap<>(report("Laporan."));
            answers.put("pelaporAdalah", Map.of("value", "keluarga"));
            answers.put(field, Map.of("value", text));
            Answer answer = canary.survives(
                    field + " " + string.get("name").asText(),
                    () -> submit(ASCII.writeValueAsString(Map.of("variables", answers))));
            assertThat(answer.status()).as(field + answer.body()).isIn(field.equals("pelaporNama") ? 200 : 400, 400);
            assertThat(answer.body()).hasSizeLessThan(2_000).doesNotContain("Exception", "at org.");
            if (answer.status() == 200) {
                String id = new ObjectMapper().readTree(answer.body()).get("id").asText();
                assertThat(runtime.getVariable(id, field)).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
                runtime.deleteProcessInstance(id, "uji");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"Object\",\"value\":\"rO0ABXNyABFqYXZhLnV0aWwuSGFzaE1hcAUH2sHDFmDRAwACRgAKbG9hZEZhY3RvckkACXRocmVzaG9sZHhwP0AAAAAAAAB3CAAAABAAAAAAeA==\",\"valueInfo\":{\"objectTypeName\":\"java.util.HashMap\",\"serializationDataFormat\":\"application/x-java-serialized-object\"}}",
                "{\"type\":\"Object\",\"value\":\"[]\",\"valueInfo\":{\"objectTypeName\":\"java.net.URL\",\"serializationDataFormat\":\"application/json\"}}",
                "{\"type\":\"Object\",\"value\":\"{}\",\"valueInfo\":{\"objectTypeName\":\"java.io.File\",\"serializationDataFormat\":\"application/xml\"}}",
                "{\"type\":\"Bytes\",\"value\":\"AAAA\"}",
                "{\"type\":\"File\",\"value\":\"AAAA\",\"valueInfo\":{\"filename\":\"../../x\"}}",
                "{\"type\":\"Xml\",\"value\":\"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>\"}",
                "{\"type\":\"Json\",\"value\":\"{\\\"@class\\\":\\\"java.net.URL\\\"}\"}",
                "{\"type\":\"Null\"}",
                "{\"type\":\"Jahat\",\"value\":1}",
                "{\"type\":\"Integer\",\"value\":\"x\"}",
                "{\"type\":\"Double\",\"value\":1e400}",
                "{\"value\":{\"a\":[1]}}",
                "[]"
            })
    void aValueOfATypeThatNoFormHasIsRefused(String value) throws Exception {
        String body = ASCII.writeValueAsString(Map.of("variables", report("Laporan.")))
                .replace("{\"value\":\"Laporan.\"}", value);
        assertThat(body).contains(value);
        Answer answer = canary.survives(value, () -> submit(body));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).doesNotContain("at org.", "java.lang", "root:x:");
    }

    private Answer submit(String body) {
        return new RawHttp(port, "petugas-pengaduan")
                .post("/engine-rest/process-definition/key/penanganan-korban/submit-form", body);
    }

    private static Map<String, Object> report(String text) {
        return Map.of(
                "bahayaSaatIni", Map.of("value", "tidak"),
                "kronologiSingkat", Map.of("value", text),
                "kanal", Map.of("value", "telepon"),
                "waktuLapor", Map.of("value", "2026-01-05T10:00"),
                "pelaporAdalah", Map.of("value", "korban"));
    }

    private void refused(String item, TinySop sop, String rule) {
        long before = repository.createDeploymentQuery().count();
        Answer answer = canary.survives("deploy " + item, () -> deploy(sop.bundle()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains("SOP ditolak", rule).doesNotContain("at org.", "root:x:");
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    private Answer deploy(SopBundle bundle) throws IOException {
        var body = new ByteArrayOutputStream();
        part(body, "name=\"deployment-name\"", "uji".getBytes(StandardCharsets.UTF_8));
        for (String name : bundle.names()) {
            part(body, "name=\"" + name + "\"; filename=\"" + name + "\"", bundle.bytes(name));
        }
        body.write(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return new RawHttp(port, "admin")
                .send(
                        "POST",
                        "/engine-rest/deployment/create",
                        body.toByteArray(),
                        "Content-Type: multipart/form-data; boundary=" + BOUNDARY);
    }

    private static void part(ByteArrayOutputStream body, String disposition, byte[] content) throws IOException {
        body.write(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.write(content);
        body.write("\r\n".getBytes(StandardCharsets.UTF_8));
    }
}
