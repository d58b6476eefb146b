package id.tuntas.board;

import id.tuntas.partner.CatalogueService;
import id.tuntas.partner.MouRegister;
import id.tuntas.partner.MouService;
import id.tuntas.shared.District;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How the agencies of an agreement (MoU) do what they signed for, one line for each agency and service of the classes M1 to
 * M9. Every figure is counted by the conditions of {@link BoardState} and {@link Answer}, so that it is as long as its list.
 */
@Component
public class Scorecard {

    private static final Comparator<Line> ORDER = Comparator.comparing(
                    (Line line) -> line.service().mouClass())
            .thenComparing(line -> line.service().name())
            .thenComparing(Line::agencyId, Comparator.nullsFirst(Comparator.naturalOrder()));

    private final JdbcClient db;
    private final MouRegister register;

    Scorecard(JdbcClient db, MouRegister register) {
        this.db = db;
        this.register = register;
    }

    /**
     * @param filter narrows to one district and, by due date, to a period; its state does not count
     * @param now the moment the figures speak of
     */
    public List<Line> lines(BoardFilter filter, Instant now) {
        Map<String, CatalogueService> catalogue = register.services().stream()
                .filter(service -> service.mouClass() != null)
                .collect(Collectors.toMap(service -> service.key().value(), Function.identity()));
        Condition where = filter.in(BoardState.ALL).where(now);
        return db
                .sql(
                        """
                        select c.agency_id, c.service, count(*) as asked, %s as taken, %s as in_time, %s as late,
                            %s as referred, %s as accepted, %s as declined, %s as silent
                        from step_clock c
                        where %s and c.service is not null
                        group by c.agency_id, c.service"""
                                .formatted(
                                        BoardState.counted(Answer.TAKEN.condition()),
                                        BoardState.counted(BoardState.IN_TIME.condition()),
                                        BoardState.counted(BoardState.BREACHED.condition()),
                                        BoardState.counted(Answer.REFERRED.condition()),
                                        BoardState.counted(Answer.ACCEPTED.condition()),
                                        BoardState.counted(Answer.DECLINED.condition()),
                                        BoardState.counted(Answer.SILENT.condition()),
                                        where.sql()))
                .params(where.params())
                .param("f_now", now.atOffset(ZoneOffset.UTC))
                .query((row, i) -> new Line(
                        row.getString("agency_id"),
                        catalogue.get(row.getString("service")),
                        row.getLong("asked"),
                        row.getLong("taken"),
                        row.getLong("in_time"),
                        row.getLong("late"),
                        row.getLong("referred"),
                        row.getLong("accepted"),
                        row.getLong("declined"),
                        row.getLong("silent")))
                .list()
                .stream()
                .filter(line -> line.service() != null)
                .sorted(ORDER)
                .toList();
    }

    /** Services of the classes M1 to M9 that nobody has signed for on that day, by class. */
    public List<CatalogueService> uncovered(District district, LocalDate day) {
        Set<String> covered = new HashSet<>();
        for (MouService agreement : register.agreements(district.id())) {
            if (agreement.holdsOn(day)) {
                covered.add(agreement.service().value());
            }
        }
        return register.services().stream()
                .filter(service -> service.mouClass() != null
                        && !covered.contains(service.key().value()))
                .sorted(Comparator.comparing(CatalogueService::mouClass).thenComparing(CatalogueService::name))
                .toList();
    }

    /**
     * @param agencyId null = no agreement covered the service when the step began
     * @param asked steps of the service, whatever came of them; of them {@code referred} were questions of a referral
     */
    public record Line(
            String agencyId,
            CatalogueService service,
            long asked,
            long taken,
            long inTime,
            long late,
            long referred,
            long accepted,
            long declined,
            long silent) {}
}
