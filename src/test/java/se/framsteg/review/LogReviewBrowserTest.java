package se.framsteg.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.cases.Cases;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** A whole review with a browser: with script at the desk, without it on a phone. */
@FramstegTest
class LogReviewBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Test
    void anAdministratorReviewsAMonth() throws Exception {
        for (var window : List.of(Window.DESK, Window.PHONE)) {
            var place = world.place();
            for (var name : List.of("Vera Vanlig", "Hilma Handläggare", "Lotta Ledare")) {
                var id = world.aCase(place).called(name).started();
                clock.later(Duration.ofHours(-2), () -> cases.see(place.caseworker(), id));
            }
            review(place, window);
        }
    }

    private void review(World.Place place, Window window) {
        try (var context = Chromium.open(port, window)) {
            var page = Chromium.signIn(context, world.email(place.administrator()));
            page.navigate("/log-review");
            check(page, "empty", window);
            page.navigate("/log-review/new");
            page.locator("#to")
                    .fill(java.time.LocalDate.now(se.framsteg.shared.Time.SWEDEN)
                            .toString());
            check(page, "new", window);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("h1").innerText()).startsWith("Granskning");
            check(page, "review", window);
            page.locator("main tbody a").first().click();
            check(page, "row", window);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".error-summary").innerText()).contains("Välj en bedömning");
            check(page, "row-wrong", window);
            judge(page, "UNJUSTIFIED", "Kände personen och hade inget uppdrag.");
            while (page.locator("input[name=verdict]").count() > 0) {
                judge(page, "IN_ORDER", "");
            }
            page.locator("main a:has-text('Avsluta granskningen')").click();
            check(page, "close", window);
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".notice").innerText()).contains("Granskningen är avslutad");
            check(page, "closed", window);
            page.navigate("/log-review");
            check(page, "list", window);
            page.navigate("/log-review/report");
            check(page, "report", window);
        }
    }

    private static void judge(com.microsoft.playwright.Page page, String verdict, String note) {
        page.locator("input[name=verdict][value=" + verdict + "]").check();
        page.locator("#note").fill(note);
        page.locator("main button[type=submit]").click();
    }

    private static void check(com.microsoft.playwright.Page page, String name, Window window) {
        Chromium.picture(page, "log-review-%s-%d".formatted(name, window.width()));
        Chromium.assertAccessible(page, name);
    }
}
