package id.tuntas.sop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The SOP in {@code bpmn/} and {@code forms/} keeps every rule. */
class ShippedSopTest {

    private static final Path REPORT = Path.of("target/sop-report.md");
    private static final String PROCEDURE =
            "terima-laporan saring-risiko tanggap-darurat jangkau-korban minta-persetujuan"
                    + " registrasi-kasus tetapkan-kewenangan lapor-polisi asesmen-biopsikososial periksa-medis-visum"
                    + " pelindungan-sementara mohon-perintah-perlindungan mohon-lpsk tempatkan-rumah-aman"
                    + " asesmen-psikologis bahas-kasus susun-rencana setujui-rencana rujuk-layanan dampingi-hukum"
                    + " pantau-peradilan proses-diversi-abh mediasi ajukan-restitusi urus-dokumen jamin-pendidikan"
                    + " pulihkan-kesehatan pulihkan-psikologis rehabilitasi-sosial bimbing-rohani berdayakan-ekonomi"
                    + " tinjau-rencana terima-putusan pantau-restitusi nilai-kesiapan-pulang pulangkan-korban"
                    + " serah-terima kunjungan-lanjutan usul-terminasi setujui-terminasi";

    private final SopBundle shipped = SopBundle.fromDirectory(Path.of(""));

    @Test
    void breaksNoRule() {
        assertThat(Finding.list(new SopRules().check(shipped))).isEmpty();
    }

    @Test
    void isTheSameInTheClassPath() {
        assertThat(SopBundle.fromClassPath().names()).isEqualTo(shipped.names());
    }

    /** Leaves the report behind as {@code target/sop-report.md}. */
    @Test
    void printsOwnerBudgetEscalationAndFormOfAllFortySteps() throws IOException {
        Files.createDirectories(REPORT.getParent());
        Files.writeString(REPORT, SopReport.of(shipped).markdown());

        List<String> rows = Files.readAllLines(REPORT);
        List<String> head = cells(rows.get(0));
        assertThat(PROCEDURE.split(" ")).hasSize(40).allSatisfy(step -> assertThat(rows)
                .filteredOn(row -> row.contains("(`" + step + "`)"))
                .singleElement()
                .satisfies(row -> assertThat(Stream.of("Layanan", "Tenggat", "Eskalasi", "Formulir")
                                .map(column -> cells(row).get(head.indexOf(column))))
                        .noneMatch(String::isBlank)));
    }

    @Test
    void showsOwnerBudgetEscalationAndFormOfEveryStep() {
        SopReport report = SopReport.of(shipped);

        assertThat(report.steps()).isNotEmpty();
        assertThat(report.incomplete()).isEmpty();
        assertThat(report.markdown().lines().skip(2)).hasSameSizeAs(report.steps());
    }

    private static List<String> cells(String row) {
        return Stream.of(row.split("(?<!\\\\)\\|")).map(String::strip).toList();
    }
}
