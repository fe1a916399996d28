package se.framsteg.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Puts the {@link Page} into every model. */
@ControllerAdvice
class Pages {
    private final MessageSource messages;
    private final ViewerSource viewers;
    private final ResourceUrlProvider resources;
    private final LanguageChoice languages;
    /** The patterns of addresses that can be asked for; known once all controllers are. */
    private final Supplier<Set<String>> readable;

    private final boolean demo;

    Pages(
            MessageSource messages,
            ViewerSource viewers,
            ResourceUrlProvider resources,
            LanguageChoice languages,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> mappings,
            @Value("${framsteg.demo.enabled:false}") boolean demo) {
        this.messages = messages;
        this.viewers = viewers;
        this.resources = resources;
        this.languages = languages;
        this.readable = SingletonSupplier.of(() -> readable(mappings.getObject()));
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
                again(request),
                csrfToken(request),
                notice(request),
                demo,
                this::versioned);
    }

    /** This page where it can be asked for, or the nearest above it: a form may be sent to where nothing can be read. */
    private String again(HttpServletRequest request) {
        var path = Face.path(request);
        if ("GET".equals(request.getMethod())) {
            return path;
        }
        var pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String known
                ? unnamed(known)
                : "";
        while (!pattern.isEmpty() && !readable.get().contains(pattern)) {
            pattern = above(pattern);
            path = above(path);
        }
        return pattern.isEmpty() ? "" : path;
    }

    /** Without the names of its variables: controllers call the same one differently. */
    private static String unnamed(String pattern) {
        return pattern.replaceAll("\\{\\w+", "{");
    }

    private static String above(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static Set<String> readable(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().keySet().stream()
                .filter(route -> route.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(route -> route.getPatternValues().stream())
                .map(Pages::unnamed)
                .collect(Collectors.toUnmodifiableSet());
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
