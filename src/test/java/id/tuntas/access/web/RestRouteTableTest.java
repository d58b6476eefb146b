package id.tuntas.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
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
        assertThat(all()).hasSizeGreaterThan(350).contains("GET /task", "POST /message", "GET /variable-instance");
    }

    @Test
    void opensToStaffWhatTasklistNeedsAndNothingElse() {
        assertThat(all().stream().filter(route -> routes.areOpenToStaff(request(route))))
                .hasSizeLessThanOrEqualTo(50)
                .noneMatch(route -> route.startsWith("DELETE") || route.startsWith("PUT"))
                .noneMatch(route -> route.contains("variables") && !route.contains("form-variables"))
                .noneMatch(route -> route.contains("variable-instance"));
    }

    @Test
    void opensNoAdministratorADoorThatPassesTheProcedure() {
        assertThat(all().stream().filter(route -> routes.areOpenToAdministrators(request(route))))
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
        all().forEach(existing -> unknown.removeIf(listed -> matches(listed, existing)));
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

    /** "GET /task/x/form" and the like, a sign for every part that varies. */
    private static Set<String> all() {
        assertThat(CamundaRestResources.getResourceClasses()).contains(DefaultProcessEngineRestServiceImpl.class);
        Set<String> found = new TreeSet<>();
        Deque<Place> open = new ArrayDeque<>(List.of(new Place(DefaultProcessEngineRestServiceImpl.class, "", 0)));
        while (!open.isEmpty()) {
            Place place = open.pop();
            for (Method method : place.type.getMethods()) {
                String path = join(
                        place.path,
                        annotation(method, Path.class)
                                .map(Path::value)
                                .findFirst()
                                .orElse(""));
                List<String> verbs = annotations(method)
                        .map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                        .filter(verb -> verb != null)
                        .map(HttpMethod::value)
                        .distinct()
                        .toList();
                verbs.forEach(verb -> found.add(verb + " " + path));
                boolean locator = verbs.isEmpty()
                        && annotation(method, Path.class).findAny().isPresent();
                if (locator && place.depth < 6) {
                    open.push(new Place(method.getReturnType(), path, place.depth + 1));
                }
            }
        }
        return found;
    }

    /** Of the method itself and of the interfaces that declare it. */
    private static Stream<Annotation> annotations(Method method) {
        Stream<Method> declared = Stream.concat(
                Stream.of(method),
                Arrays.stream(method.getDeclaringClass().getInterfaces())
                        .flatMap(type -> Arrays.stream(type.getMethods()))
                        .filter(other -> other.getName().equals(method.getName())
                                && Arrays.equals(other.getParameterTypes(), method.getParameterTypes())));
        return declared.flatMap(one -> Arrays.stream(one.getAnnotations()));
    }

    private static <A extends Annotation> Stream<A> annotation(Method method, Class<A> type) {
        return annotations(method).filter(type::isInstance).map(type::cast);
    }

    private static String join(String path, String more) {
        String plain = more.replaceAll("\\{[^}]*}", "x");
        String whole = path + (plain.isEmpty() || plain.startsWith("/") ? "" : "/") + plain;
        return whole.endsWith("/") ? whole.substring(0, whole.length() - 1) : whole;
    }

    private record Place(Class<?> type, String path, int depth) {}
}
