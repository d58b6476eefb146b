package id.tuntas.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.webauthn4j.converter.util.CborConverter;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.data.attestation.authenticator.EC2COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An authenticator in software, with the browser around it. It also does what no real one does, if it is told to. */
final class SoftwareKey {

    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int WITH_KEY = 64;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final CborConverter CBOR = new ObjectConverter().getCborConverter();

    String origin;
    String relyingParty;
    boolean verifies = true;
    long count;

    private final byte[] id = new byte[32];
    private final KeyPair pair;
    private String handle;

    SoftwareKey(String relyingParty) {
        this.relyingParty = relyingParty;
        this.origin = "https://" + relyingParty;
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    String create(String options) {
        JsonNode asked = tree(options);
        handle = asked.path("user").path("id").asText();
        byte[] cose = CBOR.writeValueAsBytes(
                EC2COSEKey.create((ECPublicKey) pair.getPublic(), COSEAlgorithmIdentifier.ES256));
        byte[] key = ByteBuffer.allocate(18 + id.length + cose.length)
                .put(new byte[16])
                .putShort((short) id.length)
                .put(id)
                .put(cose)
                .array();
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("fmt", "none");
        statement.put("attStmt", Map.of());
        statement.put("authData", says(WITH_KEY, key));
        return answer(Map.of(
                "attestationObject", text(CBOR.writeValueAsBytes(statement)),
                "clientDataJSON", text(clientData("webauthn.create", asked)),
                "transports", List.of("internal")));
    }

    String get(String options) {
        return get(options, handle);
    }

    /** Says that it belongs to this handle. */
    String get(String options, String whose) {
        byte[] says = says(0, new byte[0]);
        byte[] client = clientData("webauthn.get", tree(options));
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(says);
            signature.update(sha256(client));
            return answer(Map.of(
                    "authenticatorData", text(says),
                    "clientDataJSON", text(client),
                    "signature", text(signature.sign()),
                    "userHandle", whose));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(Map<String, Object> response) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("id", text(id));
        answer.put("rawId", text(id));
        answer.put("type", "public-key");
        answer.put("response", response);
        answer.put("clientExtensionResults", Map.of());
        try {
            return JSON.writeValueAsString(answer);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] says(int flags, byte[] more) {
        return ByteBuffer.allocate(37 + more.length)
                .put(sha256(relyingParty.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0)))
                .putInt((int) count)
                .put(more)
                .array();
    }

    private byte[] clientData(String type, JsonNode asked) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, asked.path("challenge").asText(), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(json, e);
        }
    }
}
