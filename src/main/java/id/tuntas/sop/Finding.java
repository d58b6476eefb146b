package id.tuntas.sop;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One thing that is wrong in an SOP file, said so that its author can mend it.
 *
 * @param file resource name in the bundle, for example {@code bpmn/penanganan-korban.bpmn}
 * @param elementId id of the element, key of the form field or the decision rule; empty for the file as a whole
 * @param rule stable kebab-case name of the broken rule
 * @param indonesian one sentence for the author
 * @param english the same sentence in English
 */
public record Finding(String file, String elementId, String rule, String indonesian, String english) {

    /** One finding a line, ready for a log or an error answer. */
    public static String list(List<Finding> findings) {
        return findings.stream().map(Finding::toString).collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return "%s%s [%s] %s | %s"
                .formatted(file, elementId.isEmpty() ? "" : " #" + elementId, rule, indonesian, english);
    }
}
