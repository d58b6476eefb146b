package id.tuntas.access.web;

import id.tuntas.access.Tls;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.stereotype.Component;

/** Our own pages run nothing but our own files. Camunda's write their own policy, and their files may be cached. */
@Component
final class PageHeaders {

    static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final RequestMatcher CAMUNDA_APPS = Paths.any("/camunda/**");
    private static final RequestMatcher CAMUNDA_FILES = Paths.any("/camunda/app/*/*/**", "/camunda/lib/**");
    private static final RequestMatcher CAMUNDA_PAGES = Paths.any("/camunda/app/*/default/**");

    /** Answers of the engine. It says "no-cache" itself, which lets a browser keep them on its disk. */
    private static final RequestMatcher DATA = Paths.any("/engine-rest/**", "/camunda/api/**", "/api/**");

    private final RequestMatcher overTls;

    PageHeaders(Environment environment) {
        // a proxy that forgets to say "https" must not cost the header; in the demo it would lock people out
        this.overTls = Tls.isDeclared(environment) ? AnyRequestMatcher.INSTANCE : HttpServletRequest::isSecure;
    }

    void write(HeadersConfigurer<HttpSecurity> headers) {
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable)
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        request -> !CAMUNDA_FILES.matches(request) || CAMUNDA_PAGES.matches(request),
                        new CacheControlHeadersWriter()))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        DATA, (request, response) -> response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store")))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(
                        new NegatedRequestMatcher(CAMUNDA_APPS), new ContentSecurityPolicyHeaderWriter(POLICY)))
                .httpStrictTransportSecurity(transport -> transport.requestMatcher(overTls))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), geolocation=(), microphone=(), payment=(), usb=()"));
    }
}
