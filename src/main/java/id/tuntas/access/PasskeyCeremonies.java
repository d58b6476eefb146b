package id.tuntas.access;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJackson2Module;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * Spring Security's part of WebAuthn, set as we want it: the authenticator must verify its user (PIN, finger, face), must
 * find the key without being told whose it is, and need not say who made it. And the JSON of browsers.
 */
@Component
class PasskeyCeremonies {

    /** Far above what an authenticator says without a certificate, which nobody asks for. */
    private static final int LONGEST_ANSWER = 16_000;

    private static final int DEEPEST = 10;

    /** Trailing tokens are let pass: Spring Security's readers use the mapper again, in the middle of the text. */
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .addModule(new WebauthnJackson2Module())
            .build();

    private final PasskeySettings settings;
    private final Environment environment;
    private final PasskeyOwners owners;
    private final PasskeyStore store;
    private WebAuthnRelyingPartyOperations operations;

    PasskeyCeremonies(PasskeySettings settings, Environment environment, PasskeyOwners owners, PasskeyStore store) {
        this.settings = settings;
        this.environment = environment;
        this.owners = owners;
        this.store = store;
    }

    /** Made at the first use: on localhost the port is part of the address, and known only once the server runs. */
    synchronized WebAuthnRelyingPartyOperations operations() {
        if (operations == null) {
            operations = make();
        }
        return operations;
    }

    static String json(Object options) {
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws PasskeyRefusedException if it is not what a browser sends */
    static <T> T read(String answer, TypeReference<T> type) {
        try {
            T read = answer.length() > LONGEST_ANSWER ? null : JSON.readValue(answer, type);
            if (read == null) {
                throw new PasskeyRefusedException(null, null);
            }
            return read;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new PasskeyRefusedException(null, e);
        }
    }

    private WebAuthnRelyingPartyOperations make() {
        var made = new Webauthn4JRelyingPartyOperations(
                owners,
                store,
                PublicKeyCredentialRpEntity.builder()
                        .id(settings.relyingParty())
                        .name("Tuntas")
                        .build(),
                origins());
        made.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .build()));
        made.setCustomizeRequestOptions(options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return made;
    }

    private Set<String> origins() {
        if (!settings.origins().isEmpty()) {
            return Set.copyOf(settings.origins());
        }
        return Set.of(
                settings.relyingParty().equals(PasskeySettings.LOCAL)
                        ? "http://localhost:" + environment.getProperty("local.server.port")
                        : "https://" + settings.relyingParty());
    }
}
