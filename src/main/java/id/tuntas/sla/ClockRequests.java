package id.tuntas.sla;

import id.tuntas.shared.CaseNumber;
import id.tuntas.shared.Risk;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an officer asks of the clock of a step, named as people name it: by the number of the case and the step. */
@Component
public class ClockRequests {

    private final ClockTable clocks;
    private final ClockControl control;
    private final Rungs rungs;

    ClockRequests(ClockTable clocks, ClockControl control, Rungs rungs) {
        this.clocks = clocks;
        this.control = control;
        this.rungs = rungs;
    }

    /**
     * Finds the clock of an open step of the officer's own district.
     *
     * @throws ClockRefusal if there is none, or more than one
     */
    public String find(String districtId, String caseNumber, String stepId) {
        String number = caseNumber == null ? "" : caseNumber.strip();
        List<StepClock> open = !CaseNumber.isValid(number)
                ? List.of()
                : clocks.openOf(CaseNumber.parse(number).value(), districtId, stepId);
        if (open.isEmpty()) {
            throw new ClockRefusal("Tidak ada langkah itu yang sedang terbuka pada kasus " + number
                    + " di daerah Anda. Periksa nomor kasus dan langkahnya.");
        }
        if (open.size() > 1) {
            throw new ClockRefusal(
                    "Langkah itu sedang terbuka lebih dari sekali pada kasus ini. Minta penyelia menanganinya.");
        }
        return open.get(0).id();
    }

    /** The risk of the case as the clock knows it; null while nobody does. */
    public Risk riskOf(String clockId) {
        return clocks.find(clockId).map(StepClock::risk).orElse(null);
    }

    /** @param until a day of the district, or null; the pause ends with that day */
    public void pause(String clockId, String userId, String reason, String until) {
        ZoneId zone = control.zoneOf(clockId);
        if (until == null || until.isBlank()) {
            throw new ClockRefusal("Isi tanggal akhir jeda.");
        }
        Instant end = FormDate.parse(until, zone)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(zone)
                .toInstant();
        control.pause(clockId, userId, reason, end);
    }

    public void resume(String clockId, String userId, String reason) {
        control.resume(clockId, userId, reason);
    }

    /**
     * Puts the wish on record.
     *
     * @param groups groups of the asker, who must not decide himself
     * @return the group that decides
     */
    public String askExtension(String clockId, String userId, List<String> groups, String reason, String length) {
        if (length == null || length.isBlank()) {
            throw new ClockRefusal("Pilih lama perpanjangan.");
        }
        control.askExtension(clockId, userId, reason, length);
        ClockSubject subject = clocks.find(clockId).orElseThrow().subject();
        return rungs.staffed(subject)
                .filter(group -> !groups.contains(group))
                .findFirst()
                .orElseThrow(() -> new ClockRefusal(
                        "Tidak ada atasan pada tangga langkah ini yang dapat menyetujui. Hubungi kepala UPTD."));
    }

    /**
     * @return whether the step now has more time; false if it became late before the decision
     * @throws ClockRefusal if the length was agreed to but no longer fits, because the case has another risk than when
     *     it was asked
     */
    public boolean decide(String clockId, String userId, boolean agreed, String length) {
        if (!agreed) {
            control.decline(clockId, userId, "ditolak");
            return false;
        }
        try {
            return control.extend(clockId, userId, length);
        } catch (ClockRefusal e) {
            // who decides cannot choose another length, which is what the reason would tell him to do
            throw new ClockRefusal("Tingkat risiko kasus sudah berubah, dan tenggat langkah itu kini lebih pendek."
                    + " Tambahan waktu ini terlalu lama. Pilih Tolak; petugas dapat meminta yang lebih pendek.");
        }
    }
}
