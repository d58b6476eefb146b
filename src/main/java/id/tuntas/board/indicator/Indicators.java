package id.tuntas.board.indicator;

import id.tuntas.audit.AuditEntry;
import id.tuntas.audit.AuditLog;
import id.tuntas.engine.CaseAnswers;
import id.tuntas.shared.District;
import java.util.List;
import org.springframework.stereotype.Component;

/** The indicators of a district (SPM and the tables of SIMFONI PPA), counted anew each time somebody asks. */
@Component
public class Indicators {

    private final CaseAnswers answers;
    private final AuditLog log;

    Indicators(CaseAnswers answers, AuditLog log) {
        this.answers = answers;
        this.log = log;
    }

    /**
     * Counts the cases opened in the period; that somebody asked is on record before any of them is read.
     *
     * @param district whoever asks may see its figures; the caller has checked that
     * @throws QuestionRefused if they are too many to be counted at once
     */
    public Report of(District district, Period period) {
        List<String> names = answers.names().stream().sorted().toList();
        log.recordNow(AuditEntry.of("INDICATORS_READ")
                .about(names)
                .because(district.id() + " " + period.from() + " " + period.until()));
        Counts counts = new Counts();
        try {
            answers.each(district.id(), period.start(district.zone()), period.end(district.zone()), counts);
        } catch (CaseAnswers.TooManyCasesException e) {
            throw new QuestionRefused("dari", "banyak");
        }
        return Report.of(counts);
    }
}
