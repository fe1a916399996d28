package se.framsteg.ui;

import jakarta.servlet.http.HttpServletRequest;
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
    private final LanguageChoice languages;
    private final boolean demo;

    Pages(
            MessageSource messages,
            ViewerSource viewers,
            ResourceUrlProvider resources,
            LanguageChoice languages,
            @Value("${framsteg.demo.enabled:false}") boolean demo) {
        this.messages = messages;
        this.viewers = viewers;
        this.resources = resources;
        this.languages = languages;
        this.demo = demo;
    }

    @ModelAttribute("page")
    Page page(HttpServletRequest request) {
        return page(request, Face.of(request));
    }

    /** The page for what went wrong: a participant keeps the own face wherever that was. */
    Page errorPage(HttpServletRequest request) {
        return page(request, viewers.participant() ? Face.PARTICIPANT : Face.of(request));
    }

    private Page page(HttpServletRequest request, Face face) {
        return new Page(
                new Texts(messages, languages.language(request, face)),
                face,
                viewers.viewer(),
                Face.path(request),
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
