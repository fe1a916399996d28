package se.framsteg.pathway.library;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.pathway.PathwayExamples;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** A method read by a coach between two meetings, and one loaded by somebody who works by a method of their own. */
@FramstegTest
class PathwayBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    World world;

    private World.Place place;
    private boolean script = true;

    @BeforeEach
    void aPlace() {
        place = world.place();
    }

    private void check(Page page, String name) {
        Chromium.picture(page, "pathway-" + name);
        if (script) {
            Chromium.assertAccessible(page, name);
        }
    }

    private static void press(Page page, String button) {
        page.locator("main button:has-text('" + button + "')").first().click();
    }

    private static void upload(Page page, byte[] bytes) {
        page.navigate("/pathways/new");
        page.locator("#file").setInputFiles(new FilePayload("metod.yaml", "application/yaml", bytes));
        press(page, "Ladda upp");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWrongFileIsMendedInTheBrowserPublishedAndReadByACoach(boolean withScript) {
        script = withScript;
        try (var desk = Chromium.open(port, script ? Window.DESK : Window.DESK.withoutScript())) {
            var page = Chromium.signIn(desk, world.email(place.officer()));
            page.navigate("/settings");
            page.locator("main a[href='/pathways']").click();
            check(page, "list");
            page.locator("main a.button").click();
            check(page, "new");
            var right = PathwayExamples.yaml("ga", "Gå tillsammans", 1);
            upload(
                    page,
                    right.replace("[my-walk]", "[my-wlak]")
                            .replace("kind: scale", "kind: slider")
                            .replace("{sv: Vila, en: Rest}", "{en: Rest}")
                            .getBytes(UTF_8));
            check(page, "draft-faulty");
            assertThat(page.locator(".problems").innerText())
                    .contains("Rad 39: stages › first-walk › worksheets › 1: ”my-wlak” är inget arbetsblad som finns."
                            + " Menade du ”my-walk”?")
                    .contains("Rad 42: stages › rest › name: text på svenska (sv) saknas.")
                    .contains("”slider” går inte att välja. Välj något av text, long, list, choice, scale, date.");
            page.locator("#text").fill(right);
            press(page, "Spara");
            check(page, "draft-whole");
            assertThat(page.locator("main").innerText()).contains("Allt är på plats", "Gå tillsammans");
            page.locator("main a.button").click();
            check(page, "draft-read");
            page.locator("main a.button").click();
            check(page, "publish");
            press(page, "Publicera");
            assertThat(page.locator(".notice").innerText()).contains("Metoden är publicerad");
            check(page, "published");
        }
        try (var phone = Chromium.open(port, script ? Window.PHONE : Window.PHONE.withoutScript())) {
            var page = Chromium.signIn(phone, world.email(place.caseworker()));
            page.navigate("/pathways");
            page.locator("main a:has-text('Gå tillsammans')").click();
            page.locator("summary:has-text('Första promenaden')").click();
            assertThat(page.locator("#stage-first-walk").innerText())
                    .contains("Ni lär känna varandra.", "Möts utomhus", "Vad vill du att jag ska veta om dig?");
            page.locator("#stage-first-walk a[href='#worksheet-my-walk']").click();
            check(page, "own-on-phone");
            assertThat(page.locator("main").innerText()).doesNotContain("Sluta erbjuda", "Gör en");
        }
    }

    @Test
    void everyMethodThatShipsCanBeReadOpenedAndShutInBothLanguagesOnAllWidths() {
        for (var window : List.of(Window.DESK, Window.SMALL_PHONE)) {
            try (var browser = Chromium.open(port, window)) {
                var page = Chromium.signIn(browser, world.email(place.caseworker()));
                page.navigate("/pathways");
                var paths = page.locator("main h3 a").all().stream()
                        .map(link -> link.getAttribute("href"))
                        .toList();
                assertThat(paths).hasSize(8);
                for (var path : paths) {
                    for (var language : List.of("sv", "en")) {
                        page.navigate(path + "?lang=" + language);
                        var shut = page.locator("h1").innerText() + "-" + window.width();
                        Chromium.assertFits(page, shut);
                        page.evaluate("document.querySelectorAll('details.area').forEach(one => one.open = true)");
                        check(page, shut.replaceAll("[^A-Za-z0-9]+", "-") + "-open");
                        Chromium.assertFits(page, shut);
                    }
                }
            }
        }
    }

    @Test
    void filesThatAreNoMethodAreRefusedWithTheirFaultsAndLeaveNothingBehind() {
        try (var desk = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(desk, world.email(place.officer()));
            upload(page, new byte[0]);
            assertThat(page.locator(".error-summary").innerText()).contains("Välj en fil.");
            upload(page, new byte[300 * 1024]);
            assertThat(page.locator(".error-summary").innerText()).contains("större än 256 kB");
            upload(page, "name: {sv: Gå på stan}".getBytes(ISO_8859_1));
            assertThat(page.locator(".error-summary").innerText()).contains("UTF-8");
            upload(page, "a: &a [x]\nb: [*a, *a]".getBytes(UTF_8));
            assertThat(page.locator(".problems").innerText()).contains("Rad 1:", "Ankare och alias");
            upload(page, "name: {sv: Gå}\nstages: [".getBytes(UTF_8));
            assertThat(page.locator(".error-summary").innerText()).contains("är inte sparad");
            assertThat(page.locator(".problems").innerText()).contains("Rad 2: Från tecken");
            check(page, "new-unreadable");
            page.navigate("/pathways");
            assertThat(page.locator("main").innerText()).doesNotContain("Utan namn", "Utkast");
        }
    }
}
