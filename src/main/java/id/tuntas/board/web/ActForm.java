package id.tuntas.board.web;

import id.tuntas.board.ActOrder;
import id.tuntas.board.BadFilter;
import id.tuntas.board.BadFilter.Reason;
import id.tuntas.board.ManagersAct;
import id.tuntas.board.Reader;
import id.tuntas.sla.CallOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reads what somebody wants done out of a request, and refuses by name what cannot be. */
@Component
class ActForm {

    private static final Pattern CLOCK_ID = Pattern.compile("[\\w.:-]{1,100}");
    private static final Pattern USER_ID = Pattern.compile("[\\w.@+-]{1,64}", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern PRESS = Pattern.compile("[0-9a-f-]{36}");

    /** Pages one may come from; anything else leads back to the list. */
    private static final Pattern OWN_PAGE =
            Pattern.compile("/pantau/daftar(\\?[\\w=&%.+~-]*)?|/kasus/[A-Za-z0-9-]{1,40}");

    /**
     * The act and its steps, with what is chosen so far.
     *
     * @throws BadFilter naming the field
     * @throws ResponseStatusException 403 if the act is not for the reader's role
     */
    ActOrder read(HttpServletRequest request, Reader reader) {
        String word = text(request, "tindakan");
        ManagersAct act = ManagersAct.of(word).orElseThrow(() -> unknown("tindakan", word));
        if (!act.isFor(reader.groups())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return ActOrder.of(act, steps(request))
                .to(person(request))
                .deciding(decision(request))
                .noting(outcome(request), promised(request));
    }

    /** @throws BadFilter if it is none the preview has made */
    String press(HttpServletRequest request) {
        String press = text(request, "kunci");
        if (!PRESS.matcher(press).matches()) {
            throw unknown("kunci", press);
        }
        return press;
    }

    /** The page to go back to, filter and all. */
    String back(HttpServletRequest request) {
        String back = text(request, "kembali");
        return OWN_PAGE.matcher(back).matches() ? back : ListPage.PATH;
    }

    private static List<String> steps(HttpServletRequest request) {
        List<String> ids = Stream.ofNullable(request.getParameterValues("langkah"))
                .flatMap(Stream::of)
                .distinct()
                .toList();
        if (ids.size() > ActOrder.MOST) {
            throw new BadFilter("langkah", Reason.TOO_MANY, String.valueOf(ActOrder.MOST));
        }
        ids.stream().filter(id -> !CLOCK_ID.matcher(id).matches()).findFirst().ifPresent(id -> {
            throw unknown("langkah", id);
        });
        return ids;
    }

    private static String person(HttpServletRequest request) {
        String person = text(request, "orang");
        if (!person.isEmpty() && !USER_ID.matcher(person).matches()) {
            throw unknown("orang", person);
        }
        return person.isEmpty() ? null : person;
    }

    private static Boolean decision(HttpServletRequest request) {
        String decision = text(request, "keputusan");
        return switch (decision) {
            case "" -> null;
            case "setuju" -> Boolean.TRUE;
            case "tolak" -> Boolean.FALSE;
            default -> throw unknown("keputusan", decision);
        };
    }

    private static CallOutcome outcome(HttpServletRequest request) {
        String outcome = text(request, "hasil");
        return outcome.isEmpty() ? null : CallOutcome.of(outcome).orElseThrow(() -> unknown("hasil", outcome));
    }

    private static LocalDate promised(HttpServletRequest request) {
        String day = text(request, "janji");
        if (day.isEmpty() || !CallOutcome.PROMISED.code().equals(text(request, "hasil"))) {
            return null;
        }
        try {
            return LocalDate.parse(day);
        } catch (DateTimeException e) {
            throw new BadFilter("janji", Reason.NOT_A_DAY, day);
        }
    }

    private static String text(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        return text == null ? "" : text.strip();
    }

    private static BadFilter unknown(String field, String value) {
        return new BadFilter(field, Reason.UNKNOWN_VALUE, value);
    }
}
