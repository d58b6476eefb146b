package id.tuntas.sop.decision;

import static id.tuntas.sop.decision.Answers.calm;
import static id.tuntas.sop.decision.Answers.calmBut;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** A case for each rule of {@code saring-risiko.dmn}, each one change away from the calm case. */
final class RiskCases {

    private RiskCases() {}

    static Stream<RuleCase> all() {
        return Stream.of(levels(), emergencies(), highs(), points()).flatMap(cases -> cases);
    }

    private static Stream<RuleCase> levels() {
        return Stream.of(
                risk("risiko-pemicu-darurat", "DARURAT", "senjata", "ya"),
                risk("risiko-usulan-darurat", "DARURAT", "tingkatRisikoUsulan", "DARURAT"),
                risk("risiko-pemicu-tinggi", "TINGGI", "ancamanBunuh", "ya"),
                risk("risiko-usulan-tinggi", "TINGGI", "tingkatRisikoUsulan", "TINGGI"),
                RuleCase.of("saring-risiko", "risiko-skor-tinggi", freshViolenceByHusband(), "TINGGI"),
                risk("risiko-skor-sedang", "SEDANG", "unsurFisik", true),
                RuleCase.of("saring-risiko", "risiko-rendah", calm(), "RENDAH"));
    }

    /** Two points each for three elements, one for who did it, one for how recent it is: the threshold of eight. */
    private static Map<String, Object> freshViolenceByHusband() {
        var answers = calmBut("unsurFisik", true, "unsurPsikis", true, "unsurKdrt", true);
        answers.put("terlaporHubungan", "suami-istri");
        answers.put("rentangKejadian", "kurang-72-jam");
        return answers;
    }

    private static Stream<RuleCase> emergencies() {
        return Stream.concat(
                Stream.of(risk("darurat-bahaya-saat-ini", "DARURAT", "bahayaSaatIni", "ya")),
                Answers.RED.stream().flatMap(question -> unsure("darurat-", question, "DARURAT")));
    }

    private static Stream<RuleCase> highs() {
        var facts = Stream.of(
                risk("tinggi-bahaya-tidak-diketahui", "TINGGI", "bahayaSaatIni", "tidak-tahu"),
                risk("tinggi-seksual-pada-anak", "TINGGI", "unsurSeksual", true, "korbanUsia", 17),
                risk("tinggi-seksual-pada-anak", "TINGGI", "unsurSeksual", true, "korbanUsia", null),
                risk("tinggi-seksual-waktu-tidak-diketahui", "TINGGI", seksual("rentangKejadian", "tidak-tahu")),
                risk("tinggi-terlapor-orang-tua", "TINGGI", "terlaporHubungan", "orang-tua"),
                risk("tinggi-terlapor-guru", "TINGGI", "terlaporHubungan", "guru"),
                risk("tinggi-unsur-tppo", "TINGGI", "unsurTppo", true),
                risk("tinggi-jenis-kasus-tppo", "TINGGI", "jenisKasus", "tppo"),
                risk("tinggi-usia-di-bawah-12", "TINGGI", "korbanUsia", 11.5));
        return Stream.concat(facts, Answers.ORANGE.stream().flatMap(question -> unsure("tinggi-", question, "TINGGI")));
    }

    private static Stream<RuleCase> points() {
        return Stream.of(
                points("skor-fisik", 2, "unsurFisik", true),
                points("skor-psikis", 2, "unsurPsikis", true),
                points("skor-seksual", 3, "unsurSeksual", true),
                points("skor-penelantaran", 2, "unsurPenelantaran", true),
                points("skor-eksploitasi", 2, "unsurEksploitasi", true),
                points("skor-kdrt", 2, "unsurKdrt", true),
                points("skor-daring", 2, "unsurDaring", true),
                points("skor-terlapor-dekat", 1, "terlaporHubungan", "keluarga"),
                points("skor-terlapor-dekat", 1, "terlaporHubungan", "suami-istri"),
                points("skor-terlapor-dekat", 1, "terlaporHubungan", "pacar-mantan"),
                points("skor-terlapor-dekat", 1, "terlaporHubungan", "majikan"),
                points("skor-terlapor-tidak-diketahui", 1, "terlaporHubungan", "tidak-tahu"),
                points("skor-disabilitas", 1, "penyandangDisabilitas", "ya"),
                points("skor-disabilitas", 1, "penyandangDisabilitas", "tidak-tahu"),
                points("skor-anak", 1, "korbanUsia", 12),
                points("skor-anak", 1, "korbanUsia", 17),
                points("skor-anak", 1, "korbanUsia", null),
                points("skor-baru-terjadi", 1, "rentangKejadian", "kurang-72-jam"),
                points("skor-baru-terjadi", 1, "rentangKejadian", "tidak-tahu"));
    }

    private static Object[] seksual(String key, Object value) {
        return new Object[] {"unsurSeksual", true, key, value};
    }

    private static Stream<RuleCase> unsure(String prefix, String question, String level) {
        String rule = prefix
                + question.replaceAll("(?=[A-Z])|(?<=[a-z])(?=[0-9])|(?<=[0-9])(?=J)", "-")
                        .toLowerCase(Locale.ROOT)
                        .replace("--", "-");
        return Stream.of("ya", "tidak-tahu").map(answer -> risk(rule, level, question, answer));
    }

    private static RuleCase risk(String rule, String level, Object... changes) {
        return new RuleCase("saring-risiko", rule, calmBut(changes), List.of(level));
    }

    private static RuleCase points(String rule, int points, Object... changes) {
        return new RuleCase("skor-risiko", rule, calmBut(changes), List.of(points));
    }
}
