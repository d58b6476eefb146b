package id.tuntas.partner;

import static id.tuntas.testing.Fixtures.MANADO;
import static id.tuntas.testing.Fixtures.MANGGARAI_BARAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.shared.District;
import id.tuntas.shared.ServiceKey;
import id.tuntas.testing.EngineTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;

@EngineTest
class RegisterImportTest {

    private static final String GOOD =
            """
            kelompok: [psikolog]
            layanan:
              - {id: mediasi, nama: Mediasi, mou: M6}
            daerah:
              - id: uji
                kode: UJI
                nama: Kabupaten Uji
                zona: Asia/Jakarta
                koordinator: psikolog
                instansi:
                  - {id: kantor, nama: Kantor}
                mou:
                  - {layanan: mediasi, instansi: kantor, kelompok: psikolog, mulai: 2026-01-01, sampai: 2026-06-30}
                  - {layanan: mediasi, instansi: kantor, kelompok: psikolog, mulai: 2026-07-01}
            """;

    @Autowired
    RegisterImport importer;

    @Autowired
    MouRegister register;

    @Autowired
    JdbcClient db;

    @Test
    void bringsTheDemoWithTwoDistrictsAndEveryServiceOfTheFirst() {
        assertThat(register.districts()).extracting(District::code).contains("MABAR", "MANADO");
        assertThat(register.services()).hasSize(30);
        assertThat(register.agreements(MANGGARAI_BARAT)).hasSize(30);
        assertThat(register.agreements(MANADO))
                .hasSize(29)
                .extracting(MouService::service)
                .doesNotContain(new ServiceKey("bimbingan-rohani"));
    }

    @Test
    void changesNothingTheSecondTime() {
        List<Long> before = counts();

        importer.importFrom(new ClassPathResource("register/demo.yaml"));

        assertThat(counts()).isEqualTo(before);
    }

    @Test
    void acceptsOneAgreementAfterTheOther() {
        assertThat(new RegisterRules("uji.yaml", RegisterFile.read(file(GOOD))).faults())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            layanan: mediasi, i   | layanan: mediasy, i    | daerah uji, mou mediasy: this service is not in the list layanan
            kelompok: psikolog,   | kelompok: dukun,       | daerah uji, mou mediasi: group dukun is not in the list kelompok
            koordinator: psikolog | koordinator: dukun     | daerah uji, koordinator: group dukun
            Asia/Jakarta          | Asia/Labuan_Bajo       | zona is no time zone (such as Asia/Makassar): Asia/Labuan_Bajo
            zona: Asia/Jakarta    | zona:                  | zona is no time zone
            kode: UJI             | kode: uji              | capital letters
            kode: UJI             | kode:                  | capital letters
            sampai: 2026-06-30    | sampai: 2026-07-01     | two agreements overlap
            sampai: 2026-06-30    | sampai: 2025-06-30     | is before mulai
            instansi: kantor      | instansi: warung       | instansi warung is not an agency of this district
            mou: M6               | mou: M10               | mou must be M1 to M9 but is M10
            nama: Kantor          | nama: ''               | nama must be 1 to 200 characters
            id: uji               | id: Uji Coba           | the id must be small letters
            mulai: 2026-07-01     | mulai:                 | mulai (first day) is missing
            """)
    void namesFileAndEntryOfAFault(String right, String wrong, String sentence) {
        List<String> faults =
                new RegisterRules("uji.yaml", RegisterFile.read(file(GOOD.replace(right, wrong)))).faults();

        assertThat(faults).isNotEmpty().allMatch(fault -> fault.startsWith("uji.yaml, "));
        assertThat(String.join("\n", faults)).contains(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "~",
                "[]",
                "daerah: 3",
                "rahasia: ya",
                "daerah: [~]",
                "daerah:\n\t- x",
                "daerah: [{zona: {}}]"
            })
    void refusesWhatIsNoRegister(String text) {
        assertThatThrownBy(() -> importer.importFrom(file(text))).isInstanceOf(InvalidRegister.class);
    }

    @Test
    void storesNothingOfAFileWithAFault() {
        List<Long> before = counts();

        assertThatThrownBy(() -> importer.importFrom(file(GOOD.replace("kelompok: psikolog,", "kelompok: dukun,"))))
                .isInstanceOf(InvalidRegister.class)
                .hasMessageContaining("dukun");

        assertThat(counts()).isEqualTo(before);
    }

    private List<Long> counts() {
        return List.of("district", "agency", "service", "mou_service", "mou_gap", "case_sequence").stream()
                .map(table -> db.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single())
                .toList();
    }

    private static Resource file(String text) {
        return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8), "uji.yaml");
    }
}
