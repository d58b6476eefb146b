package id.tuntas.access.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what a client sends to the engine before the engine does.
 *
 * <p>A key or parameter ending in {@code Expression} is refused at any depth: the engine would evaluate its value, and
 * 7.24.0 does so in sub-queries even where it is switched off (CVE-2026-109432). And a step can be taken for oneself
 * only: whoever may claim could otherwise hand it to anybody.
 */
final class BodyGuard extends OncePerRequestFilter {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MAX_DEPTH = 64;
    private static final String EXPRESSION = "Expression";

    private static final RequestMatcher GUARDED = Paths.any("/engine-rest/**", "/camunda/api/engine/**");
    private static final RequestMatcher CLAIM = Paths.post(
            "/engine-rest/task/*/claim",
            "/engine-rest/engine/*/task/*/claim",
            "/camunda/api/engine/engine/*/task/*/claim");

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
            .build();

    private final Refusals refusals;

    BodyGuard(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !GUARDED.matches(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (Collections.list(request.getParameterNames()).stream().anyMatch(name -> name.endsWith(EXPRESSION))) {
            refusals.write(request, response, HttpStatus.BAD_REQUEST, "refused.expression");
            return;
        }
        // deployments, which only administrators can send
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            chain.doFilter(request, response);
            return;
        }
        byte[] body = request.getInputStream().readNBytes(MAX_BYTES + 1);
        Finding finding = inspect(body, CLAIM.matches(request) ? request.getRemoteUser() : null);
        if (finding == Finding.NOTHING) {
            chain.doFilter(new ReadBody(request, body), response);
        } else {
            refusals.write(request, response, finding.status, finding.message);
        }
    }

    /** @param claimant who may be named as {@code userId}; null if the request is no claim */
    private static Finding inspect(byte[] body, String claimant) throws IOException {
        if (body.length > MAX_BYTES) {
            return Finding.TOO_LARGE;
        }
        try (JsonParser json = JSON.createParser(body)) {
            boolean named = claimant == null;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.FIELD_NAME) {
                    continue;
                }
                String key = json.currentName();
                if (key.endsWith(EXPRESSION)) {
                    return Finding.EXPRESSION;
                }
                if (claimant != null && key.equals("userId")) {
                    json.nextToken();
                    if (!claimant.equals(json.getValueAsString())) {
                        return Finding.FOR_SOMEBODY_ELSE;
                    }
                    named = true;
                }
            }
            return named ? Finding.NOTHING : Finding.FOR_SOMEBODY_ELSE;
        } catch (JsonProcessingException e) {
            return Finding.NO_JSON;
        }
    }

    private enum Finding {
        NOTHING(HttpStatus.OK, ""),
        EXPRESSION(HttpStatus.BAD_REQUEST, "refused.expression"),
        NO_JSON(HttpStatus.BAD_REQUEST, "refused.json"),
        TOO_LARGE(HttpStatus.PAYLOAD_TOO_LARGE, "refused.large"),
        FOR_SOMEBODY_ELSE(HttpStatus.FORBIDDEN, "refused.claim");

        private final HttpStatus status;
        private final String message;

        Finding(HttpStatus status, String message) {
            this.status = status;
            this.message = message;
        }
    }
}
