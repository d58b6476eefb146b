package id.tuntas.notify;

import id.tuntas.access.UnsafeStartException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;

/**
 * With mail that would go over a network in clear, to nobody's server, or from nobody the application refuses to start. It
 * looks once everything is made and before the first port is opened, in the demo too.
 */
class MailChecks implements SmartInitializingSingleton {

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final String SMTP = "spring.mail.properties.mail.smtp.";

    private final Environment environment;
    private final MailSettings settings;

    MailChecks(Environment environment, MailSettings settings) {
        this.environment = environment;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        List<String> problems = problems();
        if (!problems.isEmpty()) {
            throw new UnsafeStartException(problems);
        }
    }

    /** Sentences for the operator: what is wrong and how to mend it. */
    List<String> problems() {
        var problems = new ArrayList<String>();
        settings.problemWithBaseUrl().ifPresent(problems::add);
        settings.problemWithFrom().ifPresent(problems::add);
        String host = environment.getProperty("spring.mail.host", "").strip();
        if (host.isEmpty()) {
            problems.add(
                    "spring.mail.host kosong. Isi dengan server surel, atau hapus barisnya bila surel tidak dipakai.");
        } else if (!LOOPBACK.contains(host)) {
            tls(problems);
        }
        return problems;
    }

    private void tls(List<String> problems) {
        if (!"smtp".equals(environment.getProperty("spring.mail.protocol", "smtp"))) {
            problems.add("spring.mail.protocol harus smtp; TLS diatur dengan spring.mail.ssl.enabled.");
        }
        boolean declared = is("spring.mail.ssl.enabled")
                || environment.containsProperty("spring.mail.ssl.bundle")
                || is(SMTP + "starttls.required");
        if (!declared) {
            problems.add(
                    "Surel akan dikirim tanpa enkripsi. Isi spring.mail.ssl.enabled=true (biasanya porta 465), atau"
                            + " spring.mail.properties.mail.smtp.starttls.enable=true dan"
                            + " spring.mail.properties.mail.smtp.starttls.required=true (porta 587).");
        }
        if ("*".equals(environment.getProperty(SMTP + "ssl.trust", "").strip())
                || !environment.getProperty(SMTP + "ssl.checkserveridentity", Boolean.class, true)) {
            problems.add("Sertifikat server surel tidak diperiksa. Hapus mail.smtp.ssl.trust=* dan"
                    + " mail.smtp.ssl.checkserveridentity=false; sertifikat sendiri dipasang dengan"
                    + " spring.mail.ssl.bundle.");
        }
    }

    private boolean is(String property) {
        return environment.getProperty(property, Boolean.class, false);
    }
}
