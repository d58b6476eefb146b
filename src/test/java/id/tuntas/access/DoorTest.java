package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@AccessTest
class DoorTest {

    @LocalServerPort
    int port;

    @Autowired
    IdentityService engineIdentities;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/camunda/app/welcome/default/",
                "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
                "/kelola/awal/lain",
                "/kelola/pengguna",
                "/halaman-yang-tidak-ada",
                "/actuator",
                "/actuator/env",
                "/actuator/metrics",
                "/actuator/metrics/tuntas.timers.overdue",
                "/h2-console"
            })
    void isClosedForWorkers(String path) {
        assertThat(Visitor.signedIn(port, "kepala-dinas").get(path).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/cockpit/default/",
                "/camunda/app/admin/default/",
                "/engine-rest/process-instance?maxResults=9",
                "/engine-rest/user?maxResults=9",
                "/actuator/metrics",
                "/actuator/metrics/tuntas.timers.overdue",
                "/actuator/metrics/tuntas.jobs.failed"
            })
    void isOpenForTheAdministrator(String path) {
        assertThat(Visitor.signedIn(port, "admin").get(path).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /camunda/api/admin/auth/user/default/login/tasklist",
        "POST, /camunda/api/admin/auth/user/default/login/admin",
        "POST, /camunda/api/admin/setup/default/user/create",
        "GET, /camunda/app/admin/default/setup/",
        "GET, /camunda/app/admin/setup/"
    })
    void keepsCamundasOwnSignInAndSetUpShutForEverybody(String method, String path) {
        assertThat(Visitor.signedIn(port, "admin").json(method, path, "{}").statusCode())
                .isEqualTo(403);
        assertThat(Visitor.on(port).json(method, path, "{}").statusCode()).isIn(302, 401, 403);
    }

    @Test
    void tellsNobodyWhoWorksInAnotherDistrict() {
        var answer = Visitor.client(port, "peksos", "tuntas-demo").get("/engine-rest/user/manado-peksos/profile");
        assertThat(answer.statusCode()).isIn(403, 404);
        assertThat(answer.body()).doesNotContain("Pekerja Sosial", "\"Manado\"");
    }

    @Test
    void leavesThePasswordOfTheEngineEmptySoThatItNeverMatches() {
        assertThat(engineIdentities
                        .createUserQuery()
                        .userId("petugas-pengaduan")
                        .singleResult()
                        .getPassword())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /engine-rest/task?maxResults=9",
        "POST, /engine-rest/task?maxResults=9",
        "GET, /engine-rest/task/count",
        "GET, /engine-rest/engine/default/task?maxResults=9",
        "GET, /engine-rest/process-definition?maxResults=9",
        "GET, /engine-rest/filter?maxResults=9",
        "GET, /engine-rest/version",
        "GET, /engine-rest/engine",
        "GET, /engine-rest/history/task?maxResults=9",
        "GET, /engine-rest/user/peksos/profile"
    })
    void isOpenForAClientThatWorksSteps(String method, String path) {
        assertThat(Visitor.client(port, "peksos", "tuntas-demo")
                        .json(method, path, "{}".repeat(method.equals("POST") ? 1 : 0))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /engine-rest/task/1/complete",
        "POST, /engine-rest/task/1/assignee",
        "POST, /engine-rest/task/1/delegate",
        "POST, /engine-rest/task/1/resolve",
        "POST, /engine-rest/task/1/bpmnError",
        "POST, /engine-rest/task/create",
        "POST, /engine-rest/task/1/comment/create",
        "POST, /engine-rest/task/1/identity-links",
        "PUT, /engine-rest/task/1",
        "DELETE, /engine-rest/task/1",
        "GET, /engine-rest/task/1/variables",
        "PUT, /engine-rest/task/1/variables/nama",
        "POST, /engine-rest/task/1/localVariables",
        "GET, /engine-rest/process-instance",
        "POST, /engine-rest/process-instance",
        "PUT, /engine-rest/process-instance/1/variables/nama",
        "POST, /engine-rest/process-instance/1/modification",
        "DELETE, /engine-rest/process-instance/1",
        "POST, /engine-rest/process-definition/key/penanganan-korban/start",
        "PUT, /engine-rest/process-definition/1/suspended",
        "DELETE, /engine-rest/process-definition/1",
        "POST, /engine-rest/message",
        "POST, /engine-rest/signal",
        "POST, /engine-rest/condition",
        "POST, /engine-rest/execution/1/signal",
        "GET, /engine-rest/execution",
        "GET, /engine-rest/variable-instance",
        "POST, /engine-rest/variable-instance",
        "GET, /engine-rest/history/variable-instance",
        "GET, /engine-rest/history/detail",
        "GET, /engine-rest/history/process-instance",
        "POST, /engine-rest/deployment/create",
        "GET, /engine-rest/deployment",
        "POST, /engine-rest/decision-definition/key/saring-risiko/evaluate",
        "POST, /engine-rest/external-task/fetchAndLock",
        "POST, /engine-rest/filter/create",
        "PUT, /engine-rest/filter/1",
        "DELETE, /engine-rest/filter/1",
        "GET, /engine-rest/user",
        "PUT, /engine-rest/user/peksos/credentials",
        "DELETE, /engine-rest/user/peksos",
        "POST, /engine-rest/identity/verify",
        "GET, /engine-rest/authorization",
        "POST, /engine-rest/authorization/create",
        "GET, /engine-rest/job",
        "PUT, /engine-rest/job/1/retries",
        "POST, /engine-rest/migration/execute",
        "GET, /engine-rest/telemetry/data",
        "GET, /engine-rest/engine/default/user",
        "GET, /engine-rest/engine/lain/task",
        "GET, /engine-rest/task/",
        "GET, /engine-rest/task;a=b/1/variables",
        "GET, /engine-rest/task/..%2fuser",
        "HEAD, /engine-rest/user"
    })
    void isClosedForEverythingElse(String method, String path) {
        String body = method.equals("GET") || method.equals("HEAD") ? "" : "{}";
        assertThat(Visitor.client(port, "peksos", "tuntas-demo")
                        .json(method, path, body)
                        .statusCode())
                .isIn(400, 403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"variable-instance", "user", "process-instance", "deployment", "history/variable-instance"})
    void isTheSameForTasklistsOwnRestPath(String resource) {
        var worker = Visitor.signedIn(port, "peksos");
        assertThat(worker.get("/camunda/api/engine/engine/default/" + resource).statusCode())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assigneeExpression\":\"${1+1}\"}",
                "{\"orQueries\":[{\"dueBeforeExpression\":\"${1+1}\"}]}",
                "{\"orQueries\":[{\"orQueries\":[{\"candidateGroupsExpression\":\"x\"}]}]}",
                "{\"candidateUser\\u0045xpression\":\"${1+1}\"}",
                "{\"assignee\":\"a\",\"assignee\":\"b\"}",
                "{\"assignee\":",
                "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1"
            })
    void refusesExpressionsInAQueryAtAnyDepthAndWhatIsNoJson(String body) {
        for (String user : new String[] {"peksos", "admin"}) {
            var answer = Visitor.client(port, user, "tuntas-demo").json("POST", "/engine-rest/task", body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("detail").doesNotContain("Exception");
        }
    }

    @Test
    void refusesExpressionsInAFilterAndInTheAddress() {
        var admin = Visitor.client(port, "admin", "tuntas-demo");
        String filter =
                "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}}";
        assertThat(admin.json("POST", "/engine-rest/filter/1/list", filter).statusCode())
                .isEqualTo(400);
        assertThat(admin.get("/engine-rest/task?assigneeExpression=x").statusCode())
                .isEqualTo(400);
    }

    @Test
    void refusesABodyNobodyNeeds() {
        String body = "{\"name\":\"" + "a".repeat(1024 * 1024) + "\"}";
        assertThat(Visitor.client(port, "peksos", "tuntas-demo")
                        .json("POST", "/engine-rest/task", body)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void needsATokenForWritesWithASession() {
        var worker = Visitor.signedIn(port, "peksos");
        worker.get("/camunda/app/tasklist/default/");
        assertThat(worker.json("POST", "/engine-rest/task", "{}").statusCode()).isEqualTo(403);
        assertThat(worker.json("POST", "/camunda/api/engine/engine/default/task?maxResults=9", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(worker.json("POST", "/camunda/api/engine/engine/default/task?maxResults=9", "{}", "geraten")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void tellsEverybodyWhetherTuntasRunsAndOnlyTheAdministratorWhatDoesNot() {
        String open = Visitor.on(port).get("/actuator/health").body();
        assertThat(open).contains("\"status\"").doesNotContain("timers", "details", "components");
        assertThat(Visitor.on(port).get("/actuator/health/timers").statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(port, "kepala-dinas")
                        .get("/actuator/health")
                        .body())
                .isEqualTo(open);
        assertThat(Visitor.client(port, "admin", "tuntas-demo")
                        .get("/actuator/health")
                        .body())
                .contains("\"timers\"", "\"overdueSeconds\"", "\"failedJobs\"");
    }

    @Test
    void keepsReadinessApartFromTheTimersOfAllNodes() {
        assertThat(Visitor.on(port).get("/actuator/health/readiness").body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(Visitor.on(port).get("/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    @Test
    void givesNumbersToTheAdministratorsMonitorWithoutASession() {
        String path = "/actuator/metrics/tuntas.timers.overdue";
        assertThat(Visitor.client(port, "admin", "tuntas-demo").get(path).body())
                .contains("\"baseUnit\":\"seconds\"", "\"VALUE\"");
        assertThat(Visitor.on(port).get(path).statusCode()).isEqualTo(401);
        assertThat(Visitor.client(port, "admin", "salah").get(path).statusCode())
                .isEqualTo(401);
        assertThat(Visitor.client(port, "kepala-dinas", "tuntas-demo").get(path).statusCode())
                .isEqualTo(403);
    }

    @Test
    void hidesThePageOfTheFirstAdministratorOnceThereIsOne() {
        var answer = Visitor.on(port).get("/kelola/awal");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("Halaman tidak ditemukan").doesNotContain("Exception", "Whitelabel");
    }
}
