package id.tuntas.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tuntas.access.Visitor;
import id.tuntas.board.BoardState;
import id.tuntas.testing.ExportedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Everything that managers, auditors and operators see or take away without being on record for a look at personal data:
 * each page, and each file opened as its program opens it. Every answer also has to hold a word that must be in it.
 */
final class MarksInExports {

    private static final ZoneId ZONE = ZoneId.of("Asia/Makassar");
    private static final List<String> TABLES = List.of("", "/kepatuhan", "/peta", "/mitra", "/indikator");
    private static final int CASE_PAGES = 20;

    private final int port;
    private final Instant now;
    private final Collection<String> cases;
    private final Set<String> sources = new TreeSet<>();
    private final Map<String, Set<String>> found = new TreeMap<>();

    private MarksInExports(int port, Instant now, Collection<String> cases) {
        this.port = port;
        this.now = now;
        this.cases = cases;
    }

    /** Looks at all of them at the moment at which the simulation stands. */
    static MarksInExports of(int port, Instant now, Collection<String> cases) {
        MarksInExports exports = new MarksInExports(port, now, cases);
        exports.ofManagers("kepala-uptd", "Manggarai Barat", "MABAR-");
        exports.ofManagers("manado-kepala-uptd", "Manado", "MANADO-");
        exports.eventLogs();
        exports.pagesOfCases();
        exports.ofAuditors();
        exports.ofOperators();
        return exports;
    }

    /** Marks by where they stood; nothing for what had none. */
    Map<String, Set<String>> found() {
        return found;
    }

    /** How many different pages and files were searched. */
    int size() {
        return sources.size();
    }

    /** A manager reminds the people of steps. */
    static void remind(int port, List<String> steps) {
        Visitor manager = Visitor.signedIn(port, "kepala-uptd");
        List<String> fields = new ArrayList<>(
                List.of("tindakan", "ingatkan", "kunci", UUID.randomUUID().toString()));
        steps.forEach(step -> fields.addAll(List.of("langkah", step)));
        HttpResponse<String> answer = manager.submit("/akun", "/pantau/tindakan", fields.toArray(String[]::new));
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    /** Marks that a case manager is shown when he asks for the data of a case, which is on record; the same page by the same door. */
    static Set<String> shownOnRecord(int port, String number) {
        String page = "/kasus/" + number;
        HttpResponse<String> answer = Visitor.signedIn(port, "manajer-kasus").submit(page, page + "/data");
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        assertThat(answer.body()).contains(number);
        return Marks.ofFieldsIn(answer.body());
    }

    /** @param prefix of the numbers of the district's cases */
    private void ofManagers(String user, String district, String prefix) {
        if (cases.stream().noneMatch(number -> number.startsWith(prefix))) {
            return;
        }
        Visitor manager = Visitor.signedIn(port, user);
        for (String table : TABLES) {
            page(manager, "/pantau" + table, district);
            file(manager, "/pantau" + table + "/unduh?bentuk=csv", "\"(Tabel|Langkah)\",");
            file(manager, "/pantau" + table + "/unduh?bentuk=xlsx", district);
        }
        page(manager, "/pantau/terkini", "Terlambat");
        page(manager, "/pantau/laporan", district);
        page(manager, "/pantau/jejak", district);
        for (BoardState state : BoardState.values()) {
            page(manager, "/pantau/daftar?keadaan=" + state.word(), "<h1");
        }
        String anyCase = prefix + "[0-9]{4}-";
        page(manager, "/pantau/daftar?keadaan=semua", anyCase);
        file(manager, "/pantau/daftar/unduh?keadaan=semua&bentuk=csv", anyCase);
        file(manager, "/pantau/daftar/unduh?keadaan=semua&bentuk=xlsx", anyCase);
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        file(manager, "/pantau/laporan/pdf?bulan=" + YearMonth.from(today), district);
    }

    private void eventLogs() {
        Visitor head = Visitor.signedIn(port, "kepala-uptd");
        LocalDate today = LocalDate.ofInstant(now, ZONE);
        String period = "?dari=" + today.minusYears(4) + "&sampai=" + today; // the last steps come late
        for (String log : List.of("xes", "ocel")) {
            file(head, "/pantau/jejak/" + log + period, "terima-laporan");
        }
    }

    private void pagesOfCases() {
        Visitor manager = Visitor.signedIn(port, "manajer-kasus");
        cases.stream()
                .filter(number -> number.startsWith("MABAR"))
                .limit(CASE_PAGES)
                .forEach(number -> page(manager, "/kasus/" + number, number));
    }

    private void ofAuditors() {
        Visitor auditor = Visitor.signedIn(port, "auditor");
        cases.stream().limit(CASE_PAGES).forEach(number -> file(auditor, audit("kasus/csv", number), number));
        cases.stream().limit(2).forEach(number -> page(auditor, audit("kasus", number), number));
        for (String user : List.of("petugas-pengaduan", "pendamping-ppa", "penyelia-kasus", "kepala-uptd")) {
            file(auditor, audit("pengguna/csv", user), user);
            page(auditor, audit("pengguna", user), user);
        }
    }

    private static String audit(String question, String key) {
        return "/kelola/audit/" + question + "?kunci=" + key;
    }

    private void ofOperators() {
        Visitor operator = Visitor.signedIn(port, "admin");
        page(operator, "/actuator/health", "\"diskSpace\"");
        for (JsonNode metric : json(operator, "/actuator/metrics").path("names")) {
            page(operator, "/actuator/metrics/" + metric.asText(), metric.asText());
        }
        for (String list : List.of("job", "deployment", "process-instance", "history/process-instance")) {
            page(operator, "/camunda/api/engine/engine/default/" + list + "?maxResults=1000", "^\\[");
        }
    }

    private JsonNode json(Visitor visitor, String path) {
        try {
            return new ObjectMapper().readTree(page(visitor, path, "names"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String page(Visitor visitor, String path, String must) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        search(path, must, answer.body());
        return answer.body();
    }

    private void file(Visitor visitor, String path, String must) {
        HttpResponse<byte[]> answer = visitor.getBytes(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        String type = answer.headers().firstValue("Content-Type").orElse("");
        String text = type.contains("spreadsheetml")
                ? cells(answer.body())
                : type.contains("pdf") ? pdf(answer.body()) : new String(answer.body(), StandardCharsets.UTF_8);
        search(path, must, text);
    }

    private void search(String source, String must, String text) {
        assertThat(text).as(source).containsPattern(must);
        sources.add(source);
        Set<String> marks = Marks.in(text);
        if (!marks.isEmpty()) {
            found.computeIfAbsent(source, key -> new TreeSet<>()).addAll(marks);
        }
    }

    /** The cells as a spreadsheet shows them, and each part of the file. */
    private static String cells(byte[] file) {
        StringBuilder text = new StringBuilder(ExportedFiles.xlsx(file).toString());
        try {
            Path there = Files.write(Files.createTempFile("tuntas-clear", ".xlsx"), file);
            try (ZipFile parts = new ZipFile(there.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    byte[] content = parts.getInputStream(part).readAllBytes();
                    text.append('\n').append(part.getName()).append(new String(content, StandardCharsets.UTF_8));
                }
            }
            Files.delete(there);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** What is on the pages, and what a reader shows as the properties of the file. */
    private static String pdf(byte[] file) {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            String about = String.valueOf(pdf.getDocumentInformation().getCOSObject());
            return about + "\n" + new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
