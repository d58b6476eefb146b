package id.tuntas.engine;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The names of variables that go with a case to another district, each with the reason; everything else stays. */
final class HandoverList {

    private static final String RESOURCE = "/handover/handover-list.yaml";

    private HandoverList() {}

    /** Reasons by name, in the order of the file. */
    static Map<String, String> reasons() {
        try (InputStream yaml = HandoverList.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper(new YAMLFactory())
                    .readValue(yaml, new TypeReference<LinkedHashMap<String, String>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + RESOURCE, e);
        }
    }
}
