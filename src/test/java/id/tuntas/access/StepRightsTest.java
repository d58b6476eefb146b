package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Person;
import id.tuntas.engine.Steps;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people may do with a step, seen through the doors they use. */
@AccessTest
class StepRightsTest {

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
    Steps steps;

    private String step;
    private Visitor officer;
    private Visitor colleague;

    @BeforeEach
    void openAStepInManggaraiBarat() {
        step = start("manggarai-barat");
        identities.ensurePerson(new Person(
                "petugas-kedua", "Petugas", "Kedua", List.of("petugas-pengaduan"), List.of("manggarai-barat")));
        credentials.set("petugas-kedua", "perahu layar biru");
        officer = Visitor.client(port, "petugas-pengaduan", "tuntas-demo");
        colleague = Visitor.client(port, "petugas-kedua", "perahu layar biru");
    }

    @Test
    void showsAStepToItsGroupInItsDistrictOnly() {
        String other = start("manado");
        var manado = Visitor.client(port, "manado-petugas-pengaduan", "tuntas-demo");
        var otherGroup = Visitor.client(port, "polres-ppa", "tuntas-demo");
        assertThat(officer.get("/engine-rest/task?maxResults=99").body())
                .contains(step)
                .doesNotContain(other);
        assertThat(manado.get("/engine-rest/task?maxResults=99").body())
                .contains(other)
                .doesNotContain(step);
        assertThat(otherGroup.get("/engine-rest/task?maxResults=99").body()).doesNotContain(step, other);
        assertThat(manado.get(task("")).statusCode()).isEqualTo(404);
        assertThat(manado.get(task("/form-variables")).statusCode()).isEqualTo(404);
        assertThat(claim(manado, "manado-petugas-pengaduan")).isEqualTo(404);
    }

    @Test
    void isTakenByOneselfAndGivenBack() {
        assertThat(claim(officer, "petugas-kedua")).isEqualTo(403);
        assertThat(officer.json("POST", task("/claim"), "{}").statusCode()).isEqualTo(403);
        assertThat(claim(officer, "petugas-pengaduan")).isEqualTo(204);
        assertThat(colleague.json("POST", task("/unclaim"), "").statusCode()).isEqualTo(403);
        assertThat(officer.json("POST", task("/unclaim"), "").statusCode()).isEqualTo(204);
        assertThat(claim(colleague, "petugas-kedua")).isEqualTo(204);
    }

    @Test
    void isNotTakenAndNotCompletedByAColleagueOnceItIsTaken() {
        assertThat(claim(officer, "petugas-pengaduan")).isEqualTo(204);
        assertThat(claim(colleague, "petugas-kedua")).isEqualTo(409);
        assertThat(submit(colleague)).isEqualTo(403);
        assertThat(tasks.createTaskQuery().taskId(step).singleResult().getAssignee())
                .isEqualTo("petugas-pengaduan");
        assertThat(submit(officer)).isEqualTo(204);
        assertThat(submit(officer)).isEqualTo(404);
    }

    @Test
    void appearsInTheSharedFilters() {
        assertThat(inFilter(officer, "Instansi saya – belum diambil")).contains(step);
        assertThat(inFilter(officer, "Tugas saya")).doesNotContain(step);
        assertThat(claim(officer, "petugas-pengaduan")).isEqualTo(204);
        assertThat(inFilter(officer, "Instansi saya – belum diambil")).doesNotContain(step);
        assertThat(inFilter(officer, "Tugas saya")).contains(step);
        assertThat(inFilter(officer, "Jatuh tempo hari ini")).doesNotContain("Exception");
        assertThat(inFilter(officer, "Terlambat")).doesNotContain(step, "Exception");
    }

    private String inFilter(Visitor who, String name) {
        var list = who.get("/engine-rest/filter?maxResults=99").body();
        var found = java.util.regex.Pattern.compile("\"id\":\"([^\"]+)\"[^}]*?\"name\":\"" + name + "\"")
                .matcher(list);
        assertThat(found.find()).as(list).isTrue();
        var answer = who.get("/engine-rest/filter/" + found.group(1) + "/list?maxResults=99");
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private int claim(Visitor who, String userId) {
        return who.json("POST", task("/claim"), "{\"userId\":\"" + userId + "\"}")
                .statusCode();
    }

    private int submit(Visitor who) {
        return who.json("POST", task("/submit-form"), "{\"variables\":{\"catatanUji\":{\"value\":\"ya\"}}}")
                .statusCode();
    }

    private String task(String path) {
        return "/engine-rest/task/" + step + path;
    }

    private String start(String district) {
        engineIdentities.setAuthentication("admin", List.of(Identities.ADMINISTRATORS), List.of(district));
        try {
            var instance = runtime.startProcessInstanceByKey("uji-daerah");
            return tasks.createTaskQuery()
                    .processInstanceId(instance.getId())
                    .singleResult()
                    .getId();
        } finally {
            engineIdentities.clearAuthentication();
        }
    }
}
