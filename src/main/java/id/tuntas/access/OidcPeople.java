package id.tuntas.access;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Person;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who an account of the identity provider is here. Issuer and subject decide, never a name: somebody known here is not
 * taken over by an account that happens to be called the same.
 */
@Component
public class OidcPeople {

    private static final Logger LOG = LoggerFactory.getLogger(OidcPeople.class);

    private final OidcSettings settings;
    private final Identities identities;
    private final Accounts accounts;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OidcPeople(
            OidcSettings settings,
            Identities identities,
            Accounts accounts,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.settings = settings;
        this.identities = identities;
        this.accounts = accounts;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The person of an account; made, with groups and districts, if it comes for the first time.
     *
     * @param claims of the ID token and, over them, of the user info
     * @return our user id
     * @throws IllegalArgumentException with a word for the log if nobody may come in with it
     */
    @Transactional
    public String signIn(String issuer, String subject, Map<String, Object> claims) {
        Optional<Link> link = linkOf(issuer, subject);
        String userId = link.map(Link::userId).orElseGet(() -> newIdFor(claims));
        if (link.isPresent() && !accounts.isEnabled(userId)) {
            throw new IllegalArgumentException("disabled");
        }
        if (link.isEmpty() || link.get().provisioned()) {
            List<String> groups = mapped(claims.get(settings.groupsClaim()), settings.groups(), "group");
            List<String> districts = mapped(claims.get(settings.districtsClaim()), settings.districts(), "district");
            if (groups.isEmpty()) {
                throw new IllegalArgumentException("no known group");
            }
            provision(userId, String.valueOf(claims.getOrDefault("name", userId)), groups, districts);
        }
        if (link.isEmpty()) {
            accounts.enable(userId);
            remember(issuer, subject, userId, true);
        }
        return userId;
    }

    /**
     * From now on the account signs in as this person, who asked for it while signed in. His groups and districts stay ours.
     *
     * @throws IllegalArgumentException if either is linked already
     */
    @Transactional
    public void link(String issuer, String subject, String userId) {
        if (linkOf(issuer, subject).isPresent() || isLinked(userId)) {
            throw new IllegalArgumentException("linked already");
        }
        remember(issuer, subject, userId, false);
        events.publishEvent(new AccessEvent.OidcLinked(userId, issuer));
    }

    public boolean isLinked(String userId) {
        return jdbc.sql("select count(*) from oidc_link where user_id = ?")
                        .param(userId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private String newIdFor(Map<String, Object> claims) {
        String userId = UserIds.from(String.valueOf(claims.get(settings.userClaim())));
        if (!UserIds.isValid(userId) || !claims.containsKey(settings.userClaim())) {
            throw new IllegalArgumentException("no usable " + settings.userClaim());
        }
        if (identities.exists(userId)) {
            throw new IllegalArgumentException("the user id exists here and is not linked");
        }
        return userId;
    }

    private void provision(String userId, String name, List<String> groups, List<String> districts) {
        identities.ensurePerson(new Person(userId, name, "", List.of(), List.of()));
        identities.setMemberships(userId, groups, districts);
    }

    /** Ours for theirs, as far as the configuration and the directory know them. */
    private List<String> mapped(Object claim, Map<String, String> ours, String kind) {
        Stream<?> theirs = claim instanceof Collection<?> many
                ? many.stream()
                : Stream.ofNullable(claim)
                        .flatMap(text -> Stream.of(text.toString().split("[ ,]+")));
        List<String> there = ("group".equals(kind) ? identities.groups() : identities.districts())
                .stream().map(Identities.Unit::id).toList();
        return theirs.map(Object::toString)
                .filter(their -> {
                    boolean known = there.contains(ours.getOrDefault(their, ""));
                    if (!known) {
                        LOG.warn("OpenID Connect: {} {} is not mapped to one of ours, ignored", kind, forLog(their));
                    }
                    return known;
                })
                .map(ours::get)
                .distinct()
                .toList();
    }

    private Optional<Link> linkOf(String issuer, String subject) {
        return jdbc.sql("select user_id, provisioned from oidc_link where issuer = ? and subject = ?")
                .params(issuer, subject)
                .query(Link.class)
                .optional();
    }

    private void remember(String issuer, String subject, String userId, boolean provisioned) {
        jdbc.sql("insert into oidc_link (issuer, subject, user_id, provisioned, linked_at) values (?, ?, ?, ?, ?)")
                .params(issuer, subject, userId, provisioned, Timestamp.from(clock.instant()))
                .update();
    }

    private static String forLog(String text) {
        String line = text.replaceAll("[^\\p{Alnum} ._:/@-]", "?");
        return line.length() > 80 ? line.substring(0, 80) : line;
    }

    private record Link(String userId, boolean provisioned) {}
}
