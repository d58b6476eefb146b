package id.tuntas.engine;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Lets the engine answer or act without the rights of whoever is signed in, who stays signed in. */
final class AsNobody {

    private AsNobody() {}

    static <T> T call(IdentityService identities, Supplier<T> action) {
        return instead(identities, identities::clearAuthentication, action);
    }

    /** As {@link #call}, but in the one district: what is started belongs to it, and no other district is seen. */
    static <T> T callIn(String district, IdentityService identities, Supplier<T> action) {
        return instead(identities, () -> identities.setAuthentication(null, List.of(), List.of(district)), action);
    }

    private static <T> T instead(IdentityService identities, Runnable somebodyElse, Supplier<T> action) {
        Authentication signedIn = identities.getCurrentAuthentication();
        somebodyElse.run();
        try {
            return action.get();
        } finally {
            if (signedIn == null) {
                identities.clearAuthentication();
            } else {
                identities.setAuthentication(signedIn);
            }
        }
    }
}
