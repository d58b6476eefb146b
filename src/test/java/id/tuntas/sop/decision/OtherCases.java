package id.tuntas.sop.decision;

import static id.tuntas.sop.decision.Answers.mediableBut;
import static id.tuntas.sop.decision.Answers.of;

import java.util.Map;
import java.util.stream.Stream;

/** A case for each rule of jurisdiction, mediation, services, visits and the ladder. */
final class OtherCases {

    private OtherCases() {}

    static Stream<RuleCase> all() {
        return Stream.of(jurisdiction(), mediation(), services(), visits(), rungs())
                .flatMap(cases -> cases);
    }

    private static Stream<RuleCase> jurisdiction() {
        return Stream.of(
                place("kewenangan-daerah-ini", "daerah-ini", "daerah-ini", "lokal"),
                place("kewenangan-korban-luar-negeri", "luar-negeri", "daerah-ini", "perlu-diputuskan"),
                place("kewenangan-kejadian-luar-negeri", "provinsi-lain", "luar-negeri", "perlu-diputuskan"),
                place("kewenangan-korban-provinsi-lain", "provinsi-lain", "daerah-ini", "perlu-diputuskan"),
                place("kewenangan-kejadian-provinsi-lain", "daerah-ini", "provinsi-lain", "perlu-diputuskan"),
                elsewhere("daerah-ini", "kabupaten-lain"),
                elsewhere("kabupaten-lain", "daerah-ini"),
                elsewhere("kabupaten-lain", "kabupaten-lain"),
                elsewhere(null, "daerah-ini"),
                elsewhere("daerah-ini", null));
    }

    private static Stream<RuleCase> mediation() {
        return Stream.of(
                mediation("mediasi-seksual", false, mediableBut("unsurSeksual", true)),
                mediation("mediasi-seksual", false, mediableBut("unsurSeksual", null)),
                mediation("mediasi-unsur-tppo", false, mediableBut("unsurTppo", true)),
                mediation("mediasi-unsur-tppo", false, mediableBut("unsurTppo", null)),
                mediation("mediasi-jenis-kasus-tppo", false, mediableBut("jenisKasus", "tppo")),
                mediation("mediasi-risiko-tinggi", false, mediableBut("tingkatRisiko", "TINGGI")),
                mediation("mediasi-risiko-tinggi", false, mediableBut("tingkatRisiko", "DARURAT")),
                mediation("mediasi-risiko-tinggi", false, mediableBut("tingkatRisiko", null)),
                mediation("mediasi-diminta-korban", true, mediableBut()),
                mediation("mediasi-diminta-korban", true, mediableBut("jenisSengketa", "delik-aduan")),
                mediation("mediasi-diminta-korban", true, mediableBut("jenisSengketa", "ketenagakerjaan")),
                mediation("mediasi-diminta-korban", true, mediableBut("tingkatRisiko", "RENDAH")),
                mediation("mediasi-selain-itu", false, mediableBut("korbanMintaMediasi", "tidak")),
                mediation("mediasi-selain-itu", false, mediableBut("jenisSengketa", "lainnya")),
                mediation("mediasi-selain-itu", false, mediableBut("jenisSengketa", null)));
    }

    private static Stream<RuleCase> services() {
        return Stream.of(
                        needed("kesehatan", "butuhKesehatan", "pemulihan-kesehatan"),
                        needed("psikologis", "butuhPsikologis", "pemulihan-psikologis"),
                        needed("rehabilitasi", "butuhRehabSosial", "rehabilitasi-sosial"),
                        needed("rohani", "butuhRohani", "bimbingan-rohani"),
                        needed("ekonomi", "butuhEkonomi", "pemberdayaan-ekonomi"),
                        needed("hukum", "butuhBantuanHukum", "bantuan-hukum"),
                        needed("pulang", "butuhPulang", "pemulangan"),
                        Stream.of("kesehatan", "psikologis", "hukum").map(OtherCases::ofSexualViolence),
                        Stream.of("kesehatan", "psikologis", "rehabilitasi", "hukum", "pulang")
                                .map(OtherCases::ofTrafficking))
                .flatMap(cases -> cases);
    }

    private static Stream<RuleCase> visits() {
        Object[] four = {"P14D", "P16D", "P2M", "P3M"};
        Object[] five = {"P14D", "P16D", "P2M", "P3M", "P6M"};
        return Stream.of(
                visit("kunjungan-14-hari", of(), four),
                visit("kunjungan-1-bulan", of("korbanUsia", 18), four),
                visit("kunjungan-3-bulan", of("korbanUsia", 40, "unsurTppo", false), four),
                visit("kunjungan-6-bulan", of("unsurTppo", false), four),
                visit("kunjungan-12-bulan-anak", of("korbanUsia", 17), five),
                visit("kunjungan-12-bulan-anak", of("korbanUsia", 17, "unsurTppo", true), five),
                visit("kunjungan-12-bulan-tppo", of("korbanUsia", 18, "unsurTppo", true), five),
                visit("kunjungan-12-bulan-tppo", of("unsurTppo", true), five));
    }

    private static Stream<RuleCase> rungs() {
        return Stream.of(
                rung("jarak-risiko-darurat", "DARURAT", "PT15M"),
                rung("jarak-risiko-tinggi", "TINGGI", "PT24H"),
                rung("jarak-risiko-sedang", "SEDANG", "P7D"),
                rung("jarak-risiko-rendah", "RENDAH", "P14D"),
                rung("jarak-risiko-belum-dinilai", null, "PT24H"),
                rung("jarak-risiko-belum-dinilai", "entah", "PT24H"));
    }

    private static RuleCase rung(String rule, String risk, String distance) {
        return RuleCase.of("jarak-anak-tangga", rule, of("tingkatRisiko", risk), distance);
    }

    private static RuleCase place(String rule, String victim, String incident, String result) {
        return RuleCase.of("kewenangan", rule, of("wilayahKorban", victim, "wilayahKejadian", incident), result);
    }

    private static RuleCase elsewhere(String victim, String incident) {
        return place("kewenangan-kabupaten-lain-atau-belum-jelas", victim, incident, "perlu-diputuskan");
    }

    private static RuleCase mediation(String rule, boolean allowed, Map<String, Object> answers) {
        return RuleCase.of("boleh-mediasi", rule, answers, allowed);
    }

    private static Stream<RuleCase> needed(String slug, String question, String service) {
        String rule = "layanan-" + slug + "-dibutuhkan";
        return Stream.of(RuleCase.of("kebutuhan-layanan", rule, of(question, "ya"), service));
    }

    private static RuleCase ofSexualViolence(String slug) {
        Object[] services = {"pemulihan-kesehatan", "pemulihan-psikologis", "bantuan-hukum"};
        var answers = of("unsurSeksual", true, "butuhKesehatan", "tidak");
        return RuleCase.of("kebutuhan-layanan", "layanan-" + slug + "-korban-seksual", answers, services);
    }

    private static RuleCase ofTrafficking(String slug) {
        Object[] services = {
            "pemulihan-kesehatan", "pemulihan-psikologis", "rehabilitasi-sosial", "bantuan-hukum", "pemulangan"
        };
        var answers = of("unsurTppo", true, "butuhPulang", "tidak");
        return RuleCase.of("kebutuhan-layanan", "layanan-" + slug + "-korban-tppo", answers, services);
    }

    private static RuleCase visit(String rule, Map<String, Object> answers, Object... gaps) {
        return RuleCase.of("jadwal-kunjungan", rule, answers, gaps);
    }
}
