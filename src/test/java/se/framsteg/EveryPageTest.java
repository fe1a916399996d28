package se.framsteg;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.Crowd;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Routes;

/**
 * Every page of the table of routes, as the first who may see it: axe finds nothing, and nothing sticks out sideways. What axe
 * looks for is in one width and language as in another, so it looks in two of the four; what sticks out is seen in all.
 */
@FramstegTest
class EveryPageTest {
    @Autowired
    Crowd crowd;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({"320, sv, true", "320, en, false", "1280, sv, false", "1280, en, true"})
    void everyPageIsAccessible(int width, String language, boolean axe) {
        var windows = new HashMap<String, Page>();
        try {
            Routes.table().forEach((route, people) -> {
                // What is printed is a PDF, and is tried as such; a CSV or calendar file or what is for scripts is no
                // page at all.
                if (route.startsWith("GET ")
                        && !route.endsWith("/paper")
                        && !route.endsWith(".pdf")
                        && !route.endsWith(".ics")
                        && !route.endsWith("/yaml")
                        && !route.endsWith(".csv")
                        && !route.endsWith(".json")
                        && !route.endsWith(".js")
                        && !people.isEmpty()) {
                    var page = windows.computeIfAbsent(people.getFirst(), who -> window(who, width, language));
                    page.navigate(crowd.fill(route.substring(4), false));
                    var where = "%s at %d in %s".formatted(route, width, language);
                    if (axe) {
                        Chromium.assertAccessible(page, where);
                    } else {
                        Chromium.assertFits(page, where);
                    }
                }
            });
        } finally {
            windows.values().stream().map(Page::context).forEach(BrowserContext::close);
        }
    }

    private Page window(String who, int width, String language) {
        var context = Chromium.open(port, new Window(width, 900, true, false));
        var site = "http://localhost:" + port;
        var session = crowd.visitor(who, port).cookie("SESSION");
        context.addCookies(List.of(new Cookie("lang", language).setUrl(site)));
        if (!session.isEmpty()) {
            context.addCookies(List.of(new Cookie("SESSION", session).setUrl(site)));
        }
        return context.newPage();
    }
}
