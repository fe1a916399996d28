package se.framsteg.ui;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the server can't read as a request, such as an address with a stray percent sign, never comes as far as the
 * controllers. It is answered here with our own page instead of the server's.
 */
@Component
class MalformedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    /** No filter of ours has been passed, so what they say of every page is said here. */
    private static final Map<String, String> HEADERS = Map.of(
            "Cache-Control", "no-store",
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src"
                            + " 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer");

    private final ObjectProvider<Pages> pages;
    private final ObjectProvider<TemplateEngine> templates;

    /** The server is made before what it shows: hence the providers. */
    MalformedRequests(ObjectProvider<Pages> pages, ObjectProvider<TemplateEngine> templates) {
        this.pages = pages;
        this.templates = templates;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new OwnPage()));
    }

    private final class OwnPage extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var output = new Utf8ByteOutput();
            templates
                    .getObject()
                    .render("ui/not-found.jte", Map.of("page", pages.getObject().errorPage(request)), output);
            try {
                response.setContentType("text/html;charset=UTF-8");
                HEADERS.forEach(response::setHeader);
                output.writeTo(response.getResponse().getOutputStream());
                response.finishResponse();
            } catch (IOException e) {
                // Whoever asked has gone.
            }
        }
    }
}
