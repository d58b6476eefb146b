package id.tuntas.sop;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Nothing asks for a variable that nobody sets: a misspelt name would read as empty and send the case astray. */
final class VariableRules implements Rule {

    /** Set by the application for every case, or by the engine for every instance of a repeated step. */
    private static final Set<String> GIVEN = Vocabulary.words(
            "nomorKasus daerah tingkatRisiko loopCounter nrOfInstances nrOfActiveInstances nrOfCompletedInstances");

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    @Override
    public void check(Sop sop, Findings findings) {
        Set<String> known = set(sop);
        for (Sop.BpmnFile file : sop.bpmn()) {
            file.xml().all().forEach(element -> check(file.name(), element, known, findings));
        }
        for (Sop.DmnFile file : sop.dmn()) {
            file.xml()
                    .all()
                    .filter(element -> element.name.equals("inputExpression"))
                    .forEach(element -> element.children.forEach(text -> Feel.variables(text.text())
                            .forEach(name -> known(file.name(), element.nearestId(), name, known, findings))));
        }
        for (Sop.FormFile form : sop.forms()) {
            form.components().forEach(component -> FormRules.feel(component).forEach(feel -> Feel.variables(feel)
                    .forEach(name -> known(form.name(), FormRules.label(component), name, known, findings))));
        }
    }

    private static void check(String file, XmlElement element, Set<String> known, Findings findings) {
        element.attributes.forEach((name, value) -> {
            if (!name.getLocalPart().equals("delegateExpression")) {
                read(file, element, value, known, findings);
            }
        });
        read(file, element, element.text(), known, findings);
        String collection = element.camunda("collection");
        if (collection != null && NAME.matcher(collection).matches()) {
            known(file, element.nearestId(), collection, known, findings);
        }
        if (element.isCamunda("in") && element.attribute("source") != null) {
            known(file, element.nearestId(), element.attribute("source"), known, findings);
        }
    }

    private static void read(String file, XmlElement element, String text, Set<String> known, Findings findings) {
        try {
            ExpressionGrammar.variablesIn(text)
                    .forEach(name -> known(file, element.nearestId(), name, known, findings));
        } catch (IllegalArgumentException e) {
            // told by ExpressionRules
        }
    }

    private static void known(String file, String id, String name, Set<String> known, Findings findings) {
        if (!known.contains(name)) {
            findings.add(
                    file,
                    id,
                    "variabel-tak-dikenal",
                    "Variabel \"%s\" tidak diisi oleh formulir atau langkah mana pun; periksa ejaannya."
                            .formatted(Findings.shorten(name)),
                    "No form and no step sets variable \"%s\"; check its spelling.".formatted(Findings.shorten(name)));
        }
    }

    private static Set<String> set(Sop sop) {
        Set<String> names = new HashSet<>(GIVEN);
        for (Sop.BpmnFile file : sop.bpmn()) {
            file.xml().all().forEach(element -> {
                add(names, element.camunda("resultVariable"));
                add(names, element.camunda("elementVariable"));
                add(names, element.camunda("escalationCodeVariable"));
                add(names, element.camunda("initiator"));
                names.addAll(Vocabulary.SET_BY_DELEGATE.getOrDefault(
                        String.valueOf(element.camunda("delegateExpression")), Set.of()));
                if (element.isCamunda("inputParameter") || element.isCamunda("outputParameter")) {
                    add(names, element.attribute("name"));
                }
                if (element.isCamunda("in") || element.isCamunda("out")) {
                    add(names, element.attribute("target"));
                }
            });
        }
        sop.dmn().forEach(file -> file.xml()
                .all()
                .filter(element -> element.name.equals("output") || element.name.equals("variable"))
                .forEach(element -> add(names, element.attribute("name"))));
        sop.forms().forEach(form -> form.components()
                .filter(component -> !component.path("disabled").asBoolean())
                .map(component -> component.path("key"))
                .filter(JsonNode::isTextual)
                .forEach(key -> names.add(key.asText())));
        return names;
    }

    private static void add(Set<String> names, String name) {
        if (name != null) {
            names.add(name);
        }
    }
}
