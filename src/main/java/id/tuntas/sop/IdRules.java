package id.tuntas.sop;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Ids speak: none is made by a tool, none is used twice, all can stand in a table column and in a log line. */
final class IdRules implements Rule {

    private static final Pattern GENERATED = Pattern.compile("[A-Z][A-Za-z]*_[0-9a-z]+|sid-.*|id_?[0-9a-f-]{8,}");
    private static final Pattern SOUND = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
    // the Modeler offers no field for the id of these
    private static final Set<String> UNNAMED = Vocabulary.words("definitions conditionExpression condition timeDate"
            + " timeDuration timeCycle loopCardinality completionCondition multiInstanceLoopCharacteristics");

    @Override
    public void check(Sop sop, Findings findings) {
        for (Sop.BpmnFile file : sop.bpmn()) {
            file.xml()
                    .all()
                    .filter(element -> Vocabulary.BPMN.equals(element.namespace) && hasId(element))
                    .forEach(element -> check(file.name(), element, findings));
        }
        for (Sop.DmnFile file : sop.dmn()) {
            file.xml()
                    .all()
                    .filter(element -> element.name.equals("decision") && hasId(element))
                    .forEach(element -> check(file.name(), element, findings));
        }
        uniqueAcrossFiles(sop, findings);
    }

    private static boolean hasId(XmlElement element) {
        return element.attribute("id") != null
                && !UNNAMED.contains(element.name)
                && !element.name.endsWith("EventDefinition");
    }

    private static void check(String file, XmlElement element, Findings findings) {
        String id = element.attribute("id");
        if (GENERATED.matcher(id).matches()) {
            findings.add(
                    file,
                    id,
                    "id-bawaan",
                    "Id \"%s\" dibuat oleh alat; ganti dengan nama yang bermakna.".formatted(Findings.shorten(id)),
                    "Id \"%s\" was made by a tool; give it a speaking name.".formatted(Findings.shorten(id)));
        } else if (!SOUND.matcher(id).matches()) {
            findings.add(
                    file,
                    id,
                    "id-tidak-sah",
                    "Id hanya boleh memuat huruf tanpa aksen, angka, titik, dan tanda hubung, paling banyak 100 karakter.",
                    "An id may hold plain letters, digits, dots and hyphens only, at most 100 characters.");
        }
    }

    private static void uniqueAcrossFiles(Sop sop, Findings findings) {
        Map<String, String> owners = new HashMap<>();
        sop.bpmn().forEach(file -> file.processes()
                .forEach(process -> claim(owners, "proses", process.getId(), file.name(), findings)));
        sop.dmn().forEach(file -> file.xml()
                .all()
                .filter(element -> element.name.equals("decision") && element.attribute("id") != null)
                .forEach(element -> claim(owners, "keputusan", element.attribute("id"), file.name(), findings)));
        sop.forms().forEach(file -> claim(owners, "formulir", file.id(), file.name(), findings));
    }

    private static void claim(Map<String, String> owners, String kind, String id, String file, Findings findings) {
        String owner = owners.putIfAbsent(kind + " " + id, file);
        if (owner != null) {
            findings.add(
                    file,
                    id,
                    "id-ganda",
                    "Id %s \"%s\" sudah dipakai di %s; pakai id lain.".formatted(kind, Findings.shorten(id), owner),
                    "Id \"%s\" is already used in %s; choose another.".formatted(Findings.shorten(id), owner));
        }
    }
}
