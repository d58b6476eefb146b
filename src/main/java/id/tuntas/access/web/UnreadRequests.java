package id.tuntas.access.web;

import java.io.IOException;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The page for requests that come to no filter and no controller of ours, because Tomcat cannot read them: an address that
 * leads out of the site, a broken header. In Indonesian, for nobody knows what the reader has chosen, and without a word
 * about the server.
 */
@Component
class UnreadRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Locale INDONESIAN = Locale.forLanguageTag("id");

    private final MessageSource messages;

    UnreadRequests(MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            StandardHost host = (StandardHost) context.getParent();
            // Tomcat's own would stand behind ours, and the one that stands last speaks first
            host.setErrorReportValveClass(null);
            host.getPipeline().addValve(new Page());
        });
    }

    private String page(int status) {
        // 501 and 505 are words that no server of ours understands
        boolean ours = status == 500 || status == 503;
        return """
                <!DOCTYPE html>
                <html lang="id">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>%1$s – Tuntas</title></head>
                <body><main><h1>%1$s</h1><p>%2$s</p><p><a href="/">%3$s</a></p></main></body>
                </html>
                """
                .formatted(
                        text(ours ? "error.5xx.title" : "error.4xx.title"),
                        text(ours ? "error.5xx.text" : "error.unread"),
                        text("error.back"));
    }

    private String text(String key) {
        return messages.getMessage(key, null, INDONESIAN);
    }

    private final class Page extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setContentType("text/html");
            response.setCharacterEncoding("utf-8");
            try {
                response.getReporter().write(page(response.getStatus()));
                response.finishResponse();
            } catch (IOException | IllegalStateException e) {
                // whoever asked has gone
            }
        }
    }
}
