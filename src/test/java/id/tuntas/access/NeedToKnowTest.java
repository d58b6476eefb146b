package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Person;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sees which value of a case, by every door of the engine that lets values out. */
@AccessTest
class NeedToKnowTest {

    private static final String NAME = "Bunga Rahasia";
    private static final String NOTE = "Catatan Rahasia";

    @LocalServerPort
    int port;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService engineIdentities;

    @Autowired
    Identities identities;

    @Autowired
    Credentials credentials;

    @Autowired
    JdbcClient db;

    private String instance;
    private String step;
    private Visitor officer;

    @BeforeEach
    void openACaseWithSecrets() {
        engineIdentities.setAuthentication("admin", List.of(Identities.ADMINISTRATORS), List.of("manggarai-barat"));
        instance = runtime.startProcessInstanceByKey(
                        "uji-daerah",
                        Map.of(
                                "catatanUji",
                                NOTE,
                                "korbanNama",
                                NAME,
                                "nomorKasus",
                                "MB-1",
                                "korbanAlamat",
                                "Alamat Rahasia"))
                .getId();
        engineIdentities.clearAuthentication();
        step = tasks.createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        officer = Visitor.client(port, "petugas-pengaduan", "tuntas-demo");
    }

    @Test
    void showsNothingPersonalBeforeSomebodyTakesTheStep() {
        assertThat(values(officer)).contains("MB-1").doesNotContain("Rahasia");
    }

    @Test
    void showsWhoHoldsAStepWhatItsFormShowsAndNoMore() {
        claim(officer, "petugas-pengaduan");
        assertThat(values(officer)).contains("MB-1", NOTE, NAME).doesNotContain("Alamat");
    }

    @Test
    void putsEachLookAtSecretsOnRecordWithTheNamesOfTheFields() {
        values(officer);
        assertThat(looks()).isEmpty();
        claim(officer, "petugas-pengaduan");
        values(officer);
        assertThat(looks()).singleElement().satisfies(look -> {
            assertThat(look.get("actor")).isEqualTo("petugas-pengaduan");
            assertThat(look.get("case_number")).isEqualTo("MB-1");
            assertThat(look.get("step_id")).isEqualTo("langkah-uji");
            assertThat(look.get("fields")).isEqualTo("catatanUji,korbanNama");
            assertThat(look.get("address")).isEqualTo("192.0.2.1");
            assertThat(look.values().toString()).doesNotContain("Rahasia");
        });
    }

    @Test
    void showsAColleagueNothingOfAStepSomebodyElseHolds() {
        claim(officer, "petugas-pengaduan");
        assertThat(values(person("rekan", "petugas-pengaduan"))).doesNotContain("Rahasia");
    }

    @Test
    void showsNothingMoreOnceTheStepIsGivenBack() {
        claim(officer, "petugas-pengaduan");
        officer.json("POST", task("/unclaim"), "");
        assertThat(values(officer)).doesNotContain("Rahasia");
    }

    @Test
    void showsACaseManagerOfTheDistrictWhatTheTableOfAccessAllows() {
        Visitor manager = person("manajer-dua", "petugas-pengaduan", "manajer-kasus");
        assertThat(values(manager)).doesNotContain("Rahasia");
        claim(officer, "petugas-pengaduan");
        assertThat(values(manager)).contains(NAME).doesNotContain(NOTE, "Alamat");
    }

    @Test
    void showsARoleThatSeesItsOwnCasesNothingOfOthers() {
        claim(officer, "petugas-pengaduan");
        assertThat(values(person("peksos-dua", "petugas-pengaduan", "peksos"))).doesNotContain("Rahasia");
    }

    @Test
    void showsTheAdministratorThatValuesExistAndNotWhatTheyAre() {
        var admin = Visitor.client(port, "admin", "tuntas-demo");
        assertThat(admin.get("/engine-rest/variable-instance?maxResults=99&processInstanceIdIn=" + instance)
                        .body())
                .contains("korbanNama", "MB-1")
                .doesNotContain("Rahasia");
        assertThat(admin.get("/engine-rest/process-instance/" + instance + "/variables")
                        .body())
                .contains("MB-1")
                .doesNotContain("Rahasia");
        assertThat(admin.get("/engine-rest/history/variable-instance?maxResults=99&processInstanceId=" + instance)
                        .body())
                .contains("korbanNama")
                .doesNotContain("Rahasia");
        assertThat(admin.get(task("/form-variables")).body()).doesNotContain("Rahasia");
        assertThat(admin.get(task("?withTaskVariablesInReturn=true")).body()).doesNotContain("Rahasia");
        assertThat(Visitor.signedIn(port, "admin")
                        .get("/camunda/api/engine/engine/default/variable-instance?maxResults=99&processInstanceIdIn="
                                + instance)
                        .body())
                .contains("korbanNama")
                .doesNotContain("Rahasia");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET|/engine-rest/task?processVariables=korbanNama_eq_Bunga|",
                "GET|/engine-rest/task/count?taskVariables=korbanNama_like_B%25|",
                "GET|/engine-rest/task?processVariables=nomorKasus_eq_MB-1,korbanNama_eq_Bunga|",
                "GET|/engine-rest/task?sortBy=processVariable&sortOrder=asc|",
                "POST|/engine-rest/task|{'processVariables':[{'name':'korbanNama','operator':'eq','value':'x'}]}",
                "POST|/engine-rest/task/count|{'orQueries':[{'taskVariables':[{'name':'korbanNama','operator':'eq','value':'x'}]}]}",
                "POST|/engine-rest/task|{'sorting':[{'sortBy':'processVariable','sortOrder':'asc','parameters':{'variable':'korbanNama','type':'String'}}]}"
            })
    void refusesAQuestionThatWouldTellAValueByItsAnswer(String method, String path, String body) {
        for (String user : List.of("petugas-pengaduan", "admin")) {
            var answer = Visitor.client(port, user, "tuntas-demo")
                    .json(method, path, body == null ? "" : body.replace('\'', '"'));
            assertThat(answer.statusCode()).as(user + " " + answer.body()).isEqualTo(403);
        }
    }

    @Test
    void refusesSuchAQuestionFromCockpitToo() {
        var answer = Visitor.signedIn(port, "admin")
                .json(
                        "POST",
                        "/camunda/api/cockpit/plugin/base/default/process-instance",
                        "{\"variables\":[{\"name\":\"korbanNama\",\"operator\":\"eq\",\"value\":\"Bunga\"}]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("\"detail\"");
    }

    @Test
    void answersAQuestionForTheNumberOfACase() {
        var answer = officer.json(
                "POST",
                "/engine-rest/task?maxResults=999",
                "{\"processVariables\":[{\"name\":\"nomorKasus\",\"operator\":\"eq\",\"value\":\"MB-1\"}]}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(step);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /message",
                "POST /signal",
                "POST /condition",
                "POST /external-task/fetchAndLock",
                "PUT /process-instance/1/variables/korbanNama",
                "PUT /execution/1/localVariables/korbanNama",
                "PUT /task/1/variables/korbanNama",
                "GET /task/1/variables",
                "GET /variable-instance/1/data",
                "GET /history/variable-instance/1/data",
                "GET /history/detail",
                "POST /task/1/complete",
                "POST /task/create",
                "POST /task/1/comment/create",
                "POST /task/1/attachment/create",
                "POST /process-definition/key/penanganan-korban/start",
                "POST /decision-definition/key/saring-risiko/evaluate",
                "DELETE /deployment/1",
                "DELETE /history/process-instance/1",
                "POST /history/process-instance/delete",
                "POST /filter/create",
                "PUT /user/peksos/credentials",
                "POST /user/create",
                "GET /telemetry/configuration",
                "GET /halaman/yang/tidak/ada"
            })
    void closesTheAdministratorWhatHeDoesNotNeed(String route) {
        String[] parts = route.split(" ");
        var answer = Visitor.client(port, "admin", "tuntas-demo").json(parts[0], "/engine-rest" + parts[1], "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private String values(Visitor who) {
        var answer = who.get(task("/form-variables"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    private List<Map<String, Object>> looks() {
        return db.sql("select * from audit_entry where kind = 'VALUES_SEEN' and process_instance_id = ?")
                .param(instance)
                .query()
                .listOfRows();
    }

    private void claim(Visitor who, String userId) {
        assertThat(who.json("POST", task("/claim"), "{\"userId\":\"" + userId + "\"}")
                        .statusCode())
                .isEqualTo(204);
    }

    private Visitor person(String id, String... groups) {
        identities.ensurePerson(new Person(id, "Uji", id, List.of(groups), List.of("manggarai-barat")));
        credentials.set(id, "perahu layar biru");
        return Visitor.client(port, id, "perahu layar biru");
    }

    private String task(String path) {
        return "/engine-rest/task/" + step + path;
    }
}
