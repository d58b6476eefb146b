package id.tuntas.calendar.web;

import id.tuntas.calendar.CalendarBook;
import id.tuntas.calendar.CalendarKeeping;
import id.tuntas.calendar.HolidayKind;
import id.tuntas.calendar.InvalidCalendarFile;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which administrators keep office hours and holidays. {@code daerah} is the district looked at; a change with
 * {@code semua} holds for all of them. What could not be done is said on the same page, which then answers 400.
 */
@Controller
@RequestMapping(CalendarController.PATH)
class CalendarController {

    static final String PATH = "/kelola/kalender";

    private final CalendarBook book;
    private final CalendarKeeping keeping;
    private final Districts districts;
    private final Clock clock;

    CalendarController(CalendarBook book, CalendarKeeping keeping, Districts districts, Clock clock) {
        this.book = book;
        this.keeping = keeping;
        this.districts = districts;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView page(@RequestParam(name = "daerah", required = false) String id, Locale locale) {
        return view(id, locale);
    }

    @PostMapping("/libur/berkas")
    ModelAndView importHolidays(
            @RequestParam("daerah") String id,
            @RequestParam(name = "semua", defaultValue = "false") boolean all,
            @RequestParam("jenis") String kind,
            @RequestParam("berkas") MultipartFile file,
            Locale locale,
            RedirectAttributes done)
            throws IOException {
        byte[] bytes = file.getBytes();
        HolidayKind known = HolidayKind.of(kind).orElseThrow(CalendarController::notFound);
        return change(id, "berkas-libur", locale, done, () -> {
            int days = keeping.importHolidays(all ? null : existing(id), bytes, known);
            return days == 0 ? "same" : "holidays";
        });
    }

    @PostMapping("/libur")
    ModelAndView addHoliday(
            @RequestParam("daerah") String id,
            @RequestParam(name = "semua", defaultValue = "false") boolean all,
            @RequestParam("tanggal") String date,
            @RequestParam("nama") String name,
            @RequestParam("jenis") String kind,
            @RequestParam(name = "mulai", defaultValue = "") String from,
            @RequestParam(name = "selesai", defaultValue = "") String until,
            Locale locale,
            RedirectAttributes done) {
        ModelAndView answer = change(
                id,
                "tanggal",
                locale,
                done,
                () -> keeping.addHoliday(all ? null : existing(id), date, name, kind, from, until)
                        ? "holiday"
                        : "same");
        // a redirect would carry it in its address
        return answer.getStatus() == null
                ? answer
                : answer.addObject("typed", new Typed(date, name, kind, from, until, all));
    }

    @PostMapping("/libur/hapus")
    ModelAndView removeHoliday(
            @RequestParam("daerah") String id,
            @RequestParam(name = "semua", defaultValue = "false") boolean all,
            @RequestParam("tanggal") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            Locale locale,
            RedirectAttributes done) {
        return change(
                id,
                "libur",
                locale,
                done,
                () -> keeping.removeHoliday(all ? null : existing(id), date) ? "removed" : "same");
    }

    @PostMapping("/jam")
    ModelAndView importHours(
            @RequestParam("daerah") String id,
            @RequestParam("instansi") String agency,
            @RequestParam(name = "tetapBuka", defaultValue = "false") boolean openOnHolidays,
            @RequestParam("berkas") MultipartFile file,
            Locale locale,
            RedirectAttributes done)
            throws IOException {
        byte[] bytes = file.getBytes();
        return change(
                id,
                "berkas-jam",
                locale,
                done,
                () -> keeping.importHours(existing(id), agencyOf(id, agency), bytes, !openOnHolidays)
                        ? "hours"
                        : "same");
    }

    @PostMapping("/jam/hapus")
    ModelAndView removeHours(
            @RequestParam("daerah") String id,
            @RequestParam("instansi") String agency,
            Locale locale,
            RedirectAttributes done) {
        return change(
                id,
                "jam",
                locale,
                done,
                () -> keeping.removeHours(existing(id), agencyOf(id, agency)) ? "hours" : "same");
    }

    @PostMapping("/tahun")
    ModelAndView settle(
            @RequestParam("daerah") String id,
            @RequestParam("tahun") int year,
            @RequestParam("pasti") boolean settled,
            Locale locale,
            RedirectAttributes done) {
        return change(id, "libur", locale, done, () -> keeping.settle(year, settled) ? "year" : "same");
    }

    /** @param field where the reader goes to mend it; @param work gives the end of the message key of what was done */
    private ModelAndView change(
            String id, String field, Locale locale, RedirectAttributes done, Supplier<String> work) {
        try {
            done.addFlashAttribute("done", "calendar.done." + work.get());
            done.addAttribute("daerah", id);
            return new ModelAndView("redirect:" + PATH);
        } catch (InvalidCalendarFile e) {
            ModelAndView again = view(id, locale);
            again.setStatus(HttpStatus.BAD_REQUEST);
            return again.addObject("faults", e.faults()).addObject("field", field);
        }
    }

    private ModelAndView view(String id, Locale locale) {
        List<District> all = districts.districts();
        District district = id == null || id.isEmpty()
                ? all.stream().findFirst().orElse(null)
                : all.stream()
                        .filter(known -> known.id().equals(id))
                        .findFirst()
                        .orElseThrow(CalendarController::notFound);
        String districtId = district == null ? null : district.id();
        int year = LocalDate.ofInstant(clock.instant(), district == null ? ZoneOffset.UTC : district.zone())
                .getYear();
        CalendarBook.Pages pages = book.open(districtId, year, year + 1);
        List<Districts.Agency> agencies = district == null ? List.of() : districts.agencies(districtId);
        return new ModelAndView("kelola/kalender")
                .addObject("districts", all)
                .addObject("district", district)
                .addObject("agencies", agencies)
                .addObject("weeks", WeekTable.of(pages, agencies, locale))
                .addObject("years", pages.years())
                .addObject("kinds", HolidayKind.values())
                .addObject("typed", Typed.NOTHING);
    }

    private String existing(String id) {
        return districts.districts().stream()
                .map(District::id)
                .filter(id::equals)
                .findFirst()
                .orElseThrow(CalendarController::notFound);
    }

    /** Null for the choice "all agencies". */
    private String agencyOf(String districtId, String agencyId) {
        if (agencyId.isEmpty()) {
            return null;
        }
        return districts.agencies(districtId).stream()
                .map(Districts.Agency::id)
                .filter(agencyId::equals)
                .findFirst()
                .orElseThrow(CalendarController::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    /** What stood in the form for one holiday, so that nobody types it twice. */
    record Typed(String date, String name, String kind, String from, String until, boolean all) {

        static final Typed NOTHING = new Typed("", "", HolidayKind.REGIONAL.key(), "", "", false);
    }
}
