package id.tuntas.board.eventlog;

import java.util.Map;

/**
 * What happened, in the words of the log. The transitions are those of the standard life-cycle of XES; what a clock does of
 * its own is no transition of the step but an activity by itself.
 */
enum What {
    CASE_OPENED("kasus-dibuka", "start"),
    CASE_CLOSED("kasus-ditutup", "complete"),
    STAGE_BEGAN("tahap-dimulai", "start"),
    STAGE_ENDED("tahap-selesai", "complete"),
    STAGE_CANCELLED("tahap-batal", "ate_abort"),
    STEP_OPENED("langkah-dibuka", "schedule"),
    STEP_TAKEN("langkah-diambil", "start"),
    STEP_GIVEN("langkah-dialihkan", "reassign"),
    STEP_DONE("langkah-selesai", "complete"),
    /** Nobody had taken it. */
    STEP_WITHDRAWN("langkah-ditarik", "withdraw"),
    STEP_CANCELLED("langkah-batal", "ate_abort"),
    REFERRAL_ASKED("rujukan-diminta", "schedule"),
    REFERRAL_ACCEPTED("rujukan-diterima", "complete"),
    REFERRAL_DECLINED("rujukan-ditolak", "complete"),
    REFERRAL_SILENT("rujukan-tidak-dijawab", "withdraw"),
    PAUSED("jam-dijeda", "suspend"),
    RESUMED("jam-dilanjutkan", "resume"),
    REMINDED("diingatkan", null),
    REMINDED_BY_HAND("diingatkan-atasan", null),
    RESPONSE_LATE("tidak-segera-diambil", null),
    BREACHED("tenggat-lewat", null),
    RUNG_TOLD("anak-tangga-diberi-tahu", null),
    RUNG_EMPTY("anak-tangga-kosong", null),
    LEGAL_BREACH("tenggat-hukum-dilanggar", null),
    EXTENSION_ASKED("perpanjangan-diminta", null),
    EXTENDED("diperpanjang", null),
    EXTENSION_DECLINED("perpanjangan-ditolak", null),
    RISK_CHANGED("risiko-berubah", null),
    CALL_NOTED("telepon-dicatat", null);

    /** Kinds of the ledger that have no other meaning for stages or referrals. Others stay inside: they are about the program. */
    private static final Map<String, What> OF_CLOCKS = Map.ofEntries(
            Map.entry("CASE_OPENED", CASE_OPENED),
            Map.entry("CASE_CLOSED", CASE_CLOSED),
            Map.entry("CLAIMED", STEP_TAKEN),
            Map.entry("REASSIGNED", STEP_GIVEN),
            Map.entry("PAUSED", PAUSED),
            Map.entry("RESUMED", RESUMED),
            Map.entry("REMINDED", REMINDED),
            Map.entry("REMINDED_BY_HAND", REMINDED_BY_HAND),
            Map.entry("RESPONSE_LATE", RESPONSE_LATE),
            Map.entry("BREACHED", BREACHED),
            Map.entry("RUNG_TOLD", RUNG_TOLD),
            Map.entry("RUNG_EMPTY", RUNG_EMPTY),
            Map.entry("LEGAL_BREACH", LEGAL_BREACH),
            Map.entry("EXTENSION_ASKED", EXTENSION_ASKED),
            Map.entry("EXTENDED", EXTENDED),
            Map.entry("EXTENSION_DECLINED", EXTENSION_DECLINED),
            Map.entry("RISK_CHANGED", RISK_CHANGED),
            Map.entry("CALL_NOTED", CALL_NOTED));

    private final String word;
    private final String transition;

    What(String word, String transition) {
        this.word = word;
        this.transition = transition;
    }

    String word() {
        return word;
    }

    /** Of the activity; null if it is an activity by itself. */
    String transition() {
        return transition;
    }

    /**
     * @param kind of the ledger
     * @param answer word of what came of a referral; null if the step is no question of one
     * @return null for what is not told outside
     */
    static What of(String kind, boolean stage, boolean taken, String answer) {
        return switch (kind) {
            case "STARTED" -> stage ? STAGE_BEGAN : answer != null ? REFERRAL_ASKED : STEP_OPENED;
            case "DONE" -> stage ? STAGE_ENDED : answer != null ? answered(answer) : STEP_DONE;
            case "CANCELLED" ->
                stage ? STAGE_CANCELLED : answer != null ? REFERRAL_SILENT : taken ? STEP_CANCELLED : STEP_WITHDRAWN;
            default -> OF_CLOCKS.get(kind);
        };
    }

    private static What answered(String answer) {
        return answer.equals(EventRows.ACCEPTED) ? REFERRAL_ACCEPTED : REFERRAL_DECLINED;
    }
}
