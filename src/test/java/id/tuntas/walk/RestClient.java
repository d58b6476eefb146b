package id.tuntas.walk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One demo user at Camunda's REST API, by HTTP Basic. */
public final class RestClient {

    /** What the server said. */
    record Answer(int status, JsonNode body) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final String base;
    private final String authorization;

    public RestClient(int port, String user, String password) {
        base = "http://127.0.0.1:" + port + "/engine-rest";
        authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    public JsonNode get(String path) {
        return ok("GET " + path, send(request(path).GET()));
    }

    public JsonNode post(String path, Object body) {
        return ok("POST " + path, tryPost(path, body));
    }

    Answer tryPost(String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(json(body))));
    }

    /**
     * What a step knows as plain values, lists as List, the rest as JSON has it; empty if the step is gone, as when
     * another one ended the case meanwhile.
     */
    Optional<Map<String, Object>> known(String task) {
        String path = "/task/" + task + "/form-variables?deserializeValues=false";
        Answer answer = send(request(path).GET());
        if (answer.status() == 404) {
            return Optional.empty();
        }
        Map<String, Object> known = new LinkedHashMap<>();
        ok("GET " + path, answer).properties().forEach(entry -> known.put(entry.getKey(), plain(entry.getValue())));
        return Optional.of(known);
    }

    /** Answers as typed variables, as Tasklist sends them. */
    public static Map<String, Object> typed(Map<String, Object> answers) {
        Map<String, Object> variables = new LinkedHashMap<>();
        answers.forEach((key, value) -> variables.put(key, typed(value)));
        return Map.of("variables", variables);
    }

    private static Map<String, Object> typed(Object value) {
        if (value == null) {
            Map<String, Object> empty = new LinkedHashMap<>();
            empty.put("type", "Null");
            empty.put("value", null);
            return empty;
        }
        return value instanceof List<?>
                ? Map.of("type", "Json", "value", json(value))
                : Map.of("type", value.getClass().getSimpleName(), "value", value);
    }

    private static Object plain(JsonNode variable) {
        JsonNode value = variable.path("value");
        try {
            return variable.path("type").asText().equals("Json")
                    ? JSON.readValue(value.asText(), Object.class)
                    : JSON.convertValue(value, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "*/*")
                .header("Authorization", authorization);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            String body = response.body();
            return new Answer(response.statusCode(), body.isBlank() ? JSON.nullNode() : JSON.readTree(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode ok(String call, Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new AssertionError(call + " answered " + answer.status() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
