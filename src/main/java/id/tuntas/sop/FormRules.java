package id.tuntas.sop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** A form is one Tasklist can show and the server can check again: plain fields, each with a name and a label. */
final class FormRules implements Rule {

    private static final Set<String> INPUTS =
            Vocabulary.words("textfield textarea number checkbox checklist radio select taglist datetime");
    private static final Set<String> OTHERS = Vocabulary.words("text group separator spacer");
    private static final Set<String> CHOICES = Vocabulary.words("checklist radio select taglist");
    // what the form editor writes until somebody types a label
    private static final Set<String> EDITOR_LABELS = Set.of(
            "Text field",
            "Text area",
            "Number",
            "Checkbox",
            "Checkbox group",
            "Radio group",
            "Radio",
            "Select",
            "Tag list",
            "Date time",
            "Date",
            "Time",
            "Group");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{0,63}");
    private static final Pattern OPTION = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*|[A-Z][A-Z0-9]*(-[A-Z0-9]+)*");
    private static final Set<String> DYNAMIC = Set.of("valuesKey", "valuesExpression");

    @Override
    public void check(Sop sop, Findings findings) {
        for (Sop.FormFile form : sop.forms()) {
            head(form, findings);
            Set<String> keys = new HashSet<>();
            form.components().forEach(component -> new Check(form.name(), component, findings).all(keys));
        }
    }

    /** What a finding calls a component: its key, else its id. */
    static String label(JsonNode component) {
        return component.path("key").asText(component.path("id").asText());
    }

    /** FEEL of a component without the leading equals sign, wherever form-js reads it. */
    static List<String> feel(JsonNode component) {
        List<String> found = new ArrayList<>();
        component.properties().forEach(property -> {
            JsonNode value = property.getValue();
            if (value.isTextual() && value.asText().startsWith("=")) {
                found.add(value.asText().substring(1).strip());
            } else if (value.isObject()) {
                found.addAll(feel(value));
            }
        });
        return found;
    }

    private static void head(Sop.FormFile form, Findings findings) {
        JsonNode json = form.json();
        if (!Sop.baseName(form.name()).equals(form.id())) {
            findings.add(
                    form.name(),
                    form.id(),
                    "nama-berkas",
                    "Id formulir harus sama dengan nama berkas (\"%s\").".formatted(Sop.baseName(form.name())),
                    "The form id must be the file name (\"%s\").".formatted(Sop.baseName(form.name())));
        }
        if (json.path("schemaVersion").asInt() != 16
                || !json.path("executionPlatform").asText().equals("Camunda Platform")) {
            findings.add(
                    form.name(),
                    "",
                    "versi-formulir",
                    "Formulir harus untuk Camunda Platform dengan schemaVersion 16.",
                    "The form must be for Camunda Platform with schemaVersion 16.");
        }
        if (form.components()
                .noneMatch(component -> INPUTS.contains(component.path("type").asText()))) {
            findings.add(
                    form.name(),
                    "",
                    "formulir-kosong",
                    "Formulir belum punya satu pun isian.",
                    "The form has no field.");
        }
    }

    private record Check(String file, JsonNode component, Findings findings) {

        void all(Set<String> keys) {
            String type = component.path("type").asText();
            require(
                    INPUTS.contains(type) || OTHERS.contains(type),
                    "komponen-tak-diizinkan",
                    "Komponen \"%s\" tidak diizinkan dalam formulir.".formatted(Findings.shorten(type)),
                    "Component \"%s\" is not allowed in a form.".formatted(Findings.shorten(type)));
            if (INPUTS.contains(type)) {
                key(keys);
            }
            labelled(type);
            if (CHOICES.contains(type)) {
                options();
            }
            DYNAMIC.forEach(dynamic -> require(
                    !component.has(dynamic) || dynamic.equals(ServerLists.KEY) && ServerLists.fills(component),
                    "pilihan-dinamis",
                    "Pilihan harus ditulis dalam formulir, bukan diambil dari variabel.",
                    "Options must be written in the form, not taken from a variable."));
            expressions();
        }

        private void key(Set<String> keys) {
            String key = component.path("key").asText();
            require(
                    KEY.matcher(key).matches() && !key.matches("field[0-9].*"),
                    "kunci-tidak-sah",
                    "Kunci isian \"%s\" harus lowerCamel, misalnya tingkatRisiko.".formatted(Findings.shorten(key)),
                    "Field key \"%s\" must be lowerCamel, for example tingkatRisiko.".formatted(Findings.shorten(key)));
            require(
                    keys.add(key),
                    "kunci-ganda",
                    "Kunci isian \"%s\" dipakai dua kali.".formatted(Findings.shorten(key)),
                    "Field key \"%s\" is used twice.".formatted(Findings.shorten(key)));
        }

        private void labelled(String type) {
            String label = component.path("label").asText().strip();
            boolean needed = INPUTS.contains(type) || type.equals("group");
            if (type.equals("datetime")) {
                label = Stream.of("dateLabel", "timeLabel", "label")
                        .map(name -> component.path(name).asText().strip())
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
            }
            require(
                    !needed || !label.isEmpty() && !EDITOR_LABELS.contains(label),
                    "tanpa-label",
                    "Isian ini belum punya label; tulis pertanyaannya dalam bahasa Indonesia.",
                    "This field has no label; write its question in Indonesian.");
            require(
                    !type.equals("text") || !component.path("text").asText().isBlank(),
                    "tanpa-label",
                    "Teks ini kosong; isi atau hapus.",
                    "This text is empty; fill it or remove it.");
            require(
                    component.path("path").asText().isEmpty(),
                    "kelompok-berjalur",
                    "Kelompok tidak boleh punya path; kosongkan.",
                    "A group may have no path; clear it.");
        }

        private void options() {
            Set<String> values = new HashSet<>();
            require(
                    component.path("values").size() > 0 || ServerLists.fills(component),
                    "tanpa-pilihan",
                    "Isian ini belum punya pilihan.",
                    "This field has no options.");
            for (JsonNode option : component.path("values")) {
                String value = option.path("value").asText();
                String shown = Findings.shorten(value);
                require(
                        OPTION.matcher(value).matches(),
                        "nilai-pilihan",
                        "Nilai pilihan \"%s\" harus kebab-case atau HURUF BESAR.".formatted(shown),
                        "Option value \"%s\" must be kebab-case or UPPER CASE.".formatted(shown));
                require(
                        values.add(value),
                        "pilihan-ganda",
                        "Nilai pilihan \"%s\" dipakai dua kali.".formatted(shown),
                        "Option value \"%s\" is used twice.".formatted(shown));
                require(
                        !option.path("label").asText().isBlank(),
                        "tanpa-label",
                        "Pilihan \"%s\" belum punya label.".formatted(shown),
                        "Option \"%s\" has no label.".formatted(shown));
            }
        }

        private void expressions() {
            for (String feel : feel(component)) {
                require(
                        Feel.isExpression(feel),
                        "feel-rusak",
                        "\"%s\" bukan FEEL yang sah; perbaiki.".formatted(Findings.shorten(feel)),
                        "\"%s\" is not valid FEEL; mend it.".formatted(Findings.shorten(feel)));
            }
            try {
                Pattern.compile(component.path("validate").path("pattern").asText());
            } catch (PatternSyntaxException e) {
                require(
                        false,
                        "pola-rusak",
                        "Pola isian tidak sah; perbaiki atau hapus.",
                        "The pattern of the field is not valid; mend or remove it.");
            }
        }

        private void require(boolean holds, String rule, String indonesian, String english) {
            if (!holds) {
                findings.add(file, label(component), rule, indonesian, english);
            }
        }
    }
}
