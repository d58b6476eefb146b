package id.tuntas.board.web;

import id.tuntas.board.indicator.Report;
import id.tuntas.board.indicator.Shown;
import java.util.List;

/**
 * The monthly report in the words of its pages. Made of what the pages of the board show, so that it says the same.
 *
 * @param running whether the month is not over yet
 * @param role by which it was made; no report names a person
 * @param comply the page of compliance for the days of the month
 * @param before all steps of the month before
 * @param late the first late steps; {@code lateCount} says how many there are
 * @param uncovered services nobody has signed for on the day of the data
 */
record ReportView(
        String district,
        String office,
        String month,
        String monthBefore,
        boolean running,
        String madeAt,
        String zone,
        String role,
        Key key,
        ComplianceView comply,
        ComplianceView.Share before,
        List<Table> tables,
        List<LineView> late,
        long lateCount,
        List<Score> scores,
        List<Score> gaps,
        List<String> uncovered,
        Report indicators) {

    public long lateLeftOut() {
        return lateCount - late.size();
    }

    /** @param times of all steps together; null if nobody completed one that somebody had taken */
    record Key(Shown opened, Shown closed, long done, ComplianceView.Times times) {}

    /** @param by word of the page: tahap, lembaga */
    record Table(String by, List<Row> rows) {}

    /**
     * @param before the same of the month before; null if nothing of it was rated
     * @param change percentage points since then; null if either month has too few to say
     */
    record Row(ComplianceView.Row now, ComplianceView.Share before, Integer change) {}

    /** @param figures in the order of the page of partners */
    record Score(String agency, String mouClass, String service, List<Long> figures) {}
}
