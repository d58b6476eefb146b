package id.tuntas.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** An OpenID Connect provider on loopback that believes everybody. */
final class MockIssuer {

    static final MockIssuer INSTANCE = new MockIssuer();

    private final Map<String, Map<String, Object>> claimsOfCode = new ConcurrentHashMap<>();
    private final RSAKey key;
    private final String issuer;

    private MockIssuer() {
        try {
            key = new RSAKeyGenerator(2048).keyID("kunci").generate();
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            issuer = "http://127.0.0.1:" + server.getAddress().getPort();
            answer(server, "/.well-known/openid-configuration", exchange -> discovery());
            answer(server, "/jwks", exchange -> new JWKSet(key.toPublicJWK()).toString());
            answer(server, "/token", this::token);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A code that will be worth an ID token with these claims. */
    String codeFor(Map<String, Object> claims) {
        String code = UUID.randomUUID().toString();
        claimsOfCode.put(code, claims);
        return code;
    }

    private String token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String code = form.replaceAll("(?:.*&)?code=([^&]+).*", "$1");
        return """
                {"access_token": "x", "token_type": "Bearer", "expires_in": 60, "id_token": "%s"}"""
                .formatted(idToken(claimsOfCode.remove(code)));
    }

    private String idToken(Map<String, Object> claims) {
        var now = Instant.now();
        var builder = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience("tuntas")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        claims.forEach(builder::claim);
        try {
            var token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("kunci").build(), builder.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "subject_types_supported": ["public"],
                 "response_types_supported": ["code"], "id_token_signing_alg_values_supported": ["RS256"]}"""
                .formatted(issuer);
    }

    private static void answer(HttpServer server, String path, Answer answer) {
        server.createContext(path, exchange -> {
            byte[] body = answer.to(exchange).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private interface Answer {
        String to(HttpExchange exchange) throws IOException;
    }

    /** Tells an application context where the issuer is. */
    static final class Started implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of("tuntas.oidc.issuer=" + INSTANCE.issuer).applyTo(context);
        }
    }
}
