package id.tuntas.sop;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads a form strictly: UTF-8, one JSON object, no key twice, bounded depth. */
final class FormReader {

    private static final int MAX_DEPTH = 64;

    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_DEPTH)
                            .maxNumberLength(30)
                            .build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FormReader() {}

    /** @throws Unreadable if it is not one plain JSON object */
    static JsonNode read(byte[] bytes) throws Unreadable {
        String json = SafeXml.decode(bytes);
        try {
            JsonNode root = MAPPER.readTree(json);
            if (root != null && root.isObject()) {
                return root;
            }
        } catch (JsonProcessingException e) {
            String line = e.getLocation() == null
                    ? "?"
                    : String.valueOf(e.getLocation().getLineNr());
            String reason = Findings.shorten(e.getOriginalMessage());
            throw new Unreadable(
                    "berkas-rusak",
                    "Formulir bukan JSON yang utuh (baris " + line + ": " + reason + "); simpan ulang dari Modeler.",
                    "The form is not well-formed JSON (line " + line + ": " + reason + "); save it again.");
        }
        throw new Unreadable(
                "berkas-salah-jenis",
                "Formulir harus berupa satu objek JSON; simpan ulang dari Camunda Modeler.",
                "A form must be one JSON object; save it again from Camunda Modeler.");
    }
}
