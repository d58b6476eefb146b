package id.tuntas.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.tuntas.access.Visitor;
import id.tuntas.testing.ExportedFiles;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What managers take away from {@code /pantau} as files, on Monday, 23 November 2026, 10 o'clock in Manggarai Barat. */
class DownloadTest extends MondayPages {

    private static final String LIST = "/pantau/daftar/unduh?";

    private ClockRows rows;

    @BeforeEach
    void someRows() {
        rows = new ClockRows(db, NOW);
    }

    @AfterEach
    void away() {
        rows.remove();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pantau/unduh",
                "/pantau/daftar/unduh",
                "/pantau/kepatuhan/unduh",
                "/pantau/peta/unduh",
                "/pantau/mitra/unduh",
                "/pantau/indikator/unduh"
            })
    void areForManagersAndForNobodyElse(String path) {
        for (String form : List.of("csv", "xlsx")) {
            for (String user :
                    List.of("penyelia-kasus", "manajer-kasus", "kepala-uptd", "kepala-bidang-ppa", "kepala-dinas")) {
                assertThat(Visitor.signedIn(port, user)
                                .get(path + "?bentuk=" + form)
                                .statusCode())
                        .as(user)
                        .isEqualTo(200);
            }
        }
        long before = exports();
        for (String user : List.of("admin", "peksos", "auditor", "penyusun-sop", "polres-ppa")) {
            assertThat(Visitor.signedIn(port, user).get(path + "?bentuk=csv").statusCode())
                    .as(user)
                    .isEqualTo(403);
        }
        assertThat(Visitor.on(port).get(path + "?bentuk=csv").headers().firstValue("Location"))
                .hasValue("/login");
        var stranger = Visitor.signedIn(port, "manado-kepala-dinas").get(path + "?bentuk=csv&daerah=manggarai-barat");
        assertThat(stranger.statusCode()).isEqualTo(400);
        assertThat(stranger.body()).contains("&quot;daerah&quot;").doesNotContain("MABAR");
        assertThat(exports()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "bentuk=pdf, bentuk",
        "bentuk=, bentuk",
        "urut=tenggat, bentuk",
        "bentuk=csv&urut=acak, urut",
        "bentuk=csv&risiko=SANGAT, risiko",
        "bentuk=csv&bentuk=xlsx, bentuk",
        "bentuk=csv&saringan=apa, saringan"
    })
    void sayWhichPartOfTheAddressIsWrong(String question, String field) {
        var answer = manager().get(LIST + question);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(answer.body()).contains("&quot;" + field + "&quot;").doesNotContain("Exception");
    }

    @Test
    void theWholeListLeavesInTheOrderOfThePageAndAsLongAsTheFigureSays() {
        for (int i = 0; i < 53; i++) {
            rows.late("MABAR-2026-94" + (10 + i), "saring-risiko", "kemenag", null, null, Duration.ofSeconds(60 + i));
        }
        String address = "keadaan=terlambat&lembaga=kemenag";
        String page = manager().get("/pantau/daftar?" + address).body();
        assertThat(page)
                .contains(
                        ": 53 langkah",
                        "53 baris",
                        "/pantau/daftar/unduh?keadaan=terlambat&amp;lembaga=kemenag&amp;bentuk=csv");

        List<List<String>> csv = csv(LIST + address + "&bentuk=csv");
        assertThat(csv).hasSize(54);
        assertThat(csv.get(0)).startsWith("Nomor kasus", "Langkah").contains("Tenggat (Asia/Makassar)");
        assertThat(column(csv, "Nomor kasus")).first().isEqualTo("MABAR-2026-9462");
        assertThat(column(csv, "Nomor kasus")).last().isEqualTo("MABAR-2026-9410");
        assertThat(column(csv(LIST + address + "&urut=kasus&bentuk=csv"), "Nomor kasus"))
                .isSorted();
    }

    @Test
    void aRowSaysWhatThePageSaysInNumbers() {
        rows.late("MABAR-2026-9481", "saring-risiko", "uptd-ppa", "peksos", "DARURAT", Duration.ofMinutes(90));
        rows.told("MABAR-2026-9481", "penyelia-kasus", Duration.ZERO, Duration.ofMinutes(-30));

        Map<String, String> row = row(csv(LIST + "keadaan=terlambat&bentuk=csv"), "MABAR-2026-9481");
        assertThat(row)
                .hasEntrySatisfying("Lembaga", name -> assertThat(name).startsWith("UPTD PPA"))
                .containsEntry("Daerah", "Kabupaten Manggarai Barat")
                .containsEntry("Risiko", "Darurat")
                .containsEntry("Pemegang", "peksos")
                .containsEntry("Keadaan", "terlambat")
                .containsEntry("Tenggat (Asia/Makassar)", "2026-11-23 08:30:00")
                .containsEntry("Tangga", "anak tangga 1: Penyelia Kasus")
                .containsEntry("Jatah", "1")
                .containsEntry("Terpakai", "2.5")
                .containsEntry("Terlambat", "1.5")
                .containsEntry("Sisa", "")
                .containsEntry("Satuan", "jam")
                .containsEntry("Tenggat hukum", "tidak")
                .containsEntry("Versi SOP", "1")
                .containsEntry("Zona waktu", "Asia/Makassar")
                .containsEntry("Id jam", "papan-MABAR-2026-9481");
        assertThat(row(csv(LIST + "keadaan=terlambat&bentuk=csv&lang=en"), "MABAR-2026-9481"))
                .containsEntry("Case number", "MABAR-2026-9481")
                .containsEntry("Risk", "Emergency");
    }

    @Test
    void anXlsxSaysWhereItIsFrom() {
        rows.late("MABAR-2026-9482", "saring-risiko", "uptd-ppa", null, "DARURAT", Duration.ofMinutes(90));
        var answer = manager().getBytes(LIST + "keadaan=terlambat&risiko=DARURAT&bentuk=xlsx");

        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"tuntas-daftar-manggarai-barat-2026-11-23.xlsx\"");
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        var sheets = ExportedFiles.xlsx(answer.body());
        assertThat(sheets).containsOnlyKeys("Keterangan", "Daftar");
        assertThat(sheets.get("Keterangan"))
                .contains(List.of("Isi", "Terlambat"), List.of("Daerah", "Kabupaten Manggarai Barat"))
                .contains(List.of("Saringan", "Keadaan: Terlambat; Risiko: Darurat"))
                .anySatisfy(line -> assertThat(line).contains("Cara menghitung"))
                .anySatisfy(line ->
                        assertThat(line.get(1)).contains("23 Nov 2026, 10.00 (Asia/Makassar), oleh kepala-dinas"))
                .anySatisfy(line -> assertThat(line.get(1)).contains("penanganan-korban versi "));
        assertThat(sheets.get("Daftar")).anySatisfy(line -> assertThat(line).contains("MABAR-2026-9482"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/pantau",
                "/pantau/kepatuhan",
                "/pantau/kepatuhan?jenis=tahap",
                "/pantau/peta",
                "/pantau/mitra?periode=2026",
                "/pantau/indikator?periode=2026-T3"
            })
    void everyPageWithTablesLeavesAsASheetForEachTableAndAsOneCsv(String path) {
        rows.late("MABAR-2026-9483", "saring-risiko", "uptd-ppa", null, "DARURAT", Duration.ofMinutes(90));
        String page = manager().get(path).body();
        Matcher link = Pattern.compile(
                        "href=\"(/pantau[^\"]*/unduh[^\"]*bentuk=xlsx)\"[^>]*>XLSX</a>, <span>(\\d+) (tabel|baris)")
                .matcher(page);
        assertThat(link.find()).as(page).isTrue();
        String address = link.group(1).replace("&amp;", "&");
        int announced = Integer.parseInt(link.group(2));

        var sheets = ExportedFiles.xlsx(manager().getBytes(address).body());
        assertThat(sheets).containsKey("Keterangan");
        sheets.forEach((name, lines) -> assertThat(lines).as(name).isNotEmpty());
        List<List<String>> csv = csv(address.replace("bentuk=xlsx", "bentuk=csv"));
        if (link.group(3).equals("tabel")) {
            assertThat(sheets).hasSize(announced + 1);
            assertThat(csv.get(0)).containsExactly("Tabel", "Baris", "Kolom", "Nilai");
        } else {
            assertThat(sheets.get("Peta")).hasSize(announced + 1);
            assertThat(csv).hasSize(announced + 1);
        }
    }

    @Test
    void theFiguresOfTheBoardLeaveAsTheyStand() {
        rows.late("MABAR-2026-9484", "saring-risiko", "kemenag", null, "DARURAT", Duration.ofMinutes(90));
        rows.late("MABAR-2026-9485", "saring-risiko", "kemenag", "peksos", null, Duration.ofMinutes(30));

        assertThat(csv("/pantau/unduh?lembaga=kemenag&bentuk=csv"))
                .contains(List.of("Angka", "Terlambat sekarang", "Banyaknya", "2"))
                .contains(List.of("Angka", "Terlambat sekarang", "Di antaranya darurat", "1"))
                .anySatisfy(line -> {
                    assertThat(line.get(1))
                            .startsWith("Kabupaten Manggarai Barat · ")
                            .endsWith(" · Saring risiko · peksos");
                    assertThat(line.subList(2, 4)).containsExactly("Banyaknya", "1");
                });
        assertThat(csv("/pantau/kepatuhan/unduh?lembaga=kemenag&bentuk=csv"))
                .anySatisfy(line -> assertThat(line).endsWith("Terlambat", "2"))
                .anySatisfy(line -> assertThat(line).endsWith("Catatan", "kurang dari 5"));
        assertThat(csv("/pantau/peta/unduh?lembaga=kemenag&bentuk=csv"))
                .anySatisfy(line -> assertThat(line).contains("Saring risiko", "2", "1", "kurang dari 5"));
    }

    @Test
    void whoTookWhatIsOnRecordAndNamesNobody() {
        manager().get(LIST + "keadaan=terlambat&orang=peksos&lembaga=uptd-ppa&bentuk=csv");

        assertThat(lastExport())
                .containsEntry("actor", "kepala-dinas")
                .containsEntry("fields", "keadaan:terlambat,lembaga:uptd-ppa,orang,urut:terburuk")
                .extractingByKey("reason")
                .asString()
                .matches("daftar csv \\d+");
    }

    @Test
    void nothingLeavesThatCannotBeRecorded() {
        db.sql(
                        "alter table audit_entry add constraint uji_penuh check (kind <> 'BOARD_EXPORTED' or reason not like 'daftar%csv%' or id < 0) nocheck")
                .update();
        try {
            var answer = manager().get(LIST + "bentuk=csv");
            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(answer.body()).doesNotContain("Nomor kasus", "MABAR-");
        } finally {
            db.sql("alter table audit_entry drop constraint uji_penuh").update();
        }
    }

    @Test
    void aListThatBreaksOffDoesNotLookWhole() {
        for (int i = 0; i < 600; i++) {
            rows.late("MABAR-2026-" + (20_000 + i), "saring-risiko", "kemenag", null, null, Duration.ofDays(1));
        }
        rows.late("MABAR-2026-20999", "saring-risiko", "kemenag", null, null, Duration.ofSeconds(1));
        db.sql("update step_clock set measure = 'RUSAK' where id = 'papan-MABAR-2026-20999'")
                .update();

        for (String form : List.of("csv", "xlsx")) {
            assertThatThrownBy(
                            () -> manager().get(LIST + "keadaan=terlambat&lembaga=kemenag&urut=tenggat&bentuk=" + form))
                    .as(form)
                    .hasMessageContaining("chunked transfer encoding");
        }
    }

    private List<List<String>> csv(String path) {
        var answer = manager().get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return ExportedFiles.csv(answer.body().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> column(List<List<String>> csv, String heading) {
        int place = csv.get(0).indexOf(heading);
        return csv.stream().skip(1).map(line -> line.get(place)).toList();
    }

    private static Map<String, String> row(List<List<String>> csv, String number) {
        List<String> row = csv.stream()
                .filter(line -> line.get(0).equals(number))
                .findFirst()
                .orElseThrow();
        Map<String, String> cells = new java.util.HashMap<>();
        for (int i = 0; i < row.size(); i++) {
            cells.put(csv.get(0).get(i), row.get(i));
        }
        return cells;
    }

    private Map<String, Object> lastExport() {
        return db.sql(
                        "select actor, fields, reason from audit_entry where kind = 'BOARD_EXPORTED' order by id desc fetch first 1 row only")
                .query()
                .singleRow();
    }
}
