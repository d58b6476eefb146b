package id.tuntas.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Somebody with a browser or a REST client: keeps cookies, follows nothing, as HTTP sees it. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private String basic;
    private String address = "192.0.2.1";

    private Visitor(int port) {
        this.port = port;
    }

    public static Visitor on(int port) {
        return new Visitor(port);
    }

    public static Visitor signedIn(int port, String user) {
        var visitor = new Visitor(port);
        visitor.signIn(user, DemoPeople.PASSWORD);
        return visitor;
    }

    public static Visitor client(int port, String user, String password) {
        var visitor = new Visitor(port);
        String pair = user + ":" + password;
        visitor.basic = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        return visitor;
    }

    /** Comes from another address, as a reverse proxy in front would say. */
    Visitor from(String other) {
        address = other;
        return this;
    }

    HttpResponse<String> signIn(String user, String password) {
        return post(
                "/login", "_csrf=" + csrfOf("/login") + "&username=" + encode(user) + "&password=" + encode(password));
    }

    /** Posts a form of a page, with the token that page has. */
    public HttpResponse<String> submit(String page, String action, String... namesAndValues) {
        var form = new StringBuilder("_csrf=" + csrfOf(page));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            form.append('&').append(namesAndValues[i]).append('=').append(encode(namesAndValues[i + 1]));
        }
        return post(action, form.toString());
    }

    HttpResponse<String> signOut() {
        return post("/logout", "_csrf=" + csrfOf("/beranda"));
    }

    String csrfOf(String page) {
        var found = CSRF.matcher(get(page).body());
        return found.find() ? encode(found.group(1)) : "";
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html,application/json").GET());
    }

    /** A file; refused answers come as bytes too. */
    public HttpResponse<byte[]> getBytes(String path) {
        return send(request(path).header("Accept", "*/*").GET(), BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, String form) {
        return send(request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> json(String method, String path, String body) {
        return json(method, path, body, cookie("XSRF-TOKEN"));
    }

    HttpResponse<String> json(String method, String path, String body, String csrf) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("X-XSRF-TOKEN", csrf)
                .method(method, BodyPublishers.ofString(body)));
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    /** Comes with the cookies of another browser, as far as their names begin so. */
    Visitor withCookiesOf(Visitor other, String prefix) {
        other.cookies.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                cookies.put(name, value);
            }
        });
        return this;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Forwarded-For", address);
        return basic == null ? request : request.header("Authorization", basic);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofString());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
        try {
            if (!cookies.isEmpty()) {
                request.header(
                        "Cookie",
                        String.join(
                                "; ",
                                cookies.entrySet().stream()
                                        .map(Object::toString)
                                        .toList()));
            }
            var response = http.send(request.build(), body);
            response.headers().allValues("Set-Cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Secure ones too: a proxy with TLS is imagined in front. */
    private void keep(String header) {
        for (HttpCookie cookie : HttpCookie.parse(header)) {
            if (cookie.getMaxAge() == 0) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
