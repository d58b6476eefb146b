package id.tuntas.sop;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;

/**
 * What is stored in clear is a choice, a number or a date, never what somebody writes. The names are those of the vault,
 * read as data: the SOP is checked without knowing keys.
 */
final class ClearNameRules implements Rule {

    private static final Set<String> BOUNDED = Vocabulary.words("select radio checkbox number datetime");

    /** Typed, but refused by the application unless it is the number of a case. */
    private static final String CASE_NUMBER = "nomorKasus";

    private final Set<String> clear;

    ClearNameRules() {
        try (InputStream yaml = ClearNameRules.class.getResourceAsStream("/vault/clear-list.yaml")) {
            clear = new ObjectMapper(new YAMLFactory())
                    .readValue(yaml, new TypeReference<Map<String, String>>() {})
                    .keySet();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the clear list", e);
        }
    }

    @Override
    public void check(Sop sop, Findings findings) {
        for (Sop.FormFile form : sop.forms()) {
            form.components()
                    .filter(field -> clear.contains(field.path("key").asText())
                            && !field.path("key").asText().equals(CASE_NUMBER)
                            && !BOUNDED.contains(field.path("type").asText()))
                    .forEach(field -> findings.add(
                            form.name(),
                            FormRules.label(field),
                            "nama-terbuka",
                            "Isian ini disimpan tanpa penyandian, jadi harus berupa pilihan, angka, atau tanggal.",
                            "This field is stored in clear, so it must be a choice, a number or a date."));
        }
    }
}
