package id.tuntas.access;

import id.tuntas.access.MatrixCast.Actor;
import id.tuntas.access.MatrixCast.MarkedCase;
import id.tuntas.access.web.EngineRoutes;
import jakarta.ws.rs.core.Application;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.admin.impl.web.AdminApplication;
import org.camunda.bpm.cockpit.impl.web.CockpitApplication;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.tasklist.impl.web.TasklistApplication;
import org.camunda.bpm.welcome.impl.web.WelcomeApplication;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Every route of the application, found and not listed: the engine's REST by all its doors, the web apps', our own. */
@TestComponent
@Lazy // asks the engine, which has no SOP yet while the context starts
class MatrixRoutes {

    /** A route as it is declared, {@code x} for each part that varies. */
    record Route(String method, String prefix, String path, boolean ofTheEngine) {

        /** As {@code audiences.txt} names it. */
        String named() {
            return ofTheEngine ? "E" + path : prefix + path;
        }

        boolean namesAStep() {
            return ofTheEngine && path.startsWith("/task/x");
        }

        boolean varies() {
            return List.of(path.split("/")).contains("x");
        }

        boolean isForPrograms() {
            return ofTheEngine || (prefix + path).matches("/(api|actuator|camunda/api)(/.*)?");
        }

        @Override
        public String toString() {
            return method + " " + prefix + path;
        }
    }

    private static final Map<String, Supplier<Application>> WEB_APPS = Map.of(
            "admin", AdminApplication::new,
            "cockpit", CockpitApplication::new,
            "tasklist", TasklistApplication::new,
            "welcome", WelcomeApplication::new);
    private static final List<String> ENGINE_DOORS =
            List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");

    private final List<RequestMappingInfoHandlerMapping> mappings;
    private final String definition;
    private final String deployment;
    private final String filter;

    MatrixRoutes(List<RequestMappingInfoHandlerMapping> mappings, RepositoryService sop, FilterService filters) {
        this.mappings = mappings;
        ProcessDefinition process = sop.createProcessDefinitionQuery()
                .processDefinitionKey("uji-daerah")
                .latestVersion()
                .singleResult();
        this.definition = process.getId();
        this.deployment = process.getDeploymentId();
        this.filter = filters.createTaskFilterQuery().list().get(0).getId();
    }

    List<Route> all() {
        return Stream.of(engine(), webApps(), own())
                .flatMap(routes -> routes)
                // who leaves has no session left to go on with: SessionTest
                .filter(route -> !route.path.endsWith("/logout"))
                .toList();
    }

    Stream<Route> engine() {
        Set<String> routes = EngineRoutes.all();
        return ENGINE_DOORS.stream().flatMap(door -> routes.stream().map(route -> route(door, route, true)));
    }

    private static Stream<Route> webApps() {
        Set<Route> found = new LinkedHashSet<>();
        WEB_APPS.forEach((name, application) -> application.get().getClasses().stream()
                .flatMap(resource -> EngineRoutes.of(resource).stream())
                .forEach(route -> found.add(route("/camunda/api/" + name, route, false))));
        WEB_APPS.keySet().forEach(name -> found.add(new Route("GET", "/camunda/app/" + name, "/default/", false)));
        return found.stream();
    }

    private Stream<Route> own() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(MatrixRoutes::routes)
                .distinct();
    }

    private static Stream<Route> routes(RequestMappingInfo mapping) {
        Set<String> methods = mapping.getMethodsCondition().getMethods().stream()
                .map(Enum::name)
                .collect(Collectors.toSet());
        return mapping.getPatternValues().stream()
                .map(path -> path.replaceAll("\\{[^}]*}", "x"))
                .flatMap(path -> (methods.isEmpty() ? Set.of("GET", "POST") : methods)
                        .stream().map(method -> new Route(method, "", path, false)));
    }

    private static Route route(String prefix, String declared, boolean ofTheEngine) {
        String[] parts = declared.split(" ", 2);
        return new Route(parts[0], prefix, parts[1], ofTheEngine);
    }

    /** With the ids of the case for each part that varies; what has no id in the matrix gets one that does not exist. */
    String path(Route route, Actor actor, MarkedCase marked) {
        var path = new StringBuilder(route.prefix);
        String before = "";
        for (String part : route.path.substring(1).split("/", -1)) {
            path.append('/').append(part.equals("x") ? id(route, before, actor, marked) : part);
            before = part;
        }
        return path.toString().replace("/**", "/liveness");
    }

    private String id(Route route, String before, Actor actor, MarkedCase marked) {
        return switch (before) {
            case "task" -> marked.step();
            case "process-instance", "execution" -> marked.instance();
            case "user" -> route.ofTheEngine ? userOf(marked.relation(), actor) : "default";
            case "orang" -> userOf(marked.relation(), actor);
            case "base", "setup", "adminPlugins" -> "default";
            case "process-definition" -> definition;
            case "deployment" -> deployment;
            case "filter" -> filter;
            case "key" -> "uji-daerah";
            case "tenant", "tenant-id" -> "manado";
            case "group" -> "petugas-pengaduan";
            case "steps" -> "langkah-uji";
            case "audit" -> "kasus";
            default -> "tidak-ada";
        };
    }

    private static String userOf(MatrixCast.Relation relation, Actor actor) {
        return switch (relation) {
            case OWN -> actor.userId() == null ? "peksos" : actor.userId();
            case SAME_GROUP, COLLEAGUE -> MatrixCast.COLLEAGUE;
            case OTHER_GROUP -> MatrixCast.NEIGHBOUR;
            case OTHER_DISTRICT -> MatrixCast.STRANGER;
            case NOBODY -> "tidak-ada";
        };
    }
}
