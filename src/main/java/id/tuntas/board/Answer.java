package id.tuntas.board;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an agency did with what it was asked, as conditions on {@code step_clock c}. The answer to a referral is sealed like
 * every answer, but the way the process {@code rujukan} goes on tells it: after "terima" the service begins in the same
 * transaction, after "tolak" it does not, and a question nobody answers for two days is cancelled.
 */
public enum Answer {
    /** Somebody there took the step. */
    TAKEN("diambil", "c.claimed_at is not null"),

    ACCEPTED("diterima", Sql.REFERRAL + " and c.outcome = 'SELESAI' and " + Sql.SERVICE_BEGAN),

    DECLINED("ditolak", Sql.REFERRAL + " and c.outcome = 'SELESAI' and not " + Sql.SERVICE_BEGAN),

    /** Cancelled: nobody answered in two days, or nobody needed the answer any more. */
    SILENT("tidak-dijawab", Sql.REFERRAL + " and c.outcome = 'BATAL'"),

    /** Asked, whatever came of it. */
    REFERRED("dirujuk", Sql.REFERRAL);

    private final String word;
    private final String condition;

    Answer(String word, String condition) {
        this.word = word;
        this.condition = condition;
    }

    /** The word of the address. */
    public String word() {
        return word;
    }

    public static Optional<Answer> of(String word) {
        return Stream.of(values()).filter(answer -> answer.word.equals(word)).findFirst();
    }

    /** As SQL on {@code step_clock c}. */
    public String condition() {
        return condition;
    }

    /** Parts of conditions. */
    private static final class Sql {

        static final String REFERRAL = "c.process_key = 'rujukan' and c.step_id = 'jawab-rujukan'";

        /** A minute, because the two stamps of one transaction are not the same instant. */
        static final String SERVICE_BEGAN =
                "exists (select 1 from step_clock s where s.process_instance_id = c.process_instance_id"
                        + " and s.process_key = 'rujukan' and s.step_id = 'laksanakan-layanan' and s.service = c.service"
                        + " and s.started_at >= c.done_at and s.started_at < c.done_at + interval '1' minute)";

        private Sql() {}
    }
}
