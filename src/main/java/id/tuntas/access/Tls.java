package id.tuntas.access;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.core.env.Environment;

/** Whether what the browser sends is encrypted on its way here, as far as the settings say so. */
public final class Tls {

    private static final Set<String> FORWARDED = Set.of("native", "framework");
    private static final List<String> OWN =
            List.of("server.ssl.key-store", "server.ssl.certificate", "server.ssl.bundle");

    private Tls() {}

    /** Own TLS, or a proxy with TLS in front whose headers are read. */
    public static boolean isDeclared(Environment environment) {
        boolean own = OWN.stream().anyMatch(environment::containsProperty)
                && environment.getProperty("server.ssl.enabled", Boolean.class, true);
        return own
                || environment.getProperty("tuntas.tls-proxy", Boolean.class, false)
                        && FORWARDED.contains(environment
                                .getProperty("server.forward-headers-strategy", "")
                                .toLowerCase(Locale.ROOT));
    }
}
