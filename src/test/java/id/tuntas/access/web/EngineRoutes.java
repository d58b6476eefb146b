package id.tuntas.access.web;

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
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** Every route of the engine's own resources, read off their annotations: what nobody thought of is among them. */
public final class EngineRoutes {

    private static final int MAX_DEPTH = 6;

    private EngineRoutes() {}

    /** Of the REST interface: "GET /task/x/form" and the like, {@code x} for every part that varies. */
    public static Set<String> all() {
        return below(new Place(DefaultProcessEngineRestServiceImpl.class, "", 0));
    }

    /** Of one resource that says its own path, as those of the web apps do. */
    public static Set<String> of(Class<?> resource) {
        String path = Arrays.stream(resource.getAnnotationsByType(Path.class))
                .map(Path::value)
                .findFirst()
                .orElse("");
        return below(new Place(resource, join("", path), 0));
    }

    private static Set<String> below(Place root) {
        Set<String> found = new TreeSet<>();
        Deque<Place> open = new ArrayDeque<>(List.of(root));
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
                if (locator && place.depth < MAX_DEPTH) {
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
