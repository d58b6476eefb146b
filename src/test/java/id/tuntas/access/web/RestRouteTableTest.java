package id.tuntas.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.rest.impl.CamundaRestResources;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** Walks every resource the engine's REST interface has, so that none is open by oversight. */
class RestRouteTableTest {

    /** Whatever changes or shows a case past its steps, runs something, or reads what no office needs. */
    private static final List<String> CLOSED = List.of(
            "/message",
            "/signal",
            "/condition",
            "/external-task",
            "/case-",
            "/event-subscription",
            "/telemetry",
            "/optimize",
            "/modification",
            "/history/detail",
            "/history/cleanup/",
            "/history/identity-link-log",
            "/history/external-task-log",
            "/history/report",
            "/history/batch");

    private final RestRoutes routes = new RestRoutes();

    @Test
    void findsTheResourcesOfTheEngine() {
        assertThat(CamundaRestResources.getResourceClasses()).contains(DefaultProcessEngineRestServiceImpl.class);
        assertThat(EngineRoutes.all())
                .hasSizeGreaterThan(350)
                .contains("GET /task", "POST /message", "GET /variable-instance");
    }

    @Test
    void opensToStaffWhatTasklistNeedsAndNothingElse() {
        assertThat(EngineRoutes.all().stream().filter(route -> routes.areOpenToStaff(request(route))))
                .hasSizeLessThanOrEqualTo(50)
                .noneMatch(route -> route.startsWith("DELETE") || route.startsWith("PUT"))
                .noneMatch(route -> route.contains("variables") && !route.contains("form-variables"))
                .noneMatch(route -> route.contains("variable-instance"))
                .noneMatch(route -> route.endsWith("/statistics") || route.endsWith("/report"));
    }

    @Test
    void opensNoAdministratorADoorThatPassesTheProcedure() {
        assertThat(EngineRoutes.all().stream().filter(route -> routes.areOpenToAdministrators(request(route))))
                .noneMatch(route -> CLOSED.stream().anyMatch(route.split(" ")[1]::startsWith)
                        && !route.equals("GET /history/cleanup/configuration"))
                .noneMatch(route -> !route.startsWith("GET") && route.contains("/variables"))
                .noneMatch(route -> route.endsWith("/data") && !route.contains("/resources/"))
                .noneMatch(route -> route.contains("/credentials") || route.contains("/complete"))
                .noneMatch(route -> route.contains("/comment") && !route.equals("GET /task/x/comment"))
                .noneMatch(route -> route.contains("/attachment") || route.contains("/evaluate"))
                .noneMatch(route -> route.contains("/start") && !route.contains("startForm"));
    }

    @Test
    void namesNoResourceThatDoesNotExist() {
        Set<String> unknown = new TreeSet<>(routes.listed());
        EngineRoutes.all().forEach(existing -> unknown.removeIf(listed -> matches(listed, existing)));
        // Jersey answers OPTIONS by itself
        unknown.removeIf(route -> route.startsWith("OPTIONS"));
        assertThat(unknown).isEmpty();
    }

    private static boolean matches(String listed, String existing) {
        return existing.matches(listed.replaceAll("\\{\\w+}", "[^/]+"));
    }

    private static MockHttpServletRequest request(String route) {
        String[] parts = route.split(" ");
        return new MockHttpServletRequest(parts[0], "/engine-rest" + parts[1]);
    }
}
