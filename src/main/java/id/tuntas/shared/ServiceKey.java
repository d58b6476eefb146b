package id.tuntas.shared;

import java.util.regex.Pattern;

/**
 * Names a service of the MoU catalogue, as a step's {@code layanan} does ({@code pemeriksaan-medis}).
 *
 * @param value kebab-case, never null
 */
public record ServiceKey(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public ServiceKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not a service key (kebab-case): " + value);
        }
    }

    public static boolean isValid(String value) {
        return value != null && FORM.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
