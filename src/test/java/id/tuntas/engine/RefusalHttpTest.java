package id.tuntas.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.engine.rest.security.auth.impl.HttpBasicAuthenticationProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What Camunda REST and the web apps' copy of it answer, seen from outside. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        classes = RefusalHttpTest.Application.class,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:refusal-http;DB_CLOSE_DELAY=-1",
            "spring.datasource.username=sa",
            "spring.datasource.password=",
            "spring.flyway.enabled=false",
            "server.servlet.session.cookie.secure=false",
            "camunda.bpm.job-execution.enabled=false"
        })
class RefusalHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RACES = 20;
    private static final String PASSWORD = "tuntas-demo";
    private static final String GOOD = "{\"variables\":{\"bahaya\":{\"value\":\"ya\"},\"wali\":{\"value\":\"Ibu\"}}}";
    private static final String BAD = "{\"variables\":{\"bahaya\":{\"value\":\"mungkin\"},\"lain\":{\"value\":\"x\"}}}";

    @SpringBootConfiguration
    @EnableAutoConfiguration(
            exclude = {
                SecurityAutoConfiguration.class,
                SecurityFilterAutoConfiguration.class,
                UserDetailsServiceAutoConfiguration.class,
                ManagementWebSecurityAutoConfiguration.class
            })
    @Import({StepGuardPlugin.class, IdentityPlugin.class})
    static class Application {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        FilterRegistrationBean<Filter> basic() {
            FilterRegistrationBean<Filter> filter =
                    new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
            filter.addInitParameter(
                    ProcessEngineAuthenticationFilter.AUTHENTICATION_PROVIDER_PARAM,
                    HttpBasicAuthenticationProvider.class.getName());
            filter.addUrlPatterns("/engine-rest/*");
            filter.setAsyncSupported(true);
            return filter;
        }
    }

    @LocalServerPort
    private int port;

    @Autowired
    private ProcessEngine engine;

    private String deployment;
    private String definition;
    private String step;

    @BeforeEach
    void openStep() {
        officer("ani");
        officer("budi");
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addClasspathResource("testsop/uji-langkah.bpmn")
                .addClasspathResource("testsop/uji-mulai.form")
                .addClasspathResource("testsop/uji-periksa.form")
                .deploy()
                .getId();
        definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .deploymentId(deployment)
                .singleResult()
                .getId();
        String instance = engine.getFormService()
                .submitStartForm(definition, Map.of("nama", "Melati"))
                .getId();
        step = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
    }

    @AfterEach
    void forget() {
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    private void officer(String id) {
        if (engine.getIdentityService().createUserQuery().userId(id).count() > 0) {
            return;
        }
        User user = engine.getIdentityService().newUser(id);
        user.setPassword(PASSWORD);
        engine.getIdentityService().saveUser(user);
        for (Resource resource : new Resource[] {
            Resources.TASK, Resources.PROCESS_DEFINITION, Resources.PROCESS_INSTANCE, Resources.APPLICATION
        }) {
            Authorization grant =
                    engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setUserId(id);
            grant.setResource(resource);
            grant.setResourceId("*");
            grant.addPermission(Permissions.ALL);
            engine.getAuthorizationService().saveAuthorization(grant);
        }
        if (engine.getIdentityService().createGroupQuery().groupId("ujipetugas").count() == 0) {
            engine.getIdentityService().saveGroup(engine.getIdentityService().newGroup("ujipetugas"));
        }
        engine.getIdentityService().createMembership(id, "ujipetugas");
    }

    private HttpResponse<String> post(String user, String path, String body) throws IOException, InterruptedException {
        String token = Base64.getEncoder().encodeToString((user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/engine-rest" + path))
                                .header("Authorization", "Basic " + token)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build(),
                        BodyHandlers.ofString());
    }

    private void answers(int status, String user, String path, String body) throws IOException, InterruptedException {
        HttpResponse<String> response = post(user, path, body);
        assertThat(response.statusCode()).as(path + " " + response.body()).isEqualTo(status);
    }

    private void claimed() {
        engine.getTaskService().claim(step, "ani");
    }

    private static void namesBothFields(HttpResponse<String> response) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
        JsonNode body = JSON.readTree(response.body());
        assertThat(body.path("message").asText())
                .contains("Bahaya saat ini: pilih salah satu", "lain: isian ini tidak ada");
        assertThat(body.path("fields").findValuesAsText("key")).containsExactlyInAnyOrder("bahaya", "lain", "wali");
        assertThat(response.body()).doesNotContain("mungkin", "Exception");
    }

    @Test
    void namesEachRefusedFieldWithStatus400() throws Exception {
        claimed();
        namesBothFields(post("ani", "/task/" + step + "/submit-form", BAD));
        answers(204, "ani", "/task/" + step + "/submit-form", GOOD);
    }

    @Test
    void refusesAnIncompleteStartForm() throws Exception {
        answers(400, "ani", "/process-definition/" + definition + "/submit-form", "{\"variables\":{}}");
        answers(400, "ani", "/process-definition/key/uji-langkah/start", "{\"variables\":{}}");
        answers(
                200,
                "ani",
                "/process-definition/key/uji-langkah/submit-form",
                "{\"variables\":{\"nama\":{\"value\":\"Melati\"}}}");
    }

    @Test
    void answersUnknownStepsAndDefinitionsWith404() throws Exception {
        answers(404, "ani", "/task/tidak-ada/submit-form", GOOD);
        answers(404, "ani", "/task/tidak-ada/complete", "{}");
        answers(404, "ani", "/task/tidak-ada/claim", "{\"userId\":\"ani\"}");
        answers(404, "ani", "/process-definition/key/tidak-ada/submit-form", "{}");
        answers(404, "ani", "/process-definition/tidak-ada/submit-form", "{}");
    }

    @Test
    void answersTheSecondCompletionWith404() throws Exception {
        claimed();
        answers(204, "ani", "/task/" + step + "/submit-form", GOOD);
        answers(404, "ani", "/task/" + step + "/submit-form", GOOD);
    }

    @Test
    void countsAStepOnceThoughItIsCompletedTwiceAtTheSameTime() throws Exception {
        for (int round = 0; round < RACES; round++) {
            String raced = claimedStep();
            assertThat(together(() ->
                            post("ani", "/task/" + raced + "/submit-form", GOOD).statusCode()))
                    .contains(204)
                    .containsAnyOf(404, 409)
                    .hasSize(2);
        }
    }

    @Test
    void answersAStepWhoseCaseEndsMeanwhileWithoutAServerError() throws Exception {
        for (int round = 0; round < RACES; round++) {
            String raced = claimedStep();
            String instance = engine.getTaskService()
                    .createTaskQuery()
                    .taskId(raced)
                    .singleResult()
                    .getProcessInstanceId();
            CompletableFuture<Void> end = CompletableFuture.runAsync(() -> endCase(instance));
            assertThat(post("ani", "/task/" + raced + "/submit-form", GOOD).statusCode())
                    .isIn(204, 404, 409);
            end.join();
        }
    }

    private void endCase(String instance) {
        try {
            engine.getRuntimeService().deleteProcessInstance(instance, "uji");
        } catch (OptimisticLockingException e) {
            // the step was faster
        }
    }

    private String claimedStep() {
        String instance = engine.getFormService()
                .submitStartForm(definition, Map.of("nama", "Melati"))
                .getId();
        String id = engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(instance)
                .singleResult()
                .getId();
        engine.getTaskService().claim(id, "ani");
        return id;
    }

    private static List<Integer> together(Callable<Integer> request) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : threads.invokeAll(List.of(request, request))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void refusesSomebodyElsesStepAndOneNobodyHas() throws Exception {
        answers(400, "ani", "/task/" + step + "/submit-form", GOOD);
        claimed();
        answers(403, "budi", "/task/" + step + "/submit-form", GOOD);
        answers(409, "budi", "/task/" + step + "/claim", "{\"userId\":\"budi\"}");
        answers(403, "budi", "/task/" + step + "/unclaim", "{}");
        answers(403, "budi", "/task/" + step + "/assignee", "{\"userId\":\"budi\"}");
        answers(400, "ani", "/task/" + step + "/assignee", "{\"userId\":\"tidakada\"}");
    }

    @Test
    void refusesTheWaysAroundTheForm() throws Exception {
        claimed();
        answers(400, "ani", "/task/" + step + "/complete", GOOD);
        answers(400, "ani", "/task/" + step + "/resolve", GOOD);
        answers(400, "ani", "/task/" + step + "/delegate", "{\"userId\":\"budi\"}");
        answers(400, "ani", "/task/" + step + "/bpmnError", "{\"errorCode\":\"x\"}");
        answers(400, "ani", "/task/" + step + "/bpmnEscalation", "{\"escalationCode\":\"x\"}");
        answers(400, "ani", "/task/" + step + "/variables", "{\"modifications\":{\"bahaya\":{\"value\":\"x\"}}}");
    }

    @Test
    void answersInTheSameWayThroughTheWebApps() throws Exception {
        claimed();
        CookieManager cookies = new CookieManager();
        HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).build();
        String base = "http://localhost:" + port + "/camunda";
        HttpRequest page = HttpRequest.newBuilder(URI.create(base + "/app/tasklist/default/"))
                .build();
        browser.send(page, BodyHandlers.discarding());
        HttpResponse<String> login = browser.send(
                HttpRequest.newBuilder(URI.create(base + "/api/admin/auth/user/default/login/tasklist"))
                        .header("X-XSRF-TOKEN", token(cookies))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=ani&password=" + PASSWORD))
                        .build(),
                BodyHandlers.ofString());
        assertThat(login.statusCode()).isEqualTo(200);
        browser.send(page, BodyHandlers.discarding()); // signing in opens a new session with a new token
        namesBothFields(browser.send(
                HttpRequest.newBuilder(URI.create(base + "/api/engine/engine/default/task/" + step + "/submit-form"))
                        .header("X-XSRF-TOKEN", token(cookies))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(BAD))
                        .build(),
                BodyHandlers.ofString()));
    }

    private static String token(CookieManager cookies) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
