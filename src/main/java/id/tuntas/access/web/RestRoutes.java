package id.tuntas.access.web;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** The table of the engine's REST resources that are open, {@code access/rest-routes.yaml}. What is not there is closed. */
@Component
class RestRoutes {

    private static final String TABLE = "/access/rest-routes.yaml";
    private static final List<String> ROOTS =
            List.of("/engine-rest", "/engine-rest/engine/default", "/camunda/api/engine/engine/default");

    /** What the engine says where elsewhere an id stands. */
    private static final String WORDS = "count|statistics|report|key|tenant-id|create";

    private record Table(List<String> staff, List<String> administrators) {}

    private final List<String> listed;
    private final RequestMatcher staff;
    private final RequestMatcher administrators;

    RestRoutes() {
        Table table = read();
        this.listed = Stream.of(table.staff, table.administrators)
                .flatMap(List::stream)
                .toList();
        List<RequestMatcher> open = matchers(table.staff);
        open.add(Paths.get("/engine-rest/engine", "/camunda/api/engine/engine", "/camunda/api/engine/engine/"));
        this.staff = new OrRequestMatcher(open);
        this.administrators = new OrRequestMatcher(matchers(table.administrators));
    }

    boolean areOpenToStaff(HttpServletRequest request) {
        return staff.matches(request);
    }

    boolean areOpenToAdministrators(HttpServletRequest request) {
        return areOpenToStaff(request) || administrators.matches(request);
    }

    /** Every route of the table, as it is written there. */
    List<String> listed() {
        return listed;
    }

    /** An id is none of the engine's own words: {@code /process-definition/{id}} would open the statistics as well. */
    private static String withoutWords(String path) {
        return path.replaceAll("\\{(\\w+)}", "{$1:(?!(?:" + WORDS + ")\\$).+}");
    }

    private static List<RequestMatcher> matchers(List<String> routes) {
        List<RequestMatcher> matchers = new ArrayList<>();
        for (String route : routes) {
            String[] parts = route.split(" ");
            matchers.add(Paths.of(
                    HttpMethod.valueOf(parts[0]),
                    ROOTS.stream().map(root -> root + withoutWords(parts[1])).toArray(String[]::new)));
        }
        return matchers;
    }

    private static Table read() {
        try (InputStream in = RestRoutes.class.getResourceAsStream(TABLE)) {
            return YAMLMapper.builder().build().readValue(in, Table.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + TABLE, e);
        }
    }
}
