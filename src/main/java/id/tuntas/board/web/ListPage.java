package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.ClockList;
import id.tuntas.board.Figures;
import id.tuntas.board.FilterReader;
import id.tuntas.board.Sort;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list behind every figure: {@code /pantau/daftar?keadaan=terlambat&lembaga=…&halaman=2}. */
@Controller
class ListPage {

    static final String PATH = "/pantau/daftar";

    private final BoardFrame frame;
    private final FilterReader filters;
    private final Figures figures;
    private final ClockList list;
    private final LineViews views;
    private final ListDownload download;
    private final Clock clock;

    ListPage(
            BoardFrame frame,
            FilterReader filters,
            Figures figures,
            ClockList list,
            LineViews views,
            ListDownload download,
            Clock clock) {
        this.frame = frame;
        this.filters = filters;
        this.figures = figures;
        this.list = list;
        this.views = views;
        this.download = download;
        this.clock = clock;
    }

    @GetMapping(PATH)
    ModelAndView page(
            @RequestParam(required = false) String urut,
            @RequestParam(required = false) String halaman,
            HttpServletRequest request,
            Authentication who,
            Locale locale) {
        Instant now = clock.instant();
        BoardFilter filter = frame.filter(request, who, "urut", "halaman");
        Sort sort = Sort.of(urut, filter.state());
        int asked = filters.page(halaman);
        long count = figures.count(filter, now);
        // steps get done while somebody reads: a page that is gone is the last one there is
        int last = (int) Math.max(1, (count + ClockList.PAGE - 1) / ClockList.PAGE);
        int page = Math.min(asked, last);
        var links = new ListLinks(filter, sort, urut != null && !urut.isBlank());
        return frame.page("pantau/daftar", PATH, filter, now, locale)
                .addObject("count", count)
                .addObject("sort", sort)
                .addObject("sorts", Sort.values())
                .addObject("page", page)
                .addObject("last", last)
                .addObject("lines", views.of(list.page(filter, sort, page, now), now, locale))
                .addObject("links", links)
                .addObject("unduh", DownloadLinks.rows(links.download(), count));
    }

    /** The whole list as a file, whichever page of it is shown. */
    @GetMapping(PATH + DownloadLinks.SUFFIX)
    void download(
            @RequestParam(required = false) String urut,
            @RequestParam(required = false) String bentuk,
            HttpServletRequest request,
            HttpServletResponse response,
            Authentication who,
            Locale locale) {
        BoardFilter filter = frame.filter(request, who, "urut", "halaman", DownloadLinks.FORMAT);
        download.send(filter, Sort.of(urut, filter.state()), bentuk, locale, response);
    }

    /** Addresses within the list. @param chosen whether the order stands in the address */
    record ListLinks(BoardFilter filter, Sort sort, boolean chosen) {

        public String page(int number) {
            return join(filter.to(PATH), (chosen ? "urut=" + sort.word() + "&" : "") + "halaman=" + number);
        }

        String download() {
            String address = filter.to(PATH + DownloadLinks.SUFFIX);
            return chosen ? join(address, "urut=" + sort.word()) : address;
        }

        private static String join(String address, String more) {
            return address + (address.contains("?") ? "&" : "?") + more;
        }
    }
}
