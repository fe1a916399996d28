package se.framsteg.initiative;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Role;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** An officer adds an initiative on a phone and writes what it is to reach, cost and report; the board reads it. */
@FramstegTest
class InitiativeBrowserTest {
    @Autowired
    World world;

    @LocalServerPort
    int port;

    @Test
    void fromAnEmptyInitiativeToGoalsMoneyAndReportDates() {
        var place = world.place();
        var board = world.person(place.kommun(), "Berit Board", Role.BOARD);
        try (var context = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(context, world.email(place.officer()));
            var hub = made(page, place);
            goal(page, hub);
            money(page, hub);
            calendar(page, hub);
            document(page, hub);
            try (var second = Chromium.open(port, Window.SMALL_PHONE)) {
                read(Chromium.signIn(second, world.email(board)), hub);
            }
        }
    }

    /** @return the address of its page */
    private static String made(Page page, World.Place place) {
        page.navigate("/initiatives/new?association=" + place.association());
        look(page, "initiative-begin");
        page.getByLabel("Till personer").check();
        page.locator("button.button").click();
        assertThat(page.locator("main").innerText()).contains("Insatsen vänder sig: Till personer");
        page.locator("#name").fill("Ett hållbart arbetsliv");
        page.locator("#starts").fill("2021-01-01");
        page.locator("#ends").fill("2023-03-01");
        page.locator("main form button").click();
        look(page, "initiative-refused");
        assertThat(page.locator(".error-summary").innerText()).contains("Välj hur insatsen följs upp.");
        assertThat(page.locator("#name").inputValue()).isEqualTo("Ett hållbart arbetsliv");
        page.getByLabel("Varje deltagare följs upp").check();
        page.locator("main form button").click();
        look(page, "initiative-hub");
        return page.url();
    }

    private static void goal(Page page, String hub) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mål").setExact(true))
                .click();
        page.getByText("Lägg till ett mål").click();
        look(page, "goal-measure");
        page.getByLabel("Andel som går vidare").check();
        page.getByText("Fortsätt").click();
        page.locator("#text").fill("Minst fyra av tio går vidare");
        page.locator("#target").fill("140 %");
        page.locator("main form button").click();
        look(page, "goal-refused");
        assertThat(page.locator(".error-summary li").count()).isEqualTo(2);
        page.getByLabel("studier").check();
        page.locator("#target").fill("40 %");
        page.locator("main form button").click();
        look(page, "goals");
        assertThat(page.locator("main").innerText()).contains("Minst fyra av tio går vidare", "40\u00a0%");
        page.navigate(hub);
    }

    private static void money(Page page, String hub) {
        page.getByText("Budget och utfall").click();
        page.getByText("Vilka betalar?").click();
        page.getByLabel("Samordningsförbundet").check();
        page.locator("main form button").last().click();
        look(page, "money-parties");
        page.navigate(hub + "/money/budget/2022");
        page.locator("main input[type=text]").fill("1250000");
        page.locator("main form button").click();
        page.getByText("Skriv in utfall").click();
        page.locator("#party").selectOption("Samordningsförbundet");
        page.locator("#amount").fill("-12");
        page.locator("#on").fill("2022-05-31");
        page.locator("#words").fill("Lön för coach, maj");
        page.locator("main form button").click();
        look(page, "cost-refused");
        page.locator("#amount").fill("50 001");
        page.locator("main form button").click();
        look(page, "costs");
        page.navigate(hub + "/money");
        look(page, "money");
        assertThat(page.locator("main").innerText())
                .contains("1\u00a0250\u00a0000\u00a0kr", "1\u00a0199\u00a0999\u00a0kr", "4\u00a0%");
        page.navigate(hub);
    }

    private static void calendar(Page page, String hub) {
        page.getByText("Rapportdatum").click();
        page.getByText("Lägg till kalenderns kvartal").click();
        look(page, "quarters");
        page.getByText("Lägg till de 9 kvartalen").click();
        look(page, "calendar");
        assertThat(page.locator("main tbody tr").count()).isEqualTo(9);
        page.navigate(hub);
    }

    private static void document(Page page, String hub) {
        page.navigate(hub + "/documents/new");
        page.locator("#file").setInputFiles(new FilePayload("avtal.pdf", "application/pdf", AffairsExamples.PDF));
        page.locator("#title").fill("Avtal 2021");
        page.getByLabel("Avtal", new Page.GetByLabelOptions().setExact(true)).check();
        page.locator("main form button").click();
        look(page, "documents");
    }

    private static void read(Page page, String hub) {
        page.navigate(hub);
        look(page, "board-hub");
        page.getByText("Dokument").click();
        assertThat(page.getByText("Lägg till ett dokument").count()).isZero();
        var file = page.waitForDownload(() -> page.getByText("Avtal 2021").click());
        assertThat(file.suggestedFilename()).isEqualTo("Avtal 2021.pdf");
        assertThat(bytes(file.path())).isEqualTo(AffairsExamples.PDF);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void look(Page page, String name) {
        assertAccessible(page, name);
        picture(page, name);
    }
}
