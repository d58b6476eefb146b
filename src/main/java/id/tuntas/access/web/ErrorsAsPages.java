package id.tuntas.access.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Who asks for a page gets an error as a page; Spring's problem documents are for programs. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorsAsPages {

    @ExceptionHandler(
            exception = {
                ErrorResponseException.class,
                ServletException.class,
                BindException.class,
                TypeMismatchException.class
            },
            produces = MediaType.TEXT_HTML_VALUE)
    void page(Exception e, HttpServletResponse response) throws IOException {
        response.sendError(
                e instanceof ErrorResponse error ? error.getStatusCode().value() : HttpStatus.BAD_REQUEST.value());
    }
}
