package id.tuntas.board.indicator;

import java.util.List;
import java.util.stream.Stream;

/**
 * A table in which each victim stands once: by the answer to a question with one answer.
 *
 * @param key of the table, in ids and messages
 * @param answer name of the answer
 * @param options of the form, in the order of the table; what is none of them is counted as not known
 */
record OneOf(String key, String answer, List<String> options) {

    static final String UNKNOWN = "belum";

    static final OneOf AGE =
            new OneOf("usia", "korbanUsia", List.of("0-5", "6-12", "13-17", "18-24", "25-44", "45-59", "60"));
    static final OneOf SEX = new OneOf("jk", "korbanJk", List.of("P", "L"));

    /** What the forms of the SOP record, in the words of its options ("tidak-tahu" is not known). */
    static final List<OneOf> ALL = List.of(
            new OneOf("jenis", "jenisKasus", List.of("ktp", "ampk", "tppo", "abh", "lainnya")),
            new OneOf(
                    "tempat",
                    "tempatKejadian",
                    List.of(
                            "rumah-tangga",
                            "sekolah",
                            "tempat-kerja",
                            "fasilitas-umum",
                            "hotel-kos",
                            "dunia-maya",
                            "lembaga-pendidikan-kilat",
                            "lainnya")),
            new OneOf(
                    "hubungan",
                    "terlaporHubungan",
                    List.of(
                            "orang-tua",
                            "keluarga",
                            "suami-istri",
                            "pacar-mantan",
                            "tetangga",
                            "guru",
                            "teman",
                            "majikan",
                            "tidak-dikenal")),
            new OneOf("ranah", "ranahKasus", List.of("personal", "publik", "negara")),
            new OneOf(
                    "pendidikan", "pendidikanKorban", List.of("tidak-belum-sekolah", "paud", "sd", "smp", "sma", "pt")),
            new OneOf("pekerjaan", "pekerjaanKorban", List.of("bekerja", "irt", "pelajar", "tidak-bekerja")),
            new OneOf(
                    "kawin",
                    "statusKawinKorban",
                    List.of("belum-kawin", "kawin", "kawin-tidak-tercatat", "cerai-hidup", "cerai-mati")),
            new OneOf("disabilitas", "penyandangDisabilitas", List.of("ya", "tidak")),
            new OneOf(
                    "kanal",
                    "kanal",
                    List.of(
                            "langsung",
                            "telepon",
                            "wa",
                            "surat",
                            "email",
                            "pihak-lain",
                            "penjangkauan",
                            "rujukan",
                            "pelimpahan")));

    /** The options and {@link #UNKNOWN}. */
    List<String> rows() {
        return Stream.concat(options.stream(), Stream.of(UNKNOWN)).toList();
    }

    /** Null is not known. */
    String rowOf(String option) {
        return option != null && options.contains(option) ? option : UNKNOWN;
    }

    String id(String row) {
        return key + "/" + row;
    }
}
