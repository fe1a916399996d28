package se.framsteg.ui;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The reader's language: Swedish until another is chosen with {@code ?lang=}, then that one, remembered in a cookie per
 * face. A language that the face doesn't have is passed over.
 */
@Component(DispatcherServlet.LOCALE_RESOLVER_BEAN_NAME)
public class LanguageChoice implements LocaleResolver, HandlerInterceptor {
    private static final Duration REMEMBERED = Duration.ofDays(365);
    /** Until the browser is closed: what a participant reads is nobody else's to know on a device that many use. */
    private static final Duration THIS_TIME = Duration.ofSeconds(-1);

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var wanted = request.getParameter("lang");
        if (wanted != null && request.getMethod().equals("GET")) {
            Face.of(request).language(wanted).ifPresent(language -> remember(language, request, response));
        }
        return true;
    }

    private static void remember(Language language, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(LanguageChoice.class.getName(), language);
        var face = Face.of(request);
        setCookie(request, response, face, language.code(), face == Face.PARTICIPANT ? THIS_TIME : REMEMBERED);
    }

    /** Forgets what a participant chose, when the device goes from one person to another. */
    public void forgetParticipants(HttpServletRequest request, HttpServletResponse response) {
        setCookie(request, response, Face.PARTICIPANT, "", Duration.ZERO);
    }

    private static void setCookie(
            HttpServletRequest request, HttpServletResponse response, Face face, String value, Duration age) {
        var cookie = ResponseCookie.from(face.cookie(), value)
                .path("/")
                .maxAge(age)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    /** The language chosen for the face of this page, now or earlier. */
    public Optional<Language> chosen(HttpServletRequest request) {
        return chosen(request, Face.of(request));
    }

    private static Optional<Language> chosen(HttpServletRequest request, Face face) {
        if (request.getAttribute(LanguageChoice.class.getName()) instanceof Language now) {
            return Optional.of(now).filter(face.languages()::contains);
        }
        return Optional.ofNullable(WebUtils.getCookie(request, face.cookie()))
                .flatMap(cookie -> face.language(cookie.getValue()));
    }

    Language language(HttpServletRequest request, Face face) {
        return chosen(request, face).orElse(Language.SWEDISH);
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        return language(request, Face.of(request)).locale();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("the language is chosen by the reader");
    }
}
