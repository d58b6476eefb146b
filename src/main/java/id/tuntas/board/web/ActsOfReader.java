package id.tuntas.board.web;

import id.tuntas.board.ManagersAct;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Which acts the reader's role has, for the bar under lists of steps; none for who only reads. */
@ControllerAdvice(basePackageClasses = ActsOfReader.class)
class ActsOfReader {

    @ModelAttribute("acts")
    List<String> acts(Authentication who) {
        return who == null
                ? List.of()
                : ManagersAct.allowedTo(who.getAuthorities().stream()
                                .map(GrantedAuthority::getAuthority)
                                .toList())
                        .stream()
                        .map(ManagersAct::word)
                        .toList();
    }
}
