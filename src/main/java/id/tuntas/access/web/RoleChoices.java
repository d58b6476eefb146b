package id.tuntas.access.web;

import id.tuntas.engine.Identities;
import id.tuntas.engine.Identities.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The groups and districts that somebody can be in, for the pages about people. */
@Component
class RoleChoices {

    private final Identities identities;

    RoleChoices(Identities identities) {
        this.identities = identities;
    }

    /** @param groups the ones chosen so far, as the districts */
    ModelAndView choices(ModelAndView page, List<String> groups, List<String> districts) {
        return page.addObject("allGroups", identities.groups())
                .addObject("allDistricts", identities.districts())
                .addObject("groups", groups)
                .addObject("districts", districts);
    }

    /** Names of groups and districts by id. */
    Map<String, String> names() {
        return Stream.concat(identities.groups().stream(), identities.districts().stream())
                .collect(Collectors.toMap(Unit::id, Unit::name, (one, other) -> one));
    }
}
