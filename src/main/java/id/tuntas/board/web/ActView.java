package id.tuntas.board.web;

import java.util.List;

/** What the pages of acts show. */
final class ActView {

    private ActView() {}

    /**
     * A step of the preview.
     *
     * @param line null if it is not in the reader's districts
     * @param refusal why it is left out; null if it is not
     * @param note what is asked for, where more time is decided; whom a reminder reaches; null otherwise
     */
    record Row(String id, LineView line, String refusal, String note) {}

    /** @param caseNumber null if there is none, or it was not his to know */
    record Result(String caseNumber, String step, String text, boolean done) {}

    /** Rows by whether something is done with them. */
    record Preview(List<Row> allowed, List<Row> refused) {}
}
