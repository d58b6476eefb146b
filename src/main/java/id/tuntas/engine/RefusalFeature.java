package id.tuntas.engine;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * Registers the refusal mappers with both REST applications, {@code /engine-rest} and the web apps' own copy below
 * {@code /camunda/api}; the second one offers no other way in. Found by Jersey through {@code META-INF/services}.
 */
public final class RefusalFeature implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext rest) {
        rest.register(new RefusalMapper.OfRest());
        rest.register(new RefusalMapper.OfEngine());
        rest.register(new RefusalMapper.OfAnything());
        rest.register(new BodyMapper.OfMapping());
        rest.register(new BodyMapper.OfParsing());
    }
}
