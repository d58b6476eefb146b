package id.tuntas.shared;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a shipped list of names of which each has to say why it is there: {@code name: reason}, in YAML. */
public final class ReasonedList {

    private ReasonedList() {}

    /**
     * Reasons by name, in the order of the file.
     *
     * @param resource absolute path on the classpath
     * @throws IllegalStateException naming the first name without a reason
     */
    public static Map<String, String> read(String resource) {
        try (InputStream yaml = ReasonedList.class.getResourceAsStream(resource)) {
            return checked(
                    resource,
                    new ObjectMapper(new YAMLFactory())
                            .readValue(yaml, new TypeReference<LinkedHashMap<String, String>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }

    static Map<String, String> checked(String resource, Map<String, String> reasons) {
        reasons.forEach((name, reason) -> {
            if (reason == null || reason.isBlank()) {
                throw new IllegalStateException(resource + " gives no reason for " + name);
            }
        });
        return Collections.unmodifiableMap(reasons);
    }
}
