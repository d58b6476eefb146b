package id.tuntas.board.web;

import id.tuntas.board.BadFilter;
import id.tuntas.board.indicator.QuestionRefused;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
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
        return page(sentence, HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(QuestionRefused.class)
    ModelAndView refused(QuestionRefused refused, Locale locale) {
        return page(words.text("masa.wrong." + refused.reason(), locale), HttpStatus.BAD_REQUEST);
    }

    @ExceptionHandler(Downloads.Busy.class)
    ModelAndView busy(HttpServletResponse response, Locale locale) {
        response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        return page(words.text("unduh.busy", locale), HttpStatus.SERVICE_UNAVAILABLE)
                .addObject("busy", true);
    }

    private static ModelAndView page(String problem, HttpStatus status) {
        return new ModelAndView(
                "pantau/tolak", Map.of("problem", problem, "signedIn", true, "seesTheBoard", true), status);
    }
}
