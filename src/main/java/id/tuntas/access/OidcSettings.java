package id.tuntas.access;

import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An OpenID Connect provider as another way to sign in. Off while {@code issuer} is not set.
 *
 * @param issuer what the provider calls itself; its settings are read from there at the first sign-in
 * @param label what the sign-in page calls it
 * @param userClaim claim our user id is made of when somebody comes for the first time
 * @param groupsClaim claim with the provider's groups; {@code groups} says which of ours each one is
 * @param districtsClaim claim with the provider's districts; {@code districts} says which of ours each one is
 * @param strongMethods values of the claim {@code amr} that mean the provider asked for a second factor
 */
@ConfigurationProperties("tuntas.oidc")
public record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        @DefaultValue("OpenID Connect") String label,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("preferred_username") String userClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Map<String, String> groups,
        @DefaultValue("districts") String districtsClaim,
        @DefaultValue Map<String, String> districts,
        @DefaultValue({"mfa", "otp", "hwk"}) List<String> strongMethods) {}
