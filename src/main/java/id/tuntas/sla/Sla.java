package id.tuntas.sla;

import id.tuntas.shared.CurrentTask;
import id.tuntas.shared.DistrictZones;
import id.tuntas.shared.Risk;
import id.tuntas.shared.TextList;
import id.tuntas.sop.Step;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The expression bean {@code sla}: its public methods are what a model may call. A model leaves {@code execution} out
 * where it only tells the district ({@code ${sla.at(rencanaKeluar)}}); the engine fills it in.
 *
 * <p>The clock stands still within one transaction, so a step's due date and its timer, asked for one after the other,
 * are the same instant.
 */
@Component("sla")
public class Sla {

    private static final String FALLBACK_GROUP = "penyelia-kasus";

    private final Clock clock;
    private final DistrictZones zones;
    private final StepCatalog steps;

    Sla(Clock clock, DistrictZones zones, StepCatalog steps) {
        this.clock = clock;
        this.zones = zones;
        this.steps = steps;
    }

    /**
     * When the step the execution stands at runs out of time: now plus its {@code tenggat}, or plus the one for the
     * case's risk ({@code tenggat.darurat} …) or for victims of trafficking ({@code tenggat.tppo}) where the step
     * states it. Calendar hours, nights and holidays included.
     *
     * @throws IllegalStateException if the step states no budget, or one that is no positive duration
     */
    public Date dueAt(DelegateExecution execution) {
        Step step = Step.of(CurrentTask.of(execution));
        Risk risk = Risk.of(execution.getVariable("tingkatRisiko")).orElse(null);
        boolean trafficking = Boolean.TRUE.equals(execution.getVariable("unsurTppo"));
        try {
            return date(Budget.parse(step.tenggat().of(risk, trafficking)).after(now(execution)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "Step " + step.key() + " has no due date; its tenggat: " + e.getMessage(), e);
        }
    }

    /**
     * The beginning of a day that a form asked for, in the district's zone; now if the day is missing or past.
     *
     * @param isoDate date or date-time as a form stores it; may be null or blank
     * @throws IllegalArgumentException if it is no date
     */
    public Date at(DelegateExecution execution, String isoDate) {
        ZonedDateTime now = now(execution);
        return date(isMissing(isoDate) ? now : later(now, FormDate.parse(isoDate, now.getZone())));
    }

    /**
     * As {@link #at}, but earlier by the period: seven days before an order ends, say. Now if that is past.
     *
     * @param isoPeriod positive ISO-8601 duration
     */
    public Date before(DelegateExecution execution, String isoDate, String isoPeriod) {
        Budget period = Budget.parse(isoPeriod);
        ZonedDateTime now = now(execution);
        return date(isMissing(isoDate) ? now : later(now, period.before(FormDate.parse(isoDate, now.getZone()))));
    }

    /**
     * The durations a decision made, for a loop of timers.
     *
     * @throws IllegalArgumentException if one of them is no positive ISO-8601 duration
     */
    public List<String> schedule(Object listVariable) {
        return TextList.of(listVariable).stream()
                .map(text -> Budget.parse(text).text())
                .toList();
    }

    /** Who is told first that the step named by {@code langkahTerlambat} is late: the first rung of its ladder. */
    public String escalationGroup(DelegateExecution execution) {
        Object late = execution.getVariable("langkahTerlambat");
        return steps.find(execution.getProcessDefinitionId(), late == null ? null : late.toString())
                .flatMap(step -> step.eskalasi().stream().findFirst())
                .orElse(FALLBACK_GROUP);
    }

    private ZonedDateTime now(DelegateExecution execution) {
        String district = execution == null ? null : execution.getTenantId();
        // a case always has a district; a process without one can still count hours
        ZoneId zone = district == null ? ZoneOffset.UTC : zones.zoneOf(district);
        return clock.instant().atZone(zone);
    }

    private static boolean isMissing(String text) {
        return text == null || text.isBlank();
    }

    private static ZonedDateTime later(ZonedDateTime one, ZonedDateTime other) {
        return one.isAfter(other) ? one : other;
    }

    private static Date date(ZonedDateTime time) {
        return Date.from(time.toInstant());
    }
}
