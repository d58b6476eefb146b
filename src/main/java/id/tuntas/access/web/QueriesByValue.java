package id.tuntas.access.web;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * Finds questions that would tell a protected value by their answer: "which cases have this name?". Asked by value, or
 * sorted by it, at any depth, of whatever resource.
 */
final class QueriesByValue {

    private static final List<String> PARAMETERS = List.of(
            "variables",
            "processVariables",
            "taskVariables",
            "caseInstanceVariables",
            "processInstanceVariables",
            "variableValues");

    private final Predicate<String> clear;

    /** @param clear names of values that are no secret */
    QueriesByValue(Predicate<String> clear) {
        this.clear = clear;
    }

    /** {@code processVariables=name_eq_value,name_like_value}. */
    boolean in(HttpServletRequest request) {
        return Collections.list(request.getParameterNames()).stream()
                        .filter(PARAMETERS::contains)
                        .flatMap(parameter -> Arrays.stream(request.getParameterValues(parameter)))
                        .flatMap(conditions -> Arrays.stream(conditions.split(",")))
                        .anyMatch(condition -> !clear.test(condition.split("_", 2)[0]))
                || isByVariable(request.getParameter("sortBy"));
    }

    /** A condition has a name, a value and an operator; a sorting by a variable names it among its parameters. */
    boolean in(JsonNode body) {
        if (body.has("operator") && (body.has("name") || body.has("variableName"))) {
            return !clear.test(
                    body.path(body.has("name") ? "name" : "variableName").asText());
        }
        if (body.has("sortBy") && isByVariable(body.path("sortBy").asText())) {
            return !clear.test(body.path("parameters").path("variable").asText());
        }
        for (JsonNode child : body) {
            if (in(child)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isByVariable(String sortBy) {
        return sortBy != null && sortBy.toLowerCase(Locale.ROOT).contains("variable");
    }
}
