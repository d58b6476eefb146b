package id.tuntas.access.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads what a client sends to the engine before the engine does.
 *
 * <p>A key or parameter ending in {@code Expression} is refused at any depth: the engine would evaluate its value, and
 * 7.24.0 does so in sub-queries even where it is switched off (CVE-2026-109432). And a step can be taken for oneself
 * only: whoever may claim could otherwise hand it to anybody. And nobody asks by a value he may not see. Text that the
 * database cannot hold is refused with the name of its field.
 */
final class BodyGuard extends OncePerRequestFilter {

    private static final int MAX_BYTES = 1024 * 1024;
    private static final int MAX_DEPLOYMENT_BYTES = 16 * MAX_BYTES;
    private static final int MAX_DEPTH = 64;
    private static final String EXPRESSION = "Expression";

    /** Where a list begins and how long it is; the engine hands a negative number on to the database. */
    private static final String[] PAGE = {"firstResult", "maxResults"};

    private static final RequestMatcher GUARDED =
            Paths.any("/engine-rest/**", "/camunda/api/engine/**", "/camunda/api/cockpit/**");
    private static final RequestMatcher CLAIM = Paths.post(
            "/engine-rest/task/*/claim",
            "/engine-rest/engine/*/task/*/claim",
            "/camunda/api/engine/engine/*/task/*/claim");

    private static final RequestMatcher DEPLOYMENT = Paths.post(
            "/engine-rest/deployment/create",
            "/engine-rest/engine/*/deployment/create",
            "/camunda/api/engine/engine/*/deployment/create");

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Refusals refusals;
    private final QueriesByValue queries;

    /** @param clear names of variables whose values are no secret */
    BodyGuard(Refusals refusals, Predicate<String> clear) {
        this.refusals = refusals;
        this.queries = new QueriesByValue(clear);
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
        if (!Stream.of(PAGE).map(request::getParameterValues).allMatch(BodyGuard::areNumbers)) {
            refusals.write(request, response, HttpStatus.BAD_REQUEST, "refused.page");
            return;
        }
        if (queries.in(request)) {
            refusals.write(request, response, HttpStatus.FORBIDDEN, "refused.query");
            return;
        }
        // a deployment is the only thing that is not JSON; the SOP rules read its files
        boolean deployment = DEPLOYMENT.matches(request);
        int limit = deployment ? MAX_DEPLOYMENT_BYTES : MAX_BYTES;
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            refusals.write(request, response, HttpStatus.PAYLOAD_TOO_LARGE, "refused.large");
        } else if (deployment) {
            chain.doFilter(new ReadBody(request, body), response);
        } else {
            inspected(new ReadBody(request, body), response, chain, body);
        }
    }

    private void inspected(HttpServletRequest request, HttpServletResponse response, FilterChain chain, byte[] bytes)
            throws ServletException, IOException {
        JsonNode body;
        try {
            body = JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            body = NullNode.getInstance();
        }
        // the engine takes "null" for an object and fails on it
        if (body.isNull()) {
            refusals.write(request, response, HttpStatus.BAD_REQUEST, "refused.json");
            return;
        }
        Optional<String> unstorable = StorableText.firstOther(body);
        if (unstorable.isPresent()) {
            refusals.write(request, response, HttpStatus.BAD_REQUEST, "refused.characters", unstorable.get());
            return;
        }
        Finding finding = inspect(body, CLAIM.matches(request) ? request.getRemoteUser() : null);
        if (finding == Finding.NOTHING) {
            chain.doFilter(request, response);
        } else {
            refusals.write(request, response, finding.status, finding.message);
        }
    }

    /** @param claimant who may be named as {@code userId}; null if the request is no claim */
    private Finding inspect(JsonNode body, String claimant) {
        if (hasExpression(body)) {
            return Finding.EXPRESSION;
        }
        if (claimant != null && !claimant.equals(body.path("userId").asText(null))) {
            return Finding.FOR_SOMEBODY_ELSE;
        }
        return queries.in(body) ? Finding.BY_VALUE : Finding.NOTHING;
    }

    private static boolean areNumbers(String[] values) {
        return values == null || Stream.of(values).allMatch(value -> value.matches("[0-9]{0,9}"));
    }

    private static boolean hasExpression(JsonNode body) {
        for (Iterator<String> names = body.fieldNames(); names.hasNext(); ) {
            if (names.next().endsWith(EXPRESSION)) {
                return true;
            }
        }
        for (JsonNode child : body) {
            if (hasExpression(child)) {
                return true;
            }
        }
        return false;
    }

    private enum Finding {
        NOTHING(HttpStatus.OK, ""),
        EXPRESSION(HttpStatus.BAD_REQUEST, "refused.expression"),
        BY_VALUE(HttpStatus.FORBIDDEN, "refused.query"),
        FOR_SOMEBODY_ELSE(HttpStatus.FORBIDDEN, "refused.claim");

        private final HttpStatus status;
        private final String message;

        Finding(HttpStatus status, String message) {
            this.status = status;
            this.message = message;
        }
    }
}
