package id.tuntas.access;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people there are, with what an administrator has to know of their accounts. */
@Component
@Transactional(readOnly = true)
public class PeopleDirectory {

    private final Identities identities;
    private final JdbcClient jdbc;

    PeopleDirectory(Identities identities, JdbcClient jdbc) {
        this.identities = identities;
        this.jdbc = jdbc;
    }

    /**
     * Everybody whose id or name contains the words, by id.
     *
     * @param limit at most so many
     */
    public List<Account> search(String words, int limit) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        Set<String> enabled = ids("select user_id from account where enabled = true");
        Set<String> passwords = ids("select user_id from credential");
        Set<String> linked = ids("select user_id from oidc_link");
        Set<String> factors = ids("select user_id from second_factor");
        Set<String> keys = ids("select user_id from passkey");
        return identities.everybody().stream()
                .filter(person -> (person.id() + " " + nameOf(person))
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .limit(limit)
                .map(person -> new Account(
                        person.id(),
                        nameOf(person),
                        identities.groupsOf(person.id()),
                        identities.districtsOf(person.id()),
                        enabled.contains(person.id()),
                        passwords.contains(person.id()),
                        factors.contains(person.id()),
                        keys.contains(person.id()),
                        linked.contains(person.id())))
                .toList();
    }

    public Optional<Account> find(String userId) {
        return search(userId, Integer.MAX_VALUE).stream()
                .filter(account -> account.id().equals(userId))
                .findFirst();
    }

    private static String nameOf(Person person) {
        return (String.valueOf(person.firstName()) + " " + (person.lastName() == null ? "" : person.lastName()))
                .strip();
    }

    private Set<String> ids(String sql) {
        return new HashSet<>(jdbc.sql(sql).query(String.class).list());
    }

    /** Somebody as the administrator sees him. Groups and districts are ids. */
    public record Account(
            String id,
            String name,
            List<String> groups,
            List<String> districts,
            boolean enabled,
            boolean hasPassword,
            boolean hasSecondFactor,
            boolean hasPasskey,
            boolean usesProvider) {}
}
