package id.tuntas.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
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
import java.util.regex.Pattern;

/** Somebody with a browser or a REST client: keeps cookies, follows nothing, as HTTP sees it. */
public final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();
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
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Forwarded-For", address);
        return basic == null ? request : request.header("Authorization", basic);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
