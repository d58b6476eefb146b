package id.tuntas.access;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator may set about signing in.
 *
 * @param idleTimeout a session in which nobody did anything for this long ends
 * @param absoluteTimeout a session ends after this long whatever was done in it
 * @param secondFactorGroups ids of groups whose people must have a second factor
 * @param secretKeyFile file with 32 random bytes in Base64, the same on every node; null if not set
 */
@ConfigurationProperties("tuntas.access")
public record AccessSettings(
        @DefaultValue("30m") Duration idleTimeout,
        @DefaultValue("12h") Duration absoluteTimeout,
        @DefaultValue Set<String> secondFactorGroups,
        Path secretKeyFile) {}
