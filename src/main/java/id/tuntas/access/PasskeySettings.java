package id.tuntas.access;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Passkeys as another way to sign in. Off while {@code relyingParty} is not set.
 *
 * @param relyingParty host name that passkeys are made for and under which they work for ever; changing it makes all of
 *     them worthless
 * @param origins addresses whose pages may use them; empty = {@code https://} and the host name, for {@code localhost}
 *     plain HTTP and the port of the server
 */
@ConfigurationProperties("tuntas.sign-in.passkeys")
public record PasskeySettings(String relyingParty, @DefaultValue List<String> origins) {

    static final String LOCAL = "localhost";

    private static final String PROPERTY = "tuntas.sign-in.passkeys";
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

    public boolean isOn() {
        return relyingParty != null && !relyingParty.isBlank();
    }

    /** Sentences for the operator about what a browser would not take; none while passkeys are off. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        if (!isOn()) {
            return problems;
        }
        if (!HOST.matcher(relyingParty).matches() || isLocal(relyingParty)) {
            problems.add("Kunci sandi hanya berlaku untuk satu nama host. Isi " + PROPERTY
                    + ".relying-party dengan nama host"
                    + " saja, huruf kecil, tanpa https:// dan tanpa porta, misalnya tuntas.contoh.go.id; bukan localhost"
                    + " dan bukan alamat IP. Kosongkan bila kunci sandi tidak dipakai.");
            return problems;
        }
        origins.stream()
                .filter(origin -> !isOfTheHost(origin))
                .forEach(origin -> problems.add(PROPERTY + ".origins: \"" + origin + "\" tidak dapat dipakai. Tulis"
                        + " alamat https dari " + relyingParty
                        + " atau subdomainnya, tanpa garis miring di akhir, misalnya"
                        + " https://" + relyingParty + "."));
        return problems;
    }

    private static boolean isLocal(String host) {
        return host.equals(LOCAL) || host.endsWith("." + LOCAL);
    }

    /** Exactly what a browser sends as its origin. */
    private boolean isOfTheHost(String origin) {
        try {
            URI uri = URI.create(origin);
            String host = uri.getHost();
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return host != null
                    && (host.equals(relyingParty) || host.endsWith("." + relyingParty))
                    && uri.getPort() != 443
                    && origin.equals("https://" + host + port);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
