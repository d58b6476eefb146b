package id.tuntas.engine;

import java.util.Set;

/**
 * An open step as the door sees it, when somebody asks for its values.
 *
 * @param caseNumber null if the process belongs to no case yet
 * @param processInstanceId root of the case
 * @param districtId null if none
 * @param assignee null while nobody has taken the step
 * @param shown the variables its form shows
 */
public record StepLook(
        String stepId,
        String stepKey,
        String caseNumber,
        String processInstanceId,
        String districtId,
        String assignee,
        Set<String> shown) {}
