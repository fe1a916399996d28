package se.framsteg.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts the {@link Page} into every model. */
@ControllerAdvice
class Pages {
    private final MessageSource messages;
    private final ViewerSource viewers;
    private final ResourceUrlProvider resources;
    private final boolean demo;

    Pages(
            MessageSource messages,
            ViewerSource viewers,
            ResourceUrlProvider resources,
            @Value("${framsteg.demo.enabled:false}") boolean demo) {
        this.messages = messages;
        this.viewers = viewers;
        this.resources = resources;
        this.demo = demo;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request, Locale locale) {
        return new Page(
                new Texts(messages, locale),
                viewers.viewer(),
                request.getRequestURI(),
                Optional.ofNullable(request.getQueryString()).orElse(""),
                request.getMethod().equals("GET"),
                csrfToken(request),
                notice(request),
                demo,
                this::versioned);
    }

    private String versioned(String path) {
        return Optional.ofNullable(resources.getForLookupPath(path)).orElse(path);
    }

    private static String csrfToken(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    /** What was just done, handed over from before the redirect. */
    private static Optional<String> notice(HttpServletRequest request) {
        return Optional.ofNullable(RequestContextUtils.getInputFlashMap(request))
                .map(flash -> (String) flash.get("notice"));
    }
}
