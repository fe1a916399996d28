package se.framsteg;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.Crowd;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Routes;

/**
 * Every page of the table of routes, as the first who may see it: axe finds nothing, and nothing sticks out sideways. What axe
 * looks for is in one width and language as in another, so it looks in two of the four; what sticks out is seen in all. Two are looked
 * at side by side, since the browser works while the program rests.
 */
@FramstegTest
class EveryPageTest {
    private static final List<String> NO_PAGES =
            List.of("/paper", ".pdf", ".ics", "/yaml", ".csv", ".json", ".js", "/found", "/file", ".docx", ".xlsx");

    @Autowired
    Crowd crowd;

    @LocalServerPort
    int port;

    @Test
    void everyPageIsAccessible() throws Exception {
        var pages = new ArrayList<Found>();
        Routes.table().forEach((route, people) -> {
            if (isPage(route) && !people.isEmpty()) {
                pages.add(new Found(route, crowd.fill(route.substring(4), false), people.getFirst()));
            }
        });
        try (var two = Executors.newFixedThreadPool(2)) {
            var looks = List.of(
                    two.submit(() -> look(pages, 320, "sv", true)),
                    two.submit(() -> look(pages, 1280, "en", true)),
                    two.submit(() -> look(pages, 320, "en", false)),
                    two.submit(() -> look(pages, 1280, "sv", false)));
            for (var look : looks) {
                look.get();
            }
        }
    }

    /** A page, and who looks at it. */
    private record Found(String route, String path, String who) {}

    /** What is printed is a PDF, and is tried as such; a CSV or calendar file or what is for scripts is no page at all. */
    private static boolean isPage(String route) {
        return route.startsWith("GET ") && NO_PAGES.stream().noneMatch(route::endsWith);
    }

    private void look(List<Found> pages, int width, String language, boolean axe) {
        var windows = new HashMap<String, Page>();
        try {
            for (var found : pages) {
                var page = windows.computeIfAbsent(found.who(), who -> window(who, width, language));
                page.navigate(found.path());
                var where = "%s at %d in %s".formatted(found.route(), width, language);
                if (axe) {
                    Chromium.assertAccessible(page, where);
                } else {
                    Chromium.assertFits(page, where);
                }
            }
        } finally {
            windows.values().stream().map(Page::context).forEach(BrowserContext::close);
        }
    }

    private synchronized Page window(String who, int width, String language) {
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
