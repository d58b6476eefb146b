package id.tuntas.records.web;

import id.tuntas.access.web.Groups;
import id.tuntas.records.Keeper;
import id.tuntas.records.Keepers;
import id.tuntas.records.RecordsDesk;
import id.tuntas.records.Standing;
import id.tuntas.shared.District;
import java.time.ZoneId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What every page here begins with: who reads it, which case, in whose days. */
@Component
class RecordsFrame {

    private static final ZoneId CAPITAL = ZoneId.of("Asia/Jakarta");

    private final Keepers keepers;
    private final RecordsDesk desk;

    RecordsFrame(Keepers keepers, RecordsDesk desk) {
        this.keepers = keepers;
        this.desk = desk;
    }

    Keeper keeper(Authentication who) {
        return keepers.of(who.getName(), Groups.of(who));
    }

    /** @throws ResponseStatusException 404 for a number that was never given and for one of another district alike */
    Standing open(String number, Keeper keeper) {
        return desk.open(number, keeper).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    ModelAndView page(String template, HttpStatus status, Keeper keeper) {
        return new ModelAndView(template, status)
                .addObject("keeper", keeper)
                .addObject(
                        "zone",
                        keeper.districts().stream()
                                .map(District::zone)
                                .findFirst()
                                .orElse(CAPITAL));
    }
}
