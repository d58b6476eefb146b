package id.tuntas.shared;

import java.time.ZoneId;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A district that runs the procedure; its id is the tenant id in the engine.
 *
 * @param id kebab-case, never null
 * @param code short upper-case word that begins its case numbers
 * @param name as people write it
 * @param zone where its days begin and end
 */
public record District(String id, String code, String name, ZoneId zone) {

    private static final Pattern CODE = Pattern.compile("[A-Z0-9]{2,16}");

    public District {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(zone, "zone");
        if (code == null || !CODE.matcher(code).matches()) {
            throw new IllegalArgumentException("A district code is 2 to 16 capital letters or digits: " + code);
        }
    }
}
