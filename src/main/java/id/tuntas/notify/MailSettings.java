package id.tuntas.notify;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an operator sets about mail beside Spring Boot's {@code spring.mail.*}. */
@Component
class MailSettings {

    private final String baseUrl;
    private final String from;

    /**
     * @param baseUrl where people's browsers find this server, such as {@code https://tuntas.example.go.id}
     * @param from the address mail comes from
     */
    MailSettings(@Value("${tuntas.base-url:}") String baseUrl, @Value("${tuntas.mail.from:}") String from) {
        this.baseUrl = baseUrl.strip().replaceAll("/+$", "");
        this.from = from.strip();
    }

    /** @param path begins with a slash */
    String address(String path) {
        return baseUrl + path;
    }

    String from() {
        return from;
    }

    /** What stands behind the @ of the sender. */
    String domain() {
        return from.substring(from.indexOf('@') + 1);
    }

    /** A sentence for the operator; empty if links can be made. */
    Optional<String> problemWithBaseUrl() {
        try {
            URI uri = URI.create(baseUrl);
            boolean right = uri.getHost() != null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getQuery() == null
                    && uri.getFragment() == null
                    && uri.getUserInfo() == null;
            return right ? Optional.empty() : wrongBaseUrl();
        } catch (IllegalArgumentException e) {
            return wrongBaseUrl();
        }
    }

    /** A sentence for the operator; empty if mail has a sender. */
    Optional<String> problemWithFrom() {
        try {
            new InternetAddress(from, true).validate();
            return from.contains("@") && !from.contains("<") ? Optional.empty() : wrongFrom();
        } catch (AddressException e) {
            return wrongFrom();
        }
    }

    private static Optional<String> wrongBaseUrl() {
        return Optional.of("Surel butuh alamat server ini untuk tautannya. Isi tuntas.base-url, misalnya"
                + " https://tuntas.contoh.go.id.");
    }

    private static Optional<String> wrongFrom() {
        return Optional.of("Surel butuh alamat pengirim. Isi tuntas.mail.from, misalnya tuntas@contoh.go.id.");
    }
}
