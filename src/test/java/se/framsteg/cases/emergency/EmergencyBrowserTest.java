package se.framsteg.cases.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** A case that is opened in an emergency, in a real browser, on a desk and on phones. */
@FramstegTest
class EmergencyBrowserTest {
    @Autowired
    ListableBeanFactory beans;

    @Autowired
    World world;

    @LocalServerPort
    int port;

    static List<Window> windows() {
        return List.of(Window.DESK, Window.PHONE, Window.SMALL_PHONE, Window.PHONE.inTheDark());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aCaseIsOpenedAndTheLeadTakesNote(Window window) {
        var place = world.place();
        var id = new CaseExamples(beans).started(place);
        var number = new EmergencyExamples(beans).number(id);
        try (var opens = Chromium.open(port, window);
                var leads = Chromium.open(port, window)) {
            var page = Chromium.signIn(opens, world.email(place.otherCaseworker()));
            page.navigate("/cases");
            look(page, window, "cases");
            page.locator("main a[href='/cases/emergency']").click();
            page.locator("#wanted").fill("1999-0001");
            page.locator("#reason").fill("sjuk");
            page.locator("main button[type=submit]").click();
            look(page, window, "short");
            page.locator("#reason").fill(EmergencyExamples.REASON);
            page.locator("main button[type=submit]").click();
            look(page, window, "nothing");
            page.locator("#wanted").fill(number);
            page.locator("main button[type=submit]").click();
            for (var path : List.of("", "/progression", "/notes", "/person", "/assignments", "/reminders")) {
                page.navigate("/cases/" + id + path);
                assertThat(page.locator(".emergency-bar").innerText()).contains("Du har öppnat ärendet i nödläge");
                look(page, window, "open" + path.replace('/', '-'));
            }
            var lead = Chromium.signIn(leads, world.email(place.lead()));
            look(lead, window, "to-do");
            lead.locator(".to-dos a[href^='/cases/emergency/']").click();
            look(lead, window, "told");
            lead.locator("main button[type=submit]").click();
            assertThat(lead.locator(".notice").innerText()).contains("antecknat");
            look(lead, window, "noted");
        }
    }

    private static void look(Page page, Window window, String name) {
        picture(page, "emergency-" + name + "-" + window.width() + (window.dark() ? "-dark" : ""));
        assertAccessible(page, name);
    }
}
