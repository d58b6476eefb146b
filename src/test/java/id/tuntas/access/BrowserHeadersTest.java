package id.tuntas.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every answer tells the browser, whoever asks and whatever comes of it. */
@AccessTest
class BrowserHeadersTest {

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Test
    void areOnEveryRouteOfOurPagesForEverybody() {
        Set<String> paths = pages();
        assertThat(paths)
                .contains("/login", "/beranda", "/kelola/orang", "/akun")
                .hasSizeGreaterThan(15);
        for (Visitor visitor : List.of(
                Visitor.on(port),
                Visitor.signedIn(port, "peksos"),
                Visitor.signedIn(port, "admin"),
                Visitor.signedIn(port, "auditor"))) {
            for (String path : paths) {
                HttpResponse<String> answer = visitor.get(path);
                assertThat(answer.statusCode()).as(path).isLessThan(500);
                strict(path, answer.headers());
                assertThat(answer.body()).as(path).doesNotContain(" style=\"", "<script>", " onclick=", "javascript:");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/tidak-ada", "/kelola/tidak-ada", "/kasus/tidak-ada", "/error", "/actuator/health"})
    void areOnErrorsToo(String path) {
        strict(path, Visitor.on(port).get(path).headers());
        strict(path, Visitor.signedIn(port, "peksos").get(path).headers());
    }

    @Test
    void areOnWhatTheFirewallStopsBeforeAnythingElse() {
        HttpHeaders headers = Visitor.on(port).get("/login;a=b").headers();
        assertThat(headers.firstValue("Cache-Control")).contains("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/task/count",
                "/engine-rest/user",
                "/engine-rest/task?sortBy=x&maxResults=1",
                "/engine-rest/tidak-ada",
                "/actuator/metrics"
            })
    void areOnAnswersForPrograms(String path) {
        strict(
                path,
                Visitor.client(port, "peksos", DemoPeople.PASSWORD).get(path).headers());
        strict(path, Visitor.client(port, "peksos", "salah").get(path).headers());
        strict(path, Visitor.on(port).get(path).headers());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/camunda/app/tasklist/default/",
                "/camunda/app/admin/default/",
                "/camunda/api/engine/engine/default/task/count",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/admin/auth/user/default"
            })
    void loosenOnlyTheScriptsOfCamundasPages(String path) {
        HttpHeaders headers = Visitor.signedIn(port, "admin").get(path).headers();
        common(path, headers);
        String policy = headers.firstValue("Content-Security-Policy").orElse("");
        if (path.contains("/app/")) {
            assertThat(policy)
                    .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'", "form-action 'self'")
                    .containsPattern("'nonce-[A-Za-z0-9+/=_-]{20,}'");
        }
    }

    @Test
    void keepTheFilesOfTheWebAppsWhatTheyAre() {
        for (String path : List.of("/camunda/app/tasklist/scripts/config.js", "/camunda/lib/deps.js", "/favicon.ico")) {
            assertThat(Visitor.signedIn(port, "peksos").get(path).headers().firstValue("X-Content-Type-Options"))
                    .as(path)
                    .contains("nosniff");
        }
    }

    /** The demo speaks plain HTTP on loopback: there the header would shut people out. */
    @Test
    void promiseTlsOnlyWhereThereIsTls() {
        assertThat(Visitor.on(port).get("/login").headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void keepCookiesFromScriptsAndOtherSites() {
        var officer = Visitor.signedIn(port, "peksos");
        List<String> cookies = new ArrayList<>();
        cookies.addAll(officer.signIn("peksos", DemoPeople.PASSWORD).headers().allValues("Set-Cookie"));
        cookies.addAll(officer.get("/camunda/app/tasklist/default/").headers().allValues("Set-Cookie"));
        cookies.addAll(Visitor.on(port).get("/login?lang=en").headers().allValues("Set-Cookie"));
        assertThat(cookies).anyMatch(cookie -> cookie.startsWith("JSESSIONID="));
        assertThat(cookies).allSatisfy(cookie -> {
            assertThat(cookie).containsPattern("(?i)SameSite=(Lax|Strict)");
            // Tasklist's script has to read its token; the language is nobody's secret
            if (!cookie.startsWith("XSRF-TOKEN=") && !cookie.startsWith("bahasa=")) {
                assertThat(cookie).containsIgnoringCase("HttpOnly");
            }
        });
    }

    /** GET routes of the application, with something that does not exist in each place. */
    private Set<String> pages() {
        Set<String> paths = new TreeSet<>();
        routes.getHandlerMethods().forEach((route, method) -> {
            boolean ours = method.getBeanType().getPackageName().startsWith("id.tuntas");
            boolean reads = route.getMethodsCondition().getMethods().isEmpty()
                    || route.getMethodsCondition().getMethods().stream()
                            .anyMatch(verb -> verb.name().equals("GET"));
            if (ours && reads) {
                route.getPatternValues().forEach(path -> paths.add(path.replaceAll("\\{[^}]*}", "tidak-ada")));
            }
        });
        return paths;
    }

    private static void strict(String path, HttpHeaders headers) {
        common(path, headers);
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .as(path)
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'", "script-src 'self';")
                .doesNotContain("unsafe", "*", "http:", "https:");
    }

    private static void common(String path, HttpHeaders headers) {
        assertThat(headers.firstValue("Cache-Control").orElse("")).as(path).contains("no-store");
        assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("same-origin");
        assertThat(headers.firstValue("Permissions-Policy").orElse(""))
                .as(path)
                .contains("camera=()", "geolocation=()");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).as(path).contains("same-origin");
        assertThat(headers.firstValue("Server")).as(path).isEmpty();
    }
}
