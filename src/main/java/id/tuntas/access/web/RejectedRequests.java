package id.tuntas.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Says a sentence where Spring Security's firewall stops a request; that is before any chain writes its headers. */
@Component
class RejectedRequests implements RequestRejectedHandler {

    private final Refusals refusals;

    RejectedRequests(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException e)
            throws IOException {
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", PageHeaders.POLICY);
        refusals.write(request, response, HttpStatus.BAD_REQUEST, "refused.request");
    }
}
