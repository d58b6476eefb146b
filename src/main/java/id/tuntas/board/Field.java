package id.tuntas.board;

import java.util.Optional;
import java.util.stream.Stream;

/** What the board can be narrowed by; the words are those of the address. */
public enum Field {
    STATE("keadaan"),
    KIND("jenis"),
    DISTRICT("daerah"),
    AGENCY("lembaga"),
    PERSON("orang"),
    STAGE("tahap"),
    STEP("langkah"),
    RISK("risiko"),
    /** Service of the MoU catalogue. */
    SERVICE("layanan"),
    /** What the agency did with what it was asked ({@link Answer}). */
    ANSWER("jawaban"),
    /** First day of the period the due date lies in, in the district's zone. */
    FROM("dari"),
    /** Last day of that period, included. */
    UNTIL("sampai"),
    /** {@code ya} = a law fixes the budget. */
    LAW("hukum"),
    /** {@code jeda} = its clock was stopped, {@code perpanjangan} = it was given more time; of any length, at any time. */
    MOVED("ubahan"),
    /** What the clock counts: {@code kerja} = office hours, {@code terus} = day and night. */
    OWN_TIME("waktu"),
    /** Done within so many hours since the step was opened, on the clock on the wall; 1 to 8760. */
    WITHIN("dalam");

    /** Stands for "none" where a clock may lack something: an agency, somebody who has taken the step, a risk. */
    public static final String NONE = "-";

    private final String word;

    Field(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    public static Optional<Field> of(String word) {
        return Stream.of(values()).filter(field -> field.word.equals(word)).findFirst();
    }
}
