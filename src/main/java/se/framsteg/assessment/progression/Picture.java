package se.framsteg.assessment.progression;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** How the scores are drawn. What was chosen last is remembered in a cookie, which tells nothing of anybody. */
public enum Picture {
    RADAR,
    LINES;

    private static final String COOKIE = "picture";

    /** The name in addresses and in the cookie. */
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Picture> ofPath(String path) {
        return Arrays.stream(values())
                .filter(picture -> picture.path().equals(path))
                .findFirst();
    }

    /** What was chosen last in this browser; the spider diagram if nothing was. */
    public static Picture remembered(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE))
                .flatMap(cookie -> ofPath(cookie.getValue()))
                .orElse(RADAR);
    }

    /** What is chosen with this request, if anything, and from now on. */
    public static Picture chosen(Optional<String> path, HttpServletRequest request, HttpServletResponse response) {
        var chosen = path.flatMap(Picture::ofPath);
        chosen.ifPresent(picture -> picture.remember(request, response));
        return chosen.orElseGet(() -> remembered(request));
    }

    private void remember(HttpServletRequest request, HttpServletResponse response) {
        var cookie = ResponseCookie.from(COOKIE, path())
                .path("/")
                .maxAge(Duration.ofDays(365))
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
