package id.tuntas.studio.web;

import id.tuntas.shared.Risk;
import id.tuntas.sop.Step;
import id.tuntas.studio.DuePreview;
import id.tuntas.studio.PreviewRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The preview for people: a form that asks by its address, so that an answer can be kept as a link. */
@Controller
class DuePreviewPage {

    private static final String VIEW = "sop/tenggat";

    private final DuePreview preview;
    private final Questions questions;

    DuePreviewPage(DuePreview preview, Questions questions) {
        this.preview = preview;
        this.questions = questions;
    }

    @GetMapping("/sop/tenggat")
    String page(
            @RequestParam(required = false) String langkah,
            @RequestParam(required = false) String daerah,
            @RequestParam(required = false) String risiko,
            @RequestParam(required = false) String tppo,
            Authentication who,
            HttpServletResponse response,
            Model model) {
        String place = daerah == null ? questions.homeOf(who) : daerah;
        model.addAttribute("groups", byProcess());
        model.addAttribute("districts", questions.districtsOf(who));
        model.addAttribute("risks", Risk.values());
        model.addAttribute("asked", new Asked(langkah, place, risiko, "true".equals(tppo)));
        if (langkah != null) {
            answer(langkah, daerah, risiko, tppo, who, response, model);
        }
        return VIEW;
    }

    private void answer(
            String step,
            String district,
            String risk,
            String trafficking,
            Authentication who,
            HttpServletResponse response,
            Model model) {
        try {
            DuePreview.Preview answer = questions.answer(step, district, risk, trafficking, who);
            model.addAttribute("preview", answer);
            model.addAttribute("cards", answer.samples().stream().map(Card::of).toList());
        } catch (PreviewRefused refused) {
            response.setStatus(refused.reason().status());
            model.addAttribute("problem", questions.sentence(refused));
            model.addAttribute("field", refused.reason().field());
        }
    }

    private Map<String, List<Step>> byProcess() {
        return preview.steps().stream()
                .collect(Collectors.groupingBy(
                        step -> step.stage() == null ? step.process() : step.stage(),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /** What the form shows again; texts are null if they were not in the address. */
    record Asked(String step, String district, String risk, boolean trafficking) {}
}
