package id.tuntas.access;

import java.util.Locale;

/**
 * Where and how somebody gets mail.
 *
 * @param address personal data of the officer: goes to the mail server and to no log
 * @param daily whether he wants the summary of each working day
 * @param language {@code id} or {@code en}
 */
public record MailContact(String userId, String address, boolean daily, String language) {

    public Locale locale() {
        return Locale.forLanguageTag(language);
    }

    /** Without the address, because texts like this one end in logs. */
    @Override
    public String toString() {
        return "MailContact[" + userId + "]";
    }
}
