package se.framsteg.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The two faces of the product: each has a look, languages and a remembered choice of language of its own. */
public enum Face {
    STAFF("lang", List.of(Language.SWEDISH, Language.ENGLISH)),
    PARTICIPANT("svara-lang", List.of(Language.values()));

    private final String cookie;
    private final List<Language> languages;

    Face(String cookie, List<Language> languages) {
        this.cookie = cookie;
        this.languages = languages;
    }

    /** The face that the page asked for wears. */
    static Face of(HttpServletRequest request) {
        var path = path(request);
        return path.equals("/svara") || path.startsWith("/svara/") ? PARTICIPANT : STAFF;
    }

    /** The path that was asked for, also where an error page answers; empty if what was asked can't be read at all. */
    static String path(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
                ? asked
                : Objects.requireNonNullElse(request.getRequestURI(), "");
    }

    /** Swedish first. */
    public List<Language> languages() {
        return languages;
    }

    Optional<Language> language(String code) {
        return Language.of(code).filter(languages::contains);
    }

    /** The name of the cookie that remembers the choice. */
    String cookie() {
        return cookie;
    }
}
