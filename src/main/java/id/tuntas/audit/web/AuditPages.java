package id.tuntas.audit.web;

import id.tuntas.audit.AuditEntry;
import id.tuntas.audit.AuditLog;
import id.tuntas.audit.AuditReader;
import id.tuntas.audit.AuditReader.About;
import id.tuntas.audit.AuditReader.Line;
import id.tuntas.audit.AuditReader.Question;
import id.tuntas.export.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * The auditor's two questions: {@code /kelola/audit/kasus} (who looked at this case) and {@code /kelola/audit/pengguna}
 * (what this user looked at). The question stands in the address, pages go by key, and each use is on record before the
 * answer leaves.
 */
@Controller
@RequestMapping("/kelola/audit")
class AuditPages {

    private static final int ROWS = 50;
    private static final Map<String, About> QUESTIONS = Map.of("kasus", About.CASE, "pengguna", About.USER);

    private final AuditReader reader;
    private final AuditLog log;
    private final AuditZone zones;

    AuditPages(AuditReader reader, AuditLog log, AuditZone zones) {
        this.reader = reader;
        this.log = log;
        this.zones = zones;
    }

    @GetMapping
    String start() {
        return "redirect:/kelola/audit/kasus";
    }

    @GetMapping("/{tanya}")
    ModelAndView page(
            @PathVariable String tanya,
            @RequestParam(required = false) String kunci,
            @RequestParam(required = false) String dari,
            @RequestParam(required = false) String sampai,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long sebelum,
            Principal auditor) {
        AuditQuery query = AuditQuery.of(about(tanya), kunci, dari, sampai);
        ZoneId zone = zones.of(auditor.getName());
        ModelAndView view = new ModelAndView("kelola/audit")
                .addObject("tanya", tanya)
                .addObject("query", query)
                .addObject("zone", zone)
                .addObject("first", sebelum == Long.MAX_VALUE);
        if (query.wrong().isPresent()) {
            view.setStatus(HttpStatus.BAD_REQUEST);
            return view.addObject("field", query.wrong().get());
        }
        if (!query.asked()) {
            return view;
        }
        record("AUDIT_READ", query);
        List<Line> lines = reader.page(query.asked(auditor.getName(), zone), sebelum, ROWS + 1);
        boolean more = lines.size() > ROWS;
        List<Line> shown = more ? lines.subList(0, ROWS) : lines;
        return view.addObject("lines", shown)
                .addObject("older", more ? shown.get(ROWS - 1).id() : null);
    }

    /** All rows of the answer as CSV. */
    @GetMapping("/{tanya}/csv")
    void csv(
            @PathVariable String tanya,
            @RequestParam String kunci,
            @RequestParam(required = false) String dari,
            @RequestParam(required = false) String sampai,
            Principal auditor,
            HttpServletResponse response)
            throws IOException {
        AuditQuery query = AuditQuery.of(about(tanya), kunci, dari, sampai);
        if (!query.asked() || query.wrong().isPresent()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        record("AUDIT_EXPORTED", query);
        response.setContentType(Format.CSV.mediaType());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-" + tanya + ".csv\"");
        Question question = query.asked(auditor.getName(), zones.of(auditor.getName()));
        AuditCsv.write(lines -> reader.each(question, lines), response.getOutputStream());
    }

    private void record(String kind, AuditQuery query) {
        AuditEntry entry = AuditEntry.of(kind);
        log.recordNow(
                query.about() == About.CASE
                        ? entry.inCase(query.key(), null).because("kasus")
                        : entry.because("pengguna " + query.key()));
    }

    private static About about(String question) {
        About known = QUESTIONS.get(question);
        if (known == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return known;
    }
}
