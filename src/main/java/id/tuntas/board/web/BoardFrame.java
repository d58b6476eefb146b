package id.tuntas.board.web;

import id.tuntas.board.BoardFilter;
import id.tuntas.board.FilterReader;
import id.tuntas.board.Reader;
import id.tuntas.engine.Identities;
import id.tuntas.shared.District;
import id.tuntas.shared.Districts;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What every page of the board begins with: who reads it, under which filter, and the form to change it. */
@Component
class BoardFrame {

    private final FilterReader filters;
    private final FilterChoices choices;
    private final Identities identities;
    private final Districts districts;

    BoardFrame(FilterReader filters, FilterChoices choices, Identities identities, Districts districts) {
        this.filters = filters;
        this.choices = choices;
        this.identities = identities;
        this.districts = districts;
    }

    /**
     * The filter in the address.
     *
     * @param others parameters the page reads itself
     * @throws id.tuntas.board.BadFilter if something in the address cannot be
     */
    BoardFilter filter(HttpServletRequest request, Authentication who, String... others) {
        return filters.read(request.getParameterMap(), reader(who), Set.of(others));
    }

    /** @param path address of the page, to which the form of the filter leads back */
    ModelAndView page(String template, String path, BoardFilter filter, Instant now, Locale locale) {
        return part(template, filter, now)
                .addObject("path", path)
                .addObject("choices", choices.of(filter, locale))
                .addObject("tags", choices.tags(filter, path, locale));
    }

    /** A part of a page that is asked for by itself: without navigation and form. */
    ModelAndView part(String template, BoardFilter filter, Instant now) {
        List<ZoneId> zones =
                filter.districts().stream().map(District::zone).distinct().toList();
        return new ModelAndView(template)
                .addObject("filter", filter)
                .addObject("now", now)
                .addObject("zones", zones)
                .addObject("zone", zones.stream().findFirst().orElse(ZoneOffset.UTC));
    }

    /** Asked anew each time: somebody may have been moved to another district since he signed in. */
    Reader reader(Authentication who) {
        List<String> own = identities.districtsOf(who.getName());
        return new Reader(
                who.getName(),
                who.getAuthorities().stream()
                        .map(GrantedAuthority::getAuthority)
                        .toList(),
                districts.districts().stream()
                        .filter(district -> own.contains(district.id()))
                        .toList());
    }
}
