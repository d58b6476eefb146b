package id.tuntas.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mail addresses of people. Who has none gets no mail; nobody signs in or sets a password by mail. */
@Component
@Transactional
public class MailContacts {

    /**
     * Narrower than RFC 5321: no quotes, comments, blanks, line ends or second address can be in it, so it stays one
     * recipient and one header line.
     */
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9_%+'-]+(\\.[A-Za-z0-9_%+'-]+)*@[A-Za-z0-9](-?[A-Za-z0-9])*(\\.[A-Za-z0-9](-?[A-Za-z0-9])*)+");

    private static final int LONGEST = 254;
    private static final int LONGEST_LOCAL_PART = 64;
    private static final Set<String> LANGUAGES = Set.of("id", "en");
    private static final String SELECT = "select c.user_id, c.address, c.daily, c.language from mail_contact c ";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    MailContacts(JdbcClient jdbc, Accounts accounts, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Optional<MailContact> find(String userId) {
        return jdbc.sql(SELECT + "where c.user_id = ?")
                .param(userId)
                .query(MailContact.class)
                .optional();
    }

    /** The contact of somebody who may sign in. */
    @Transactional(readOnly = true)
    public Optional<MailContact> findEnabled(String userId) {
        return jdbc.sql(SELECT + "join account a on a.user_id = c.user_id where a.enabled = true and c.user_id = ?")
                .param(userId)
                .query(MailContact.class)
                .optional();
    }

    /** The contacts of all who may sign in, by user id. */
    @Transactional(readOnly = true)
    public List<MailContact> enabled() {
        return jdbc.sql(SELECT + "join account a on a.user_id = c.user_id where a.enabled = true order by c.user_id")
                .query(MailContact.class)
                .list();
    }

    /**
     * What somebody wants for himself.
     *
     * @param address blank = none, and no mail
     * @throws IllegalArgumentException with the key of a message
     */
    public void keepOwn(String userId, String address, boolean daily, String language) {
        if (!LANGUAGES.contains(language)) {
            throw new IllegalArgumentException("mail.wrong.language");
        }
        store(new MailContact(userId, checked(address), daily, language), userId);
    }

    /** As an administrator sets it; what else the person has chosen stays. */
    void keep(String userId, String address, String by) {
        String checked = checked(address);
        accounts.oneAtATime(userId);
        MailContact before = find(userId).orElse(new MailContact(userId, "", true, "id"));
        store(new MailContact(userId, checked, before.daily(), before.language()), by);
    }

    private void store(MailContact contact, String by) {
        // of two presses at once that find no row both would add one
        accounts.oneAtATime(contact.userId());
        String before = find(contact.userId()).map(MailContact::address).orElse("");
        jdbc.sql("delete from mail_contact where user_id = ?")
                .param(contact.userId())
                .update();
        if (!contact.address().isEmpty()) {
            jdbc.sql("insert into mail_contact (user_id, address, daily, language) values (?, ?, ?, ?)")
                    .params(contact.userId(), contact.address(), contact.daily(), contact.language())
                    .update();
        }
        if (!before.equals(contact.address())) {
            events.publishEvent(new AccessEvent.MailAddressChanged(contact.userId(), by));
        }
    }

    private static String checked(String address) {
        String stripped = address.strip();
        boolean right = stripped.length() <= LONGEST
                && stripped.indexOf('@') <= LONGEST_LOCAL_PART
                && ADDRESS.matcher(stripped).matches();
        if (!stripped.isEmpty() && !right) {
            throw new IllegalArgumentException("mail.wrong.address");
        }
        return stripped;
    }
}
