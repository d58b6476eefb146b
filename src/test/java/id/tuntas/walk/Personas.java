package id.tuntas.walk;

import java.util.List;

/** The people of the tests: each needs something else of the procedure. Together they walk every path. */
final class Personas {

    private static final List<String> ALL_SERVICES = List.of(
            "pemulihan-kesehatan",
            "pemulihan-psikologis",
            "rehabilitasi-sosial",
            "bimbingan-rohani",
            "pemberdayaan-ekonomi",
            "bantuan-hukum",
            "pemulangan");

    private Personas() {}

    static List<Persona> all() {
        return List.of(
                abusedChildInDanger(),
                wifeBeatenAtHome(),
                traffickedMigrantWithDisability(),
                childOffender(),
                acrossRegions(),
                keptAlthoughItHappenedElsewhere(),
                transferredAtOnce(),
                neverFound(),
                reportedByANeighbour(),
                refusingHelp(),
                reportedTwice(),
                reportedTwiceInAnEmergency(),
                rapedLongAgoAskingForMediation());
    }

    static Persona reportedTwice() {
        return Persona.quiet().answering("duplikat", "ya");
    }

    static Persona abusedChildInDanger() {
        return Persona.quiet()
                .answering("bahayaSaatIni", "ya")
                .answering("korbanUsia", 10)
                .answering("unsurSeksual", true)
                .answering("rentangKejadian", "kurang-72-jam")
                .answering("perkosaan72Jam", "ya")
                .answering("butuhPelindungan", "ya")
                .answering("pelindunganDiberikan", "ya")
                .answering("perluMedis", "ya")
                .answering("perluRumahAman", "ya")
                .answering("penempatanDisetujui", "ya")
                .answering("keputusanTinggal", "perpanjang", "keluar")
                .answering("tingkatRisikoBaru", "TINGGI", "TINGGI", "TINGGI", "SEDANG")
                .answering("perluAsesmenPsikologis", "ya")
                .answering("perluPembahasan", "ya")
                .answering("perluPendidikan", "ya")
                .answering("perluDokumen", "ya")
                .answering("layananRencana", ALL_SERVICES)
                .answering("keputusanRencana", "kembalikan", "setuju")
                .answering("ajukanRestitusi", "ya")
                .answering("pendampinganHukumSelesai", "tidak", "ya")
                .answering("statusPerkara", "berjalan", "inkracht")
                .answering("restitusiDikabulkan", "ya")
                .answering("restitusiLunas", "tidak", "ya")
                .answering("hasilTinjauan", "lanjut", "ubah", "tercapai")
                .answering("kesiapanPulang", "belum-siap", "siap")
                .answering("perluPemulangan", "ya")
                .answering("keputusanTerminasi", "kembalikan", "setuju");
    }

    static Persona wifeBeatenAtHome() {
        return Persona.quiet()
                .answering("unsurFisik", true)
                .answering("unsurKdrt", true)
                .answering("terlaporHubungan", "suami-istri")
                .answering("inginLaporPolisi", "ya")
                .answering("statusPerkara", "dihentikan")
                .answering("butuhPelindungan", "ya")
                .answering("pelindunganDiberikan", "ya")
                .answering("perintahDikabulkan", "ya", "tidak")
                .answering("perluRumahAman", "ya")
                .answering("penempatanDisetujui", "tidak")
                .answering("korbanMintaMediasi", "ya")
                .answering("jenisSengketa", "perdata")
                .answering("kesiapanPulang", "tidak-perlu");
    }

    static Persona traffickedMigrantWithDisability() {
        return Persona.quiet()
                .answering("unsurTppo", true)
                .answering("jenisKasus", "tppo")
                .answering("pekerjaMigran", "ya")
                .answering("penyandangDisabilitas", "ya")
                .answering("layananRencana", List.of("pemulangan", "rehabilitasi-sosial"))
                .answering("perluPemulangan", "ya");
    }

    static Persona childOffender() {
        return Persona.quiet()
                .answering("korbanUsia", 15)
                .answering("jenisKasus", "abh")
                .answering("peranAnak", "pelaku");
    }

    static Persona acrossRegions() {
        return Persona.quiet()
                .answering("wilayahKejadian", "kabupaten-lain")
                .answering("keputusanWewenang", "rujuk", "rujuk", "lokal")
                .answering("jawabanRujukan", "tolak", "terima");
    }

    static Persona keptAlthoughItHappenedElsewhere() {
        return Persona.quiet().answering("wilayahKejadian", "provinsi-lain");
    }

    static Persona transferredAtOnce() {
        return Persona.quiet()
                .answering("wilayahKorban", "provinsi-lain")
                .answering("keputusanWewenang", "limpah")
                .answering("penerimaanWilayah", "ditolak", "diterima")
                .answering("keputusanPelimpahan", "kembalikan", "setuju");
    }

    /** Moves to Manado and wants the officers there to know. */
    static Persona movedToManado() {
        return Persona.quiet()
                .answering("korbanNama", true)
                .answering("terlaporNama", true)
                .answering("keputusanWewenang", "limpah")
                .answering("penerimaanWilayah", "diterima")
                .answering("pelimpahanKorbanSetuju", "ya")
                .answering("daerahTujuan", "manado")
                .answering("pelimpahanRingkasan", true)
                .answering("keputusanPelimpahan", "setuju");
    }

    static Persona neverFound() {
        return Persona.quiet().answering("pelaporAdalah", "pihak-lain").answering("hasilVerifikasi", "tidak-ditemukan");
    }

    static Persona reportedByANeighbour() {
        return Persona.quiet().answering("pelaporAdalah", "pihak-lain");
    }

    static Persona refusingHelp() {
        return Persona.quiet().answering("keputusanPersetujuan", "menolak");
    }

    static Persona reportedTwiceInAnEmergency() {
        return Persona.quiet().answering("senjata", "ya").answering("duplikat", "ya");
    }

    static Persona rapedLongAgoAskingForMediation() {
        return Persona.quiet()
                .answering("unsurSeksual", true)
                .answering("rentangKejadian", "lebih-30-hari")
                .answering("korbanMintaMediasi", "ya")
                .answering("jenisSengketa", "perdata");
    }
}
