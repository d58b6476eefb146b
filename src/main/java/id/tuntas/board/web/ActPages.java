package id.tuntas.board.web;

import id.tuntas.board.ActDesk;
import id.tuntas.board.ActJudge;
import id.tuntas.board.ActOrder;
import id.tuntas.board.ActResults;
import id.tuntas.board.ActResults.Press;
import id.tuntas.board.ManagersAct;
import id.tuntas.board.PeopleLoad;
import id.tuntas.board.Reader;
import id.tuntas.sla.CallOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** Acts on steps, one or many: a preview that changes nothing, one button, and what became of each. */
@Controller
class ActPages {

    static final String PATH = "/pantau/tindakan";

    private final BoardFrame frame;
    private final ActForm form;
    private final ActJudge judge;
    private final ActDesk desk;
    private final ActResults results;
    private final ActViews views;
    private final PeopleLoad people;
    private final Clock clock;

    ActPages(
            BoardFrame frame,
            ActForm form,
            ActJudge judge,
            ActDesk desk,
            ActResults results,
            ActViews views,
            PeopleLoad people,
            Clock clock) {
        this.frame = frame;
        this.form = form;
        this.judge = judge;
        this.desk = desk;
        this.results = results;
        this.views = views;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView preview(HttpServletRequest request, Authentication who, Locale locale) {
        Reader reader = frame.reader(who);
        return preview(form.read(request, reader), reader, request, locale);
    }

    @PostMapping(PATH)
    ModelAndView perform(HttpServletRequest request, Authentication who, Locale locale) {
        Reader reader = frame.reader(who);
        ActOrder order = form.read(request, reader);
        String press = form.press(request);
        String problem = problem(order);
        if (problem != null) {
            ModelAndView again = preview(order, reader, request, locale).addObject("problem", problem);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again;
        }
        desk.perform(order, new Press(reader.userId(), press), reader);
        String to = UriComponentsBuilder.fromPath(PATH + "/hasil")
                .queryParam("kunci", press)
                .queryParam("kembali", "{kembali}")
                .encode()
                .buildAndExpand(form.back(request))
                .toUriString();
        RedirectView view = new RedirectView(to, true);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }

    @GetMapping(PATH + "/hasil")
    ModelAndView results(HttpServletRequest request, Authentication who, Locale locale) {
        var press = new Press(who.getName(), form.press(request));
        List<ActView.Result> shown = views.results(results.of(press), locale);
        return new ModelAndView("pantau/hasil")
                .addObject("results", shown)
                .addObject("done", shown.stream().filter(ActView.Result::done).count())
                .addObject("back", form.back(request));
    }

    private ModelAndView preview(ActOrder order, Reader reader, HttpServletRequest request, Locale locale) {
        Instant now = clock.instant();
        var shown = views.preview(order.act(), judge.judge(order, reader, now), now, locale);
        List<String> allowed = shown.allowed().stream().map(ActView.Row::id).toList();
        boolean choosing = order.act() == ManagersAct.REASSIGN && order.person() == null;
        return new ModelAndView("pantau/tindakan")
                .addObject("order", order)
                .addObject("preview", shown)
                .addObject("choosing", choosing)
                .addObject("people", choosing ? people.forSteps(allowed, reader) : List.of())
                .addObject("outcomes", CallOutcome.values())
                .addObject("press", UUID.randomUUID().toString())
                .addObject("back", form.back(request));
    }

    /** Key of a message; null if everything the act needs is chosen. */
    private String problem(ActOrder order) {
        return switch (order.act()) {
            case REMIND -> order.clockIds().isEmpty() ? "act.wrong.none" : null;
            case REASSIGN -> order.person() == null ? "act.wrong.person" : null;
            case DECIDE -> order.agreed() == null ? "act.wrong.decision" : null;
            case CALL -> call(order);
        };
    }

    private String call(ActOrder order) {
        if (order.outcome() == null) {
            return "act.wrong.outcome";
        }
        // a day that has begun anywhere in the country is no longer the past there
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        boolean possible = order.promised() != null
                && !order.promised().isBefore(today)
                && !order.promised().isAfter(today.plusYears(1));
        return order.outcome() == CallOutcome.PROMISED && !possible ? "act.wrong.promise" : null;
    }
}
