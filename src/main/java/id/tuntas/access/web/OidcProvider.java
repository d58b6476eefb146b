package id.tuntas.access.web;

import id.tuntas.access.OidcSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;

/** The provider, if there is one. It is asked for its settings when somebody first goes there, not at the start. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("tuntas.oidc.issuer")
class OidcProvider {

    static final String ID = "penyedia";

    @Bean
    ClientRegistrationRepository clientRegistrations(OidcSettings settings) {
        return new ClientRegistrationRepository() {

            private ClientRegistration known;

            @Override
            public synchronized ClientRegistration findByRegistrationId(String id) {
                if (!ID.equals(id)) {
                    return null;
                }
                if (known == null) {
                    known = discover(settings);
                }
                return known;
            }
        };
    }

    /** Tokens are for signing in only, so nobody keeps them. */
    @Bean
    OAuth2AuthorizedClientRepository noTokens() {
        return new OAuth2AuthorizedClientRepository() {

            @Override
            public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
                    String id, Authentication who, HttpServletRequest request) {
                return null;
            }

            @Override
            public void saveAuthorizedClient(
                    OAuth2AuthorizedClient client,
                    Authentication who,
                    HttpServletRequest request,
                    HttpServletResponse response) {
                // on purpose
            }

            @Override
            public void removeAuthorizedClient(
                    String id, Authentication who, HttpServletRequest request, HttpServletResponse response) {
                // there is none
            }
        };
    }

    private static ClientRegistration discover(OidcSettings settings) {
        return ClientRegistrations.fromOidcIssuerLocation(settings.issuer())
                .registrationId(ID)
                .clientId(settings.clientId())
                .clientSecret(settings.clientSecret())
                .clientName(settings.label())
                .scope(settings.scopes())
                .build();
    }
}
