package se.framsteg.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** A coach logs the day on a phone: with few presses, with the keyboard alone, and without script. */
@FramstegTest
class ContactBrowserTest {
    @Autowired
    World world;

    @LocalServerPort
    int port;

    /** Presses on the screen, one by one: what the time it takes comes of, measured without a clock. */
    private static final class Thumb {
        private final Page page;
        private final List<String> presses = new ArrayList<>();

        Thumb(Page page) {
            this.page = page;
        }

        void press(Locator what) {
            presses.add(what.innerText().strip());
            what.click();
        }

        void press(String text) {
            press(page.locator("label, a, button").getByText(text, exactly()).first());
        }

        /** One press opens a list, another one chooses. */
        void choose(String list, String text) {
            presses.add(list);
            presses.add(text);
            page.locator("#" + list).selectOption(new SelectOption().setLabel(text));
        }

        int pressed() {
            var number = presses.size();
            presses.clear();
            return number;
        }

        private static Locator.GetByTextOptions exactly() {
            return new Locator.GetByTextOptions().setExact(true);
        }
    }

    @Test
    void theFirstContactTakesEightPressesAndThoseThatFollowFour() {
        var place = world.place();
        for (int i = 1; i <= 10; i++) {
            world.aCase(place).called("Deltagare " + i).started();
        }
        try (var context = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            var thumb = new Thumb(page);
            thumb.press(page.locator("main .section-head a[href='/contacts/new']"));
            look(page, "new");
            thumb.press("Deltagare 10");
            thumb.press("Deltagare 7");
            thumb.press("På kontoret");
            thumb.press("30 min");
            thumb.choose("phase", "Kartlägga");
            thumb.press("Spara");
            assertThat(page.locator(".notice").innerText()).contains("Sparat");
            assertThat(thumb.pressed()).isEqualTo(8);
            look(page, "logged");

            page.navigate("/");
            thumb.press(page.locator("main .section-head a[href='/contacts/new']"));
            assertThat(page.locator(".chips label").first().innerText())
                    .as("the latest met come first")
                    .isIn("Deltagare 10", "Deltagare 7");
            thumb.press("Deltagare 7");
            thumb.press("45 min");
            thumb.press("Spara");
            assertThat(page.locator("main").innerText()).contains("Med personen: På kontoret", "45 min");
            assertThat(thumb.pressed()).isEqualTo(4);

            page.locator("main .section-head a[href='/contacts/new']").click();
            page.locator("#kind").selectOption("DOCUMENTATION");
            page.getByLabel("Deltagare 7").check();
            page.locator("#otherMinutes").fill("en kvart");
            page.locator("main form button[type=submit]").click();
            look(page, "refused");
            assertThat(page.locator(".error-summary li").count()).isEqualTo(2);
            assertThat(page.locator("#otherMinutes").inputValue()).isEqualTo("en kvart");
            assertThat(page.getByLabel("Deltagare 7").isChecked()).isTrue();
            page.getByLabel("Deltagare 7").uncheck();
            page.locator("#otherMinutes").fill("20");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator(".notice").innerText()).contains("Sparat");
            look(page, "month");
            page.locator("main .calm-list a[href^='/contacts/']").first().click();
            look(page, "change");

            var lead = Chromium.signIn(context, world.email(place.lead()));
            lead.navigate("/initiatives/" + place.initiative() + "/contacts");
            look(lead, "led");
        }
    }

    @Test
    void theKeyboardAloneIsEnoughWithoutScript() {
        var place = world.place();
        var id = world.aCase(place).called("Tangent Prov").started();
        try (var context = Chromium.open(port, Window.SMALL_PHONE.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/contacts/new?case=" + id);
            tabTo(page, "place");
            page.keyboard().press("Space");
            tabTo(page, "minutes");
            page.keyboard().press("ArrowDown");
            tabTo(page, "phase");
            page.keyboard().press("ArrowDown");
            tabTo(page, "day");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice").innerText()).contains("Sparat");
            assertThat(page.locator(".calm-list").innerText()).contains("Med personen: Ute", "30 min");
            page.locator(".calm-list a").click();
            page.locator("summary").getByText("Det är fel loggat").click();
            page.getByLabel("Loggad två gånger").check();
            page.locator("form[action$='/withdraw'] button").click();
            assertThat(page.locator("main").innerText()).contains("Tillbakatagen. Skäl: Loggad två gånger.");
        }
    }

    private static void tabTo(Page page, String name) {
        for (int i = 0; i < 60; i++) {
            if (name.equals(page.evaluate("document.activeElement.name || ''"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard does not come to " + name);
    }

    private static void look(Page page, String name) {
        picture(page, "contact-" + name);
        assertAccessible(page, name);
    }
}
