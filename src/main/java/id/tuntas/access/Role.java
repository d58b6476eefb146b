package id.tuntas.access;

import java.util.Locale;
import java.util.stream.Stream;

/**
 * The groups of the procedure and who of them may open a case: whoever the law or the local agreement lets receive a
 * report. Everybody who works a case may report an event in it, ask for a
 * pause or more time for a step, and open a case in an emergency. Ids are those of the procedure.
 */
enum Role {
    PETUGAS_PENGADUAN("Petugas Pengaduan", Reports.RECEIVES),
    PENDAMPING_PPA("Pendamping PPA", Reports.RECEIVES),
    PENYELIA_KASUS("Penyelia Kasus", Reports.NONE),
    MANAJER_KASUS("Manajer Kasus", Reports.NONE),
    KEPALA_UPTD("Kepala UPTD PPA", Reports.NONE),
    KEPALA_BIDANG_PPA("Kepala Bidang PPA", Reports.NONE),
    KEPALA_DINAS("Kepala Dinas", Reports.NONE),
    PSIKOLOG("Psikolog", Reports.NONE),
    KONSELOR_HUKUM("Konselor Hukum", Reports.NONE),
    PEKSOS("Pekerja Sosial", Reports.RECEIVES),
    MEDIATOR("Mediator", Reports.NONE),
    PETUGAS_RUMAH_AMAN("Petugas Rumah Aman", Reports.NONE),
    PETUGAS_DATA("Petugas Data", Reports.NONE),

    POLRES_PPA("Unit PPA Polres", Reports.RECEIVES),
    KEJAKSAAN_NEGERI("Kejaksaan Negeri", Reports.NONE),
    PENGADILAN_NEGERI("Pengadilan Negeri", Reports.NONE),
    BAPAS("Balai Pemasyarakatan", Reports.NONE),
    LPSK("LPSK", Reports.NONE),

    RSUD_PPT("PPT RSUD", Reports.RECEIVES),
    PUSKESMAS("Puskesmas", Reports.RECEIVES),

    DINAS_SOSIAL("Dinas Sosial", Reports.RECEIVES),
    SENTRA_KEMENSOS("Sentra Kemensos", Reports.RECEIVES),
    KEMENAG("Kementerian Agama", Reports.RECEIVES),
    DINAS_PENDIDIKAN("Dinas Pendidikan", Reports.RECEIVES),
    DISDUKCAPIL("Disdukcapil", Reports.NONE),
    DISNAKER("Dinas Tenaga Kerja", Reports.RECEIVES),

    GUGUS_TUGAS_TPPO("Gugus Tugas TPPO", Reports.RECEIVES),
    BP3MI("BP3MI", Reports.RECEIVES),
    IMIGRASI("Imigrasi", Reports.RECEIVES),

    CAMAT("Kecamatan", Reports.RECEIVES),
    DESA_PATBM("Desa dan PATBM", Reports.RECEIVES),
    TP_PKK("TP PKK", Reports.RECEIVES),
    LBH("Lembaga Bantuan Hukum", Reports.RECEIVES),

    UPTD_PPA_PROVINSI("UPTD PPA Provinsi", Reports.RECEIVES),
    KEMENPPPA_SAPA129("SAPA 129 KemenPPPA", Reports.RECEIVES),

    PENYUSUN_SOP("Penyusun SOP", Reports.OUTSIDE),
    PENGESAH_SOP("Pengesah SOP", Reports.OUTSIDE),
    AUDITOR("Auditor", Reports.OUTSIDE);

    private enum Reports {
        /** opens cases and works them */
        RECEIVES,
        /** works cases others have opened */
        NONE,
        /** has nothing to do with cases; the engine gives no rights at all */
        OUTSIDE
    }

    private final String title;
    private final Reports reports;

    Role(String title, Reports reports) {
        this.title = title;
        this.reports = reports;
    }

    /** Group id in the engine and in the models. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }

    boolean worksCases() {
        return reports != Reports.OUTSIDE;
    }

    boolean receivesReports() {
        return reports == Reports.RECEIVES;
    }

    static Stream<Role> ofCases() {
        return Stream.of(values()).filter(Role::worksCases);
    }
}
