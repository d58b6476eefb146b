package id.tuntas.sop.decision;

import static id.tuntas.sop.decision.ShippedDecisions.SHIPPED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every combination of answers, missing ones included, has a result of the documented kind. */
class DecisionCompletenessTest {

    private static final List<String> LEVELS = List.of("RENDAH", "SEDANG", "TINGGI", "DARURAT");
    private static final List<String> SERVICES = List.of(
            "pemulihan-kesehatan",
            "pemulihan-psikologis",
            "rehabilitasi-sosial",
            "bimbingan-rohani",
            "pemberdayaan-ekonomi",
            "bantuan-hukum",
            "pemulangan");

    @Test
    void jurisdictionIsLocalOnlyWhenBothPlacesAreHere() {
        AnswerSpace.of("kewenangan").forEach(answers -> {
            boolean here = answers.values().stream().allMatch("daerah-ini"::equals);
            assertThat(results("kewenangan", answers)).containsExactly(here ? "lokal" : "perlu-diputuskan");
        });
    }

    @Test
    void mediationIsAllowedOnlyWhenTheVictimAsksIsSafeAndTheMatterAllowsIt() {
        AnswerSpace.of("boleh-mediasi").forEach(answers -> assertThat(results("boleh-mediasi", answers))
                .as("%s", answers)
                .containsExactly(mayBeMediated(answers)));
    }

    @Test
    void everyAssessmentGivesEachServiceAtMostOnceInTheOrderOfTheTable() {
        AnswerSpace.of("kebutuhan-layanan").forEach(answers -> {
            var services = results("kebutuhan-layanan", answers);
            assertThat(services).as("%s", answers).isEqualTo(neededServices(answers));
        });
    }

    @Test
    void everyVictimIsVisitedAndChildrenAndTraffickingVictimsForAYear() {
        AnswerSpace.of("jadwal-kunjungan").forEach(answers -> {
            boolean child = answers.get("korbanUsia") instanceof Number age && age.doubleValue() < 18;
            boolean year = child || Boolean.TRUE.equals(answers.get("unsurTppo"));
            var four = List.of("P14D", "P16D", "P2M", "P3M");
            assertThat(results("jadwal-kunjungan", answers).subList(0, 4)).isEqualTo(four);
            assertThat(results("jadwal-kunjungan", answers)).hasSize(year ? 5 : 4);
        });
    }

    @Test
    void theHigherTheRiskTheFasterTheLadderAndAnUnknownRiskIsHigh() {
        var distances = Map.of("DARURAT", "PT15M", "TINGGI", "PT24H", "SEDANG", "P7D", "RENDAH", "P14D");
        AnswerSpace.of("jarak-anak-tangga").forEach(answers -> {
            var risk = Objects.requireNonNullElse(answers.get("tingkatRisiko"), "TINGGI");
            assertThat(results("jarak-anak-tangga", answers)).containsExactly(distances.get(risk));
        });
        assertThat(LEVELS).containsExactlyInAnyOrderElementsOf(distances.keySet());
    }

    @Test
    void everySingleAnswerToTheRiskQuestionsGivesOneLevel() {
        AnswerSpace.of("saring-risiko")
                .values()
                .forEach((question, options) -> options.forEach(option -> {
                    assertOneLevel(Answers.of(question, option));
                    assertOneLevel(Answers.calmBut(question, option));
                }));
    }

    @Test
    void twentyThousandRandomCasesGiveOneLevelEach() {
        var space = AnswerSpace.of("saring-risiko");
        var random = new Random(129);
        for (int i = 0; i < 20_000; i++) {
            assertOneLevel(space.sample(random, i % 2 == 0 ? 0.05 : 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"pemicu-darurat", "pemicu-tinggi", "skor-risiko", "kebutuhan-layanan"})
    void aTableThatCollectsIsEmptyWhenNothingIsKnownToCount(String decision) {
        assertThat(results(decision, Answers.of("korbanUsia", 30))).isEmpty();
    }

    private static void assertOneLevel(Map<String, Object> answers) {
        assertThat(results("saring-risiko", answers))
                .as("%s", answers)
                .singleElement()
                .isIn(LEVELS.toArray());
    }

    private static boolean mayBeMediated(Map<String, Object> answers) {
        return Boolean.FALSE.equals(answers.get("unsurSeksual"))
                && Boolean.FALSE.equals(answers.get("unsurTppo"))
                && !"tppo".equals(answers.get("jenisKasus"))
                && (isOneOf(answers.get("tingkatRisiko"), "SEDANG", "RENDAH"))
                && "ya".equals(answers.get("korbanMintaMediasi"))
                && isOneOf(answers.get("jenisSengketa"), "perdata", "delik-aduan", "ketenagakerjaan");
    }

    private static List<String> neededServices(Map<String, Object> answers) {
        boolean sexual = Boolean.TRUE.equals(answers.get("unsurSeksual"));
        boolean trafficking = Boolean.TRUE.equals(answers.get("unsurTppo"));
        var due = Map.of(
                "pemulihan-kesehatan", sexual || trafficking || asked(answers, "butuhKesehatan"),
                "pemulihan-psikologis", sexual || trafficking || asked(answers, "butuhPsikologis"),
                "rehabilitasi-sosial", trafficking || asked(answers, "butuhRehabSosial"),
                "bimbingan-rohani", asked(answers, "butuhRohani"),
                "pemberdayaan-ekonomi", asked(answers, "butuhEkonomi"),
                "bantuan-hukum", sexual || trafficking || asked(answers, "butuhBantuanHukum"),
                "pemulangan", trafficking || asked(answers, "butuhPulang"));
        return SERVICES.stream().filter(due::get).toList();
    }

    private static boolean asked(Map<String, Object> answers, String need) {
        return "ya".equals(answers.get(need));
    }

    private static boolean isOneOf(Object value, String... allowed) {
        return value != null && List.of(allowed).contains(value);
    }

    private static List<Object> results(String decision, Map<String, Object> answers) {
        return SHIPPED.evaluate(decision, answers).results();
    }
}
