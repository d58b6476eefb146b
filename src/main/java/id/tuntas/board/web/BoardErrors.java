package id.tuntas.board.web;

import id.tuntas.board.BadFilter;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says in a sentence what is wrong with an address of the board. */
@ControllerAdvice(basePackageClasses = BoardErrors.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class BoardErrors {

    private final BoardWords words;

    BoardErrors(BoardWords words) {
        this.words = words;
    }

    @ExceptionHandler(BadFilter.class)
    ModelAndView refused(BadFilter bad, Locale locale) {
        String sentence = words.text(
                "board.bad." + bad.reason().name().toLowerCase(Locale.ROOT), locale, bad.field(), bad.value());
        return new ModelAndView(
                "pantau/tolak",
                Map.of("problem", sentence, "signedIn", true, "seesTheBoard", true),
                HttpStatus.BAD_REQUEST);
    }
}
