package id.tuntas.studio.web;

import id.tuntas.access.Roles;
import id.tuntas.shared.Risk;
import id.tuntas.sla.DuePlan;
import id.tuntas.studio.DuePreview;
import id.tuntas.studio.PreviewRefused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The preview for programs. Words are those of the SOP; times are in the district's zone, with their offset. */
@RestController
class DuePreviewApi {

    private final Questions questions;

    DuePreviewApi(Questions questions) {
        this.questions = questions;
    }

    @GetMapping(path = "/api/sop/steps/{id}/due-preview", produces = MediaType.APPLICATION_JSON_VALUE)
    Answer preview(
            @PathVariable String id,
            @RequestParam(required = false) String daerah,
            @RequestParam(required = false) String risiko,
            @RequestParam(required = false) String tppo,
            Authentication who) {
        return Answer.of(questions.answer(id, daerah, risiko, tppo, who));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(PreviewRefused refused) {
        return ResponseEntity.status(refused.reason().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem(refused));
    }

    private ProblemDetail problem(PreviewRefused refused) {
        ProblemDetail problem = ProblemDetail.forStatus(refused.reason().status());
        problem.setDetail(questions.sentence(refused));
        problem.setProperty("isian", refused.reason().field());
        return problem;
    }

    /** @param tenggat the budgets as the author wrote them */
    record Answer(
            String langkah,
            String nama,
            String daerah,
            String zona,
            String kalender,
            String tenggat,
            List<Sample> contoh) {

        static Answer of(DuePreview.Preview preview) {
            ZoneId zone = preview.district().zone();
            return new Answer(
                    preview.step().key(),
                    preview.step().name(),
                    preview.district().id(),
                    zone.getId(),
                    preview.step().kalender(),
                    preview.step().tenggat().toString(),
                    preview.samples().stream()
                            .map(sample -> Sample.of(sample, zone))
                            .toList());
        }
    }

    /**
     * @param perkiraan whether the day of the moment itself is computed, because it has not been decreed yet
     * @param diambil null if the step does not say
     * @param sementara whether the dates rest on a year whose holidays are not settled yet
     */
    record Sample(
            String kunci,
            String hari,
            boolean perkiraan,
            Risk risiko,
            String instansi,
            OffsetDateTime mulai,
            OffsetDateTime diambil,
            OffsetDateTime pengingat,
            OffsetDateTime jatuhTempo,
            boolean sementara,
            List<Rung> tangga) {

        static Sample of(DuePreview.Sample sample, ZoneId zone) {
            DuePlan plan = sample.plan();
            return new Sample(
                    sample.moment().kind().key(),
                    sample.moment().occasion(),
                    sample.moment().estimated(),
                    sample.risk(),
                    sample.agency(),
                    sample.moment().start().toOffsetDateTime(),
                    plan.takenBy() == null ? null : time(plan.takenBy(), zone),
                    time(plan.remindAt(), zone),
                    time(plan.dueAt(), zone),
                    plan.provisional(),
                    plan.rungs().stream()
                            .map(rung -> new Rung(rung.group(), Roles.title(rung.group()), time(rung.at(), zone)))
                            .toList());
        }

        private static OffsetDateTime time(Instant instant, ZoneId zone) {
            return instant.atZone(zone).toOffsetDateTime();
        }
    }

    record Rung(String kelompok, String nama, OffsetDateTime pada) {}
}
