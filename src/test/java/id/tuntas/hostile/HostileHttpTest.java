package id.tuntas.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import id.tuntas.TuntasTest;
import id.tuntas.hostile.RawHttp.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Requests no browser sends: each is refused or means what it would mean without the trick, and none is a 5xx. */
@TuntasTest
class HostileHttpTest {

    private static final String BY_VALUE = "processVariables=namaKorban_eq_Melati";

    private static Canary canary;

    @LocalServerPort
    int port;

    @BeforeAll
    static void setOut() {
        canary = new Canary();
    }

    @AfterAll
    static void takeIn() throws IOException {
        canary.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/..;/kelola/pengguna",
                "/engine-rest/task/..;/user",
                "/engine-rest/;x=1/user",
                "/engine-rest/task/%2e%2e/user",
                "/engine-rest/task/%252e%252e/user",
                "/engine-rest/task/../user",
                "/engine-rest/task/..%2fuser",
                "/engine-rest/task%2f..%2fuser",
                "/engine-rest//user",
                "/engine-rest/./user",
                "/engine-rest/user%00",
                "/engine-rest/user%0d%0aX-A:b",
                "/engine-rest/user%5c",
                "/engine-rest\\user",
                "/ENGINE-REST/user",
                "/engine-rest/USER",
                "/engine-rest/user/",
                "/engine-rest/user.json",
                "/engine-rest/engine/../user",
                "/camunda/api/engine/engine/default/..;/user",
                "/camunda/app/admin/../../../engine-rest/user",
                "/app/..%2f..%2fapplication.yaml",
                "/app/%2e%2e/%2e%2e/application.yaml",
                "/camunda/lib/..%5c..%5capplication.yaml",
                "/camunda/app/admin/%2e%2e/%2E%2e/../engine-rest/user",
                "/engine-rest/../camunda/api/admin/setup/default/user/create",
                "/actuator/..;/actuator/env",
                "/actuator/env;a",
                "/%c0%ae%c0%ae/etc/passwd",
                "/%zz",
                "http://jahat.example/engine-rest/user"
            })
    void aCrookedPathLeadsNowhere(String path) {
        Answer answer = canary.survives(path, () -> new RawHttp(port, "peksos").get(path));
        assertThat(answer.status()).as(answer.body()).isBetween(300, 499);
        refusedWithoutATrace(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task?maxResults=-1",
                "/engine-rest/task?firstResult=-5&maxResults=10",
                "/engine-rest/task",
                "/engine-rest/task?maxResults=2001",
                "/engine-rest/task?maxResults=2147483647",
                "/engine-rest/task?maxResults=99999999999999999999",
                "/engine-rest/task?maxResults=1e3",
                "/engine-rest/task?maxResults=%24%7B7*7%7D",
                "/engine-rest/task?sortBy=password&sortOrder=asc&maxResults=9",
                "/engine-rest/task?sortBy=name%27%3B--&sortOrder=asc&maxResults=9",
                "/engine-rest/task?sortBy=name&sortOrder=sideways&maxResults=9",
                "/engine-rest/task?sortBy=name&maxResults=9",
                "/engine-rest/task?dueBefore=kemarin&maxResults=9",
                "/engine-rest/task?nameLike=a%00b&maxResults=9",
                "/engine-rest/task?nam%00e=a&maxResults=9",
                "/engine-rest/task?nameLike=%zz&maxResults=9",
                "/engine-rest/task?processVariables=a&maxResults=9",
                "/engine-rest/task?assigneeExpression=%24%7B1%7D&maxResults=9",
                "/engine-rest/task?assignee%45xpression=%24%7B1%7D&maxResults=9"
            })
    void aCrookedQuestionIsAnsweredWithASentence(String path) {
        Answer answer = canary.survives(path, () -> new RawHttp(port, "peksos").get(path));
        assertThat(answer.status()).as(answer.body()).isIn(400, 403, 404);
        refusedWithoutATrace(answer);
    }

    @Test
    void aHostileTextInAQuestionFindsNothing() {
        for (JsonNode string : Corpus.strings()) {
            String text = URLEncoder.encode(canary.arm(string.get("text").textValue()), StandardCharsets.UTF_8);
            for (String parameter : new String[] {"nameLike", "processInstanceBusinessKey", "assignee", "sortBy"}) {
                String path = "/engine-rest/task/count?" + parameter + "=" + text;
                Answer answer = canary.survives(
                        parameter + " " + string.get("name").asText(), () -> new RawHttp(port, "peksos").get(path));
                assertThat(answer.status()).as(path + answer.body()).isIn(200, 400);
                refusedWithoutATrace(answer);
            }
        }
    }

    /** Tomcat stops reading parameters somewhere, Camunda's REST does not: a guard in between must not be fooled. */
    @ParameterizedTest
    @ValueSource(strings = {"a&", "a=b&", "&", "%zz&"})
    void aGuardedParameterCannotHideBehindManyOthers(String filler) {
        for (int count : new int[] {1, 150, 1_001, 2_000}) {
            String path = "/engine-rest/task/count?" + filler.repeat(count) + BY_VALUE;
            Answer answer = canary.survives(count + " times " + filler, () -> new RawHttp(port, "peksos").get(path));
            assertThat(answer.status())
                    .as(count + " times " + filler + answer.body())
                    .isIn(400, 403);
        }
    }

    @Test
    void tenThousandParametersInABodyAreRefused() {
        String form = "a=b&".repeat(10_000) + BY_VALUE;
        Answer answer = canary.survives("10,000 parameters", () -> new RawHttp(port, "peksos")
                .post("/engine-rest/task", form, "Content-Type: application/x-www-form-urlencoded"));
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        refusedWithoutATrace(answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method", "_method"})
    void aMethodIsTheOneOfTheFirstLine(String header) {
        Answer asked = canary.survives(header, () -> new RawHttp(port, "admin")
                .send("GET", "/engine-rest/process-instance/tidak-ada", new byte[0], header + ": DELETE"));
        assertThat(asked.status()).isEqualTo(404);
        assertThat(new RawHttp(port, "peksos")
                        .post("/engine-rest/task/count?_method=DELETE", "{}", header + ": GET")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "TRACK", "CONNECT", "PROPFIND", "JAHAT", "get", "PATCH"})
    void anotherMethodIsRefused(String method) {
        Answer answer = canary.survives(
                method, () -> new RawHttp(port, "peksos").send(method, "/engine-rest/task", new byte[0]));
        assertThat(answer.status()).as(answer.body()).isBetween(400, 501);
        assertThat(answer.body()).doesNotContain("Authorization", "Exception");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/beranda", "/login?salah", "/tidak-ada", "/camunda/app/tasklist/default/"})
    void noAnswerRepeatsAForeignHost(String path) {
        Answer answer = canary.survives("host " + path, () -> new RawHttp(port, "tidak-ada")
                .exchange(
                        "GET " + path + " HTTP/1.1\r\nHost: jahat.example\r\nX-Forwarded-Host: jahat.example\r\n"
                                + "Forwarded: host=jahat.example\r\nAccept: text/html\r\nConnection: close\r\n\r\n",
                        new byte[0]));
        assertThat(answer.status()).isBetween(200, 499);
        assertThat(answer.head() + answer.body()).doesNotContain("jahat.example");
    }

    @Test
    void aHostThatIsNoneIsRefused() {
        for (String host : new String[] {"Host: a b", "Host: a\r\nHost: b", "Host: a/../b"}) {
            assertThat(canary.survives(host, () -> new RawHttp(port, "peksos").get("/engine-rest/task", host))
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void aHugeHeaderIsRefused() {
        assertThat(canary.survives("huge header", () -> new RawHttp(port, "peksos")
                                .get("/engine-rest/version", "X-A: " + "a".repeat(1_000_000)))
                        .status())
                .isIn(0, 400, 431);
        assertThat(canary.survives("10,000 headers", () -> new RawHttp(port, "peksos")
                                .get("/engine-rest/version", "X: y\r\n".repeat(9_999) + "X: y"))
                        .status())
                .isIn(0, 400, 431);
    }

    @Test
    void lengthAndChunksTogetherAreRefused() {
        Answer answer = canary.survives("CL.TE", () -> new RawHttp(port, "peksos")
                .send(
                        "POST",
                        "/engine-rest/task/count",
                        "0\r\n\r\nGET /kelola HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8),
                        "Content-Length: 5",
                        "Transfer-Encoding: chunked"));
        assertThat(answer.status()).isIn(0, 200, 400);
        assertThat(answer.body()).doesNotContain("HTTP/1.1 200");
        assertThat(new RawHttp(port, "peksos")
                        .send("POST", "/engine-rest/task/count", new byte[] {'{', '}'}, "Transfer-Encoding: x, chunked")
                        .status())
                .isBetween(400, 501);
    }

    @Test
    void aBodyWithoutEndIsCut() {
        String chunk = "10000\r\n" + "a".repeat(0x10000) + "\r\n";
        for (String path : new String[] {"/engine-rest/task", "/engine-rest/deployment/create"}) {
            Answer answer = canary.survives("chunks " + path, () -> new RawHttp(port, "admin")
                    .send(
                            "POST",
                            path,
                            chunk.repeat(320).getBytes(StandardCharsets.UTF_8),
                            "Content-Type: "
                                    + (path.endsWith("create")
                                            ? "multipart/form-data; boundary=b"
                                            : "application/json"),
                            "Transfer-Encoding: chunked"));
            assertThat(answer.status()).isIn(0, 413);
        }
    }

    @Test
    void aCompressedBodyIsNotUnpacked() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 100; i++) {
                gzip.write(new byte[1 << 20]);
            }
        }
        Answer answer = canary.survives("gzip bomb", () -> new RawHttp(port, "peksos")
                .send("POST", "/engine-rest/task", packed.toByteArray(), "Content-Encoding: gzip"));
        assertThat(answer.status()).isEqualTo(400);
        refusedWithoutATrace(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-java-serialized-object",
                "multipart/form-data; boundary=b",
                "multipart/mixed",
                "application/json; charset=UTF-7",
                "x"
            })
    void aBodyOfAnotherTypeIsRefusedOrReadAsWhatItIs(String type) {
        String body = "{\"orQueries\":[{\"assigneeExpression\":\"${1}\"}]}";
        Answer answer = canary.survives(
                type, () -> new RawHttp(port, "peksos").post("/engine-rest/task", body, "Content-Type: " + type));
        assertThat(answer.status()).as(answer.body()).isBetween(400, 499);
        refusedWithoutATrace(answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"assignee\":\"a\",\"assignee\":\"b\"}",
                "{\"assignee\":\"a\\u0000b\"}",
                "{\"assignee\":\"\\ud800\"}",
                "{\"a\\u0000\":1}",
                "{\"maxResults\":1e400}",
                "{\"priority\":99999999999999999999}",
                "{\"priority\":\"${7*7}\"}",
                "{\"taskVariables\":{\"name\":\"a\"}}",
                "{\"sorting\":[{\"sortBy\":\"password\",\"sortOrder\":\"asc\"}]}",
                "{\"sorting\":\"x\"}",
                "{\"__proto__\":{\"x\":1}}",
                "{\"@class\":\"java.net.URL\",\"x\":1}",
                "[\"java.net.URL\",\"http://127.0.0.1/\"]",
                "null",
                "1",
                "{} {}",
                "{/*a*/}"
            })
    void aCrookedBodyIsNoServerError(String body) {
        Answer answer =
                canary.survives(body, () -> new RawHttp(port, "peksos").post("/engine-rest/task?maxResults=9", body));
        assertThat(answer.status()).as(answer.body()).isIn(200, 400, 403);
        assertThat(answer.body()).doesNotContain("at org.", "java.lang");
    }

    @Test
    void aFieldThatCannotBeStoredIsNamed() {
        Answer answer = new RawHttp(port, "peksos")
                .post("/engine-rest/task/count", "{\"orQueries\":[{\"nameLike\":\"a\\u0000\"}]}");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).contains("nameLike");
        assertThat(new RawHttp(port, "peksos")
                        .get("/engine-rest/task/count?nameLike=a%00")
                        .body())
                .contains("nameLike");
    }

    /** CVE-2026-109432: 7.24.0 evaluates expressions inside or-queries even where expressions in queries are off. */
    @Test
    void closesCve2026Number109432ExpressionsInsideOrQueries() {
        String code = canary.arm("${''.getClass().forName('java.lang.System').getMethod('setProperty', ''.getClass(),"
                + " ''.getClass()).invoke(null, '@PROPERTY@', 'x')}");
        for (String user : new String[] {"peksos", "admin"}) {
            for (String key : new String[] {"assigneeExpression", "candidateGroupsExpression", "dueBeforeExpression"}) {
                String body = "{\"orQueries\":[{\"" + key + "\":\"" + code + "\"}]}";
                Answer answer = canary.survives(
                        "or-query " + key, () -> new RawHttp(port, user).post("/engine-rest/task?maxResults=9", body));
                assertThat(answer.status()).isEqualTo(400);
            }
        }
    }

    /** CVE-2026-77226: the first-run page of the web apps makes an administrator of anybody. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/api/admin/setup/default/user/create",
                "/camunda/api/admin/setup/default/user/create/",
                "/camunda/api/tasklist/setup/default/user/create",
                "/camunda/api/admin/auth/user/default/login/admin",
                "/camunda/app/admin/default/setup/",
                "/camunda/app/admin/setup/"
            })
    void closesCve2026Number77226TheSetUpPage(String path) {
        String person = "{\"profile\":{\"id\":\"penyusup\"},\"credentials\":{\"password\":\"penyusup-penyusup\"}}";
        for (String user : new String[] {"peksos", "admin"}) {
            assertThat(canary.survives(path, () -> new RawHttp(port, user).post(path, person))
                            .status())
                    .isIn(302, 400, 401, 403);
        }
        assertThat(new RawHttp(port, "admin")
                        .get("/engine-rest/user?id=penyusup&maxResults=9")
                        .body())
                .isEqualTo("[]");
    }

    private static void refusedWithoutATrace(Answer answer) {
        assertThat(answer.head() + answer.body())
                .doesNotContain("at org.", "at java.", "org.springframework", "root:x:");
    }
}
