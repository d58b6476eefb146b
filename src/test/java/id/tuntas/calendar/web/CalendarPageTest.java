package id.tuntas.calendar.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.tuntas.TuntasTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page as a browser without JavaScript uses it, through sign-in, CSRF token and upload. */
@TuntasTest
class CalendarPageTest {

    private static final String PAGE = "/kelola/kalender";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final String BOUNDARY = "batas-berkas";
    private static final int YEAR = LocalDate.now(ZoneId.of("Asia/Makassar")).getYear();

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient db;

    @BeforeEach
    void signIn() {
        signIn("admin");
    }

    /** The context is shared, so nothing of these tests stays. */
    @AfterEach
    void forget() {
        db.sql("delete from holiday where not shipped").update();
        db.sql("delete from work_hours").update();
        db.sql("delete from work_calendar").update();
        db.sql("delete from settled_year where calendar_year > 2027").update();
        db.sql("update calendar_version set token = ?")
                .param("uji " + System.nanoTime())
                .update();
    }

    @Test
    void isForAdministratorsOnly() {
        signIn("kepala-dinas");

        assertThat(get(PAGE).statusCode()).isEqualTo(403);
        assertThat(post("/tahun", Map.of("daerah", "manado", "tahun", "2028", "pasti", "true"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void showsStandardHoursAndTheHolidaysOfTwoYearsInBothLanguages() {
        String page = get(PAGE + "?daerah=manado").body();
        assertThat(page)
                .contains(
                        "Jam kerja Kota Manado (Asia/Makassar)",
                        "Jam bawaan",
                        "07:30–12:00, 13:00–16:00",
                        "Jumat",
                        "Tutup")
                .contains(String.valueOf(YEAR), String.valueOf(YEAR + 1), "Tandai")
                .doesNotContain("??");

        assertThat(get(PAGE + "?daerah=manado&lang=en").body())
                .contains("Office hours of Kota Manado", "Friday", "Closed")
                .doesNotContain("??");
    }

    @Test
    void takesAFileShowsWhatItBroughtAndTakesADayAway() {
        HttpResponse<String> answer = upload(
                "/libur/berkas",
                Map.of("daerah", "manado", "jenis", "libur-daerah"),
                "tanggal,nama,jenis,mulai,selesai\n" + YEAR + "-07-14,HUT Kota Manado,libur-daerah,,\n" + YEAR
                        + "-07-15,Pulang cepat,setengah-hari,08:00,11:00\n");

        assertThat(answer.statusCode()).isEqualTo(302);
        String page = get(location(answer)).body();
        assertThat(page)
                .contains("Hari libur dari berkas sudah disimpan.", "HUT Kota Manado", "Setengah hari", "08:00-11:00");
        assertThat(get(PAGE + "?daerah=manggarai-barat").body()).doesNotContain("HUT Kota Manado");

        HttpResponse<String> removed =
                post("/libur/hapus", Map.of("daerah", "manado", "semua", "false", "tanggal", YEAR + "-07-14"));
        assertThat(get(location(removed)).body())
                .contains("Hari libur sudah dihapus.", "Pulang cepat")
                .doesNotContain("HUT Kota Manado");
    }

    @Test
    void takesAnICalendarFileForAllDistricts() {
        String file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:uji\r\nBEGIN:VEVENT\r\nDTSTART;VALUE=DATE:" + YEAR
                + "0714\r\nSUMMARY:Pemilihan umum\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

        upload("/libur/berkas", Map.of("daerah", "manado", "semua", "true", "jenis", "libur-nasional"), file);

        assertThat(get(PAGE + "?daerah=manggarai-barat").body()).contains("Pemilihan umum");
    }

    @Test
    void saysEveryFaultOfAFileAndStoresNothing() {
        HttpResponse<String> answer = upload(
                "/libur/berkas",
                Map.of("daerah", "manado", "jenis", "libur-daerah"),
                "tanggal,nama,jenis\n" + YEAR + "-07-14,HUT,libur-daerah\nbesok,<b>Lusa</b>,libur-desa\n");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Belum ada yang disimpan", "Baris 3: tanggal", "Baris 3: jenis", "href=\"#berkas-libur\"")
                .doesNotContain("<b>Lusa");
        assertThat(holidaysOfManado()).isZero();
    }

    @Test
    void saysThatAFileIsTooLarge() {
        HttpResponse<String> answer = upload(
                "/libur/berkas",
                Map.of("daerah", "manado", "jenis", "libur-daerah"),
                "tanggal,nama,jenis\n" + "x".repeat(2_000_000));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Berkas terlalu besar");
    }

    @Test
    void addsOneHolidayAndKeepsWhatWasTypedIfItIsWrong() {
        Map<String, String> good = Map.of(
                "daerah",
                "manado",
                "tanggal",
                YEAR + "-07-14",
                "nama",
                "HUT",
                "jenis",
                "libur-daerah",
                "mulai",
                "",
                "selesai",
                "");
        assertThat(get(location(post("/libur", good))).body()).contains("Hari libur sudah disimpan.");
        assertThat(get(location(post("/libur", good))).body()).contains("Tidak ada yang berubah.");

        HttpResponse<String> wrong = post(
                "/libur",
                Map.of(
                        "daerah",
                        "manado",
                        "tanggal",
                        "",
                        "nama",
                        "Tanpa tanggal",
                        "jenis",
                        "libur-daerah",
                        "semua",
                        "true"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Tanggal “” tidak terbaca.", "value=\"Tanpa tanggal\"");
    }

    @Test
    void replacesTheHoursOfOneAgencyAndTakesThemBack() {
        String agency = db.sql("select min(id) from agency where district_id = 'manado'")
                .query(String.class)
                .single();
        HttpResponse<String> answer = upload(
                "/jam",
                Map.of("daerah", "manado", "instansi", agency, "tetapBuka", "true"),
                "hari,mulai,selesai\nsabtu,00:00,24:00\n");
        assertThat(get(location(answer)).body())
                .contains("Jam kerja sudah diganti.", "00:00–24:00", "Buka pada hari libur", "Jam bawaan");

        HttpResponse<String> back = post("/jam/hapus", Map.of("daerah", "manado", "instansi", agency));
        assertThat(get(location(back)).body()).doesNotContain("00:00–24:00");
    }

    @Test
    void marksAYearAsComplete() {
        HttpResponse<String> answer = post("/tahun", Map.of("daerah", "manado", "tahun", "2028", "pasti", "true"));

        assertThat(get(location(answer)).body()).contains("Status tahun sudah diganti.");
        assertThat(db.sql("select count(*) from settled_year where calendar_year = 2028")
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void knowsNoOtherDistrictsAgenciesOrKinds() {
        assertThat(get(PAGE + "?daerah=antah").statusCode()).isEqualTo(404);
        assertThat(post("/jam/hapus", Map.of("daerah", "manado", "instansi", "antah"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(upload("/libur/berkas", Map.of("daerah", "antah", "jenis", "libur-daerah"), "x")
                        .statusCode())
                .isEqualTo(404);
        assertThat(upload("/libur/berkas", Map.of("daerah", "manado", "jenis", "antah"), "x")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void changesNothingWithoutTheToken() {
        HttpRequest.Builder request = request(PAGE + "/tahun")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("daerah=manado&tahun=2028&pasti=true"));

        assertThat(send(request).statusCode()).isEqualTo(403);
    }

    private int holidaysOfManado() {
        return db.sql("select count(*) from holiday where district_id = 'manado'")
                .query(Integer.class)
                .single();
    }

    private void signIn(String user) {
        cookies.getCookieStore().removeAll();
        send(form("/login", Map.of("_csrf", csrf("/login"), "username", user, "password", "tuntas-demo")));
    }

    private HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("_csrf", csrf(PAGE));
        return send(form(PAGE + path, all));
    }

    private HttpResponse<String> upload(String path, Map<String, String> fields, String file) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
        part(body, "name=\"_csrf\"", csrf(PAGE));
        part(body, "name=\"berkas\"; filename=\"berkas\"", file);
        body.append("--").append(BOUNDARY).append("--\r\n");
        return send(request(PAGE + path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private static void part(StringBuilder body, String disposition, String content) {
        body.append("--").append(BOUNDARY).append("\r\nContent-Disposition: form-data; ");
        body.append(disposition).append("\r\n\r\n").append(content).append("\r\n");
    }

    private String csrf(String page) {
        Matcher found = CSRF.matcher(get(page).body());
        return found.find() ? found.group(1) : "";
    }

    private String location(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow(() -> new AssertionError(answer.body()));
        return URI.create("http://127.0.0.1:" + port).resolve(location).toString();
    }

    private HttpRequest.Builder form(String path, Map<String, String> fields) {
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append(body.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body.toString()));
    }

    private HttpRequest.Builder request(String path) {
        String uri = path.startsWith("http") ? path : "http://127.0.0.1:" + port + path;
        return HttpRequest.newBuilder(URI.create(uri)).header("Accept", "text/html");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
