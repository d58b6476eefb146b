package id.tuntas.engine;

import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Lets the engine answer or act without the rights of whoever is signed in, who stays signed in. */
final class AsNobody {

    private AsNobody() {}

    static <T> T call(IdentityService identities, Supplier<T> action) {
        Authentication signedIn = identities.getCurrentAuthentication();
        identities.clearAuthentication();
        try {
            return action.get();
        } finally {
            if (signedIn != null) {
                identities.setAuthentication(signedIn);
            }
        }
    }
}
