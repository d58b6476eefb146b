package id.tuntas.studio;

import id.tuntas.calendar.CalendarBook;
import id.tuntas.calendar.CalendarBook.Entry;
import id.tuntas.calendar.Holiday;
import id.tuntas.engine.DeployedSop;
import id.tuntas.partner.MouRegister;
import id.tuntas.shared.District;
import id.tuntas.shared.Risk;
import id.tuntas.shared.ServiceKey;
import id.tuntas.sla.DuePlan;
import id.tuntas.sla.DuePlanner;
import id.tuntas.sop.Step;
import id.tuntas.studio.SampleMoment.Kind;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What the clock of a step would promise if the step began at some telling moments. The dates come from the planner that
 * runs the clocks of real cases, from the district's own calendar and from the agreements of the day.
 */
@Component
public class DuePreview {

    private static final int YEARS_AHEAD = 2;

    private final DeployedSop sop;
    private final MouRegister register;
    private final CalendarBook calendar;
    private final DuePlanner planner;
    private final Clock clock;

    DuePreview(DeployedSop sop, MouRegister register, CalendarBook calendar, DuePlanner planner, Clock clock) {
        this.sop = sop;
        this.register = register;
        this.calendar = calendar;
        this.planner = planner;
        this.clock = clock;
    }

    /** Steps of the deployed SOP that have a clock. */
    public List<Step> steps() {
        return sop.steps().stream()
                .filter(step -> !step.tenggat().standard().isEmpty())
                .toList();
    }

    public List<District> districts() {
        return register.districts();
    }

    /**
     * @param risk risk of the case; null while it is not known. The emergency on a Sunday is one whatever is said here
     * @throws PreviewRefused if there is no such step or district, or the step's budget cannot be counted
     */
    public Preview of(String stepId, String districtId, Risk risk, boolean trafficking) {
        Step step = steps().stream()
                .filter(one -> one.key().equals(stepId))
                .findFirst()
                .orElseThrow(() -> new PreviewRefused(PreviewRefused.Reason.UNKNOWN_STEP, stepId));
        District district = register.district(districtId)
                .orElseThrow(() -> new PreviewRefused(PreviewRefused.Reason.UNKNOWN_DISTRICT, districtId));
        ZonedDateTime now = clock.instant().atZone(district.zone());
        List<Sample> samples = new SampleMoments(now, holidays(districtId, now.getYear()))
                .all().stream()
                        .map(moment -> sample(moment, step, district, riskAt(moment, risk), trafficking))
                        .toList();
        return new Preview(step, district, samples);
    }

    private Sample sample(SampleMoment moment, Step step, District district, Risk risk, boolean trafficking) {
        String agency = agencyFor(step, district, moment);
        try {
            // the distance of the rungs is a decision of the SOP, which readers may not evaluate themselves
            DuePlan plan = sop.asNobody(() -> planner.plan(
                    step,
                    district.id(),
                    agency,
                    risk,
                    trafficking,
                    moment.start().toInstant()));
            return new Sample(moment, risk, agency, plan);
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw new PreviewRefused(PreviewRefused.Reason.UNCOUNTABLE, step.key(), e);
        }
    }

    /** Null if no agreement covers the service on that day, or if the step takes its service from the case. */
    private String agencyFor(Step step, District district, SampleMoment moment) {
        if (!ServiceKey.isValid(step.layanan())) {
            return null;
        }
        return register.agencyFor(
                        district.id(),
                        new ServiceKey(step.layanan()),
                        moment.start().toLocalDate())
                .orElse(null);
    }

    /** Of this year and the next ones, as far as anybody has entered them; the district's own word for a day wins. */
    private List<Holiday> holidays(String districtId, int year) {
        return calendar.open(districtId, year, year + YEARS_AHEAD).years().stream()
                .flatMap(one -> one.days().stream())
                .filter(day -> !day.replaced())
                .map(Entry::holiday)
                .toList();
    }

    private static Risk riskAt(SampleMoment moment, Risk asked) {
        return moment.kind() == Kind.SUNDAY_EMERGENCY ? Risk.DARURAT : asked;
    }

    /** The answer, with as many samples as there are telling moments. */
    public record Preview(Step step, District district, List<Sample> samples) {}

    /**
     * One moment and what follows from it.
     *
     * @param risk the risk counted with; null if it is not known yet
     * @param agency id of the agency whose working time counts; null if it is the district's
     */
    public record Sample(SampleMoment moment, Risk risk, String agency, DuePlan plan) {}
}
