package id.tuntas.vault;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * The names of variables whose values are stored in clear, each with the reason; everything else is secret. Shipped as
 * {@code vault/clear-list.yaml}, because an expression reads an encrypted value as well as a clear one: only what is
 * searched or counted by SQL has to be here.
 */
@Component
public class ClearList {

    public static final int AT_MOST = 25;

    private final Map<String, String> reasons;

    ClearList() {
        this(read("/vault/clear-list.yaml"));
    }

    ClearList(Map<String, String> reasons) {
        if (reasons.size() > AT_MOST) {
            throw new IllegalStateException(
                    "The clear list has " + reasons.size() + " names, it may have " + AT_MOST + " at most");
        }
        reasons.forEach((name, reason) -> {
            if (reason == null || reason.isBlank()) {
                throw new IllegalStateException("The clear list gives no reason for " + name);
            }
        });
        this.reasons = Map.copyOf(reasons);
    }

    public boolean contains(String variable) {
        return variable != null && reasons.containsKey(variable);
    }

    /** Reasons by name. */
    public Map<String, String> reasons() {
        return new TreeMap<>(reasons);
    }

    private static Map<String, String> read(String resource) {
        try (InputStream yaml = ClearList.class.getResourceAsStream(resource)) {
            return new ObjectMapper(new YAMLFactory()).readValue(yaml, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + resource, e);
        }
    }
}
