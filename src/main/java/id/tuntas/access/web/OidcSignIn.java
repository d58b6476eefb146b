package id.tuntas.access.web;

import id.tuntas.access.OidcPeople;
import id.tuntas.access.OidcSettings;
import id.tuntas.engine.Identities;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.OidcUserInfo;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Makes of an account of the provider one of our people: name and authorities are ours, everywhere. */
@Component
class OidcSignIn implements OAuth2UserService<OidcUserRequest, OidcUser> {

    private static final Logger LOG = LoggerFactory.getLogger(OidcSignIn.class);
    private static final String USER = "tuntas_user";
    private static final String STRONG = "tuntas_strong";
    private static final String LINK = "tuntas.oidc-link";

    private final OidcUserService provider = new OidcUserService();
    private final OidcPeople people;
    private final OidcSettings settings;
    private final Identities identities;

    OidcSignIn(OidcPeople people, OidcSettings settings, Identities identities) {
        this.people = people;
        this.settings = settings;
        this.identities = identities;
    }

    static boolean is(Authentication who) {
        return who.getPrincipal() instanceof OidcUser;
    }

    /** Whether the provider says that it asked for a second factor itself. */
    static boolean isStrong(Authentication who) {
        return who.getPrincipal() instanceof OidcUser user && Boolean.TRUE.equals(user.getClaim(STRONG));
    }

    /** The person who is signed in in this session wants his account there linked. */
    static void allowLink(HttpServletRequest request, String userId) {
        request.getSession().setAttribute(LINK, userId);
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcUser account = provider.loadUser(request);
        String issuer = String.valueOf(account.getIssuer());
        String userId;
        try {
            String wantsLink = whoWantsALink();
            if (wantsLink != null) {
                people.link(issuer, account.getSubject(), wantsLink);
            }
            userId = people.signIn(issuer, account.getSubject(), account.getClaims());
        } catch (IllegalArgumentException e) {
            LOG.warn("OpenID Connect: an account of {} was refused: {}", issuer, e.getMessage());
            throw new OAuth2AuthenticationException("access_denied");
        }
        return ours(account, userId);
    }

    private OidcUser ours(OidcUser account, String userId) {
        Map<String, Object> claims = new HashMap<>();
        claims.put("sub", account.getSubject());
        claims.put(USER, userId);
        List<String> methods = account.getIdToken().getClaimAsStringList("amr");
        claims.put(STRONG, methods != null && methods.stream().anyMatch(settings.strongMethods()::contains));
        var groups = identities.groupsOf(userId).stream()
                .map(SimpleGrantedAuthority::new)
                .toList();
        return new DefaultOidcUser(groups, account.getIdToken(), new OidcUserInfo(claims), USER);
    }

    /** Asked for in this session, by whoever is still signed in in it; once. */
    private static String whoWantsALink() {
        var request = ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        HttpSession session = request.getSession();
        Object wanted = session.getAttribute(LINK);
        session.removeAttribute(LINK);
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && Objects.equals(wanted, who.getName()) ? who.getName() : null;
    }
}
