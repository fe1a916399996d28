package se.framsteg.consultation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** A question to a team in a real browser, on a desk and on phones. */
@FramstegTest
class ConsultationBrowserTest {
    @Autowired
    World world;

    @Autowired
    Consultations consultations;

    @LocalServerPort
    int port;

    static List<Window> windows() {
        return List.of(Window.DESK, Window.PHONE, Window.SMALL_PHONE, Window.PHONE.inTheDark());
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aQuestionIsAskedMendedAnsweredAndClosed(Window window) {
        var place = world.place();
        var team = world.team(place);
        var earlier = ConsultationId.create();
        consultations.ask(place.lead(), earlier, team, "Vem kan stötta först när någon vill byta yrke?");
        consultations.answer(place.caseworker(), earlier, UUID.randomUUID(), "Börja hos studievägledaren.");
        try (var asks = Chromium.open(port, window);
                var answers = Chromium.open(port, window);
                var counts = Chromium.open(port, window)) {
            var page = Chromium.signIn(asks, world.email(place.lead()));
            page.navigate("/consultations/new");
            page.locator("#team").selectOption(team.toString());
            page.locator("#question").fill("Mejla petra@exempel.se om studier");
            page.locator("main button[type=submit]").click();
            look(page, window, "refused");
            assertThat(page.locator("#question").inputValue()).isEqualTo("Mejla petra@exempel.se om studier");
            page.locator("#question").fill("Kvinna i 30-årsåldern vill studera. Vem stöttar först?");
            page.locator("main button[type=submit]").click();
            look(page, window, "asked");
            page.navigate("/consultations");
            look(page, window, "list");

            var member = Chromium.signIn(answers, world.email(place.caseworker()));
            look(member, window, "to-do");
            member.locator(".to-dos a").first().click();
            member.locator("#answer").fill("Studievägledaren, och vi på teamet.");
            member.locator("main form button[type=submit]").first().click();
            member.locator("summary:has-text('Avsluta')").click();
            member.locator("#outcome").check();
            member.locator("main form button[type=submit]").last().click();
            look(member, window, "closed");

            var office = Chromium.signIn(counts, world.email(place.officer()));
            office.navigate("/consultations/counts");
            look(office, window, "counts");
            assertThat(office.locator("main").innerText()).contains("2");
        }
    }

    private static void look(Page page, Window window, String name) {
        picture(page, "consultation-" + name + "-" + window.width() + (window.dark() ? "-dark" : ""));
        assertAccessible(page, name);
    }
}
