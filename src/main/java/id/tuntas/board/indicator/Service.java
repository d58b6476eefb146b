package id.tuntas.board.indicator;

import id.tuntas.engine.CaseAnswers.Case;
import java.util.Locale;
import java.util.function.Predicate;

/** A service somebody got, and who needed it, as far as the forms say so. Who got it needed it. */
enum Service {
    KESEHATAN(
            victim -> victim.is("persetujuanTindakan", "ya", "sebagian") || given(victim, "hasilPemulihanKesehatan"),
            victim -> victim.is("perluMedis", "ya")
                    || victim.is("unsurSeksual", "ya")
                    || victim.is("butuhKesehatan", "ya")
                    || planned(victim, "pemulihan-kesehatan")),
    PSIKOLOGIS(victim -> given(victim, "hasilPemulihanPsikologis"), victim -> false),
    BANTUAN_HUKUM(
            victim -> victim.one("pendampinganHukumSelesai") != null && !victim.is("hukumKehadiran", "korban-menolak"),
            victim -> victim.is("butuhBantuanHukum", "ya")
                    || victim.is("unsurSeksual", "ya")
                    || victim.is("inginLaporPolisi", "ya")
                    || planned(victim, "bantuan-hukum")),
    PENEGAKAN_HUKUM(victim -> victim.is("hasilLaporPolisi", "ya"), victim -> false),
    REHABILITASI_SOSIAL(
            victim -> given(victim, "hasilRehabilitasiSosial"),
            victim -> victim.is("butuhRehabSosial", "ya") || planned(victim, "rehabilitasi-sosial")),
    BIMBINGAN_ROHANI(
            victim -> given(victim, "hasilBimbinganRohani"),
            victim -> victim.is("butuhRohani", "ya") || planned(victim, "bimbingan-rohani")),
    PEMBERDAYAAN_EKONOMI(victim -> given(victim, "hasilPemberdayaanEkonomi"), victim -> false),
    PEMULANGAN(
            victim -> victim.is("hasilPemulangan", "tiba"),
            victim -> victim.is("butuhPulang", "ya")
                    || victim.is("perluPemulangan", "ya")
                    || planned(victim, "pemulangan")),
    REINTEGRASI(
            victim -> victim.is("hasilSerahTerima", "diterima") || victim.is("kunjunganBertemu", "bertemu"),
            victim -> victim.is("kesiapanPulang", "siap"));

    private final Predicate<Case> given;
    private final Predicate<Case> asked;

    Service(Predicate<Case> given, Predicate<Case> asked) {
        this.given = given;
        this.asked = asked;
    }

    boolean isGivenTo(Case victim) {
        return given.test(victim);
    }

    boolean isNeededBy(Case victim) {
        return given.test(victim) || asked.test(victim);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String id() {
        return "layanan/" + key();
    }

    String needed() {
        return "perlu/" + key();
    }

    /** Refused is not given; begun is. */
    private static boolean given(Case victim, String result) {
        return victim.is(result, "selesai", "berlanjut");
    }

    private static boolean planned(Case victim, String service) {
        return victim.is("layananRencana", service);
    }
}
