package id.tuntas.board;

import id.tuntas.engine.DeployedSop;
import id.tuntas.sop.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the deployed SOP calls its steps, and who stands on their ladders. Looked up anew every minute. */
@Component
public class StepNames {

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final DeployedSop sop;
    private final Clock clock;
    private volatile Known known = new Known(Instant.EPOCH, Map.of(), Map.of());

    StepNames(DeployedSop sop, Clock clock) {
        this.sop = sop;
        this.clock = clock;
    }

    /** The name people see; the id if the deployed SOP does not know the step any more. */
    public String of(String stepId) {
        return Optional.ofNullable(steps().get(stepId))
                .map(Step::name)
                .filter(name -> !name.isBlank())
                .orElse(stepId);
    }

    /** Empty if the deployed SOP does not know the step any more. */
    public Optional<Step> step(String stepId) {
        return Optional.ofNullable(steps().get(stepId));
    }

    /** What the deployed SOP calls a stage; its id if it does not know it any more. */
    public String stage(String stageId) {
        return known().stages.getOrDefault(stageId, stageId);
    }

    /** Ids of the stages that have steps, in the order of the SOP. */
    public List<String> stages() {
        return steps().values().stream()
                .map(Step::stage)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** All steps of the deployed procedures, in their order. */
    public Collection<Step> all() {
        return steps().values();
    }

    /** The group on a rung, from 1 on; empty if there is none, or the deployed SOP does not know the step any more. */
    public Optional<String> onRung(String stepId, int rung) {
        List<String> ladder =
                Optional.ofNullable(steps().get(stepId)).map(Step::eskalasi).orElse(List.of());
        return rung < 1 || rung > ladder.size() ? Optional.empty() : Optional.of(ladder.get(rung - 1));
    }

    private Map<String, Step> steps() {
        return known().steps;
    }

    private Known known() {
        Known now = known;
        Instant instant = clock.instant();
        // a test moves the clock back, too
        if (instant.isBefore(now.at) || now.at.plus(FRESH).isBefore(instant)) {
            Map<String, Step> steps = new LinkedHashMap<>();
            sop.steps().forEach(step -> steps.putIfAbsent(step.key(), step));
            now = new Known(instant, steps, sop.stageNames());
            known = now;
        }
        return now;
    }

    private record Known(Instant at, Map<String, Step> steps, Map<String, String> stages) {}
}
