package se.framsteg.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** A lead calculates one thing at a time, with something wrong on the way, and the office puts an amount of its own in. */
@FramstegTest
class EconomyBrowserTest {
    @Autowired
    World world;

    @LocalServerPort
    int port;

    @Test
    void fromAnEmptyFormToAResultAndBackToChangeIt() {
        var place = world.place();
        try (var context = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(context, world.email(place.officer()));
            page.navigate("/economy/amounts");
            look(page, "amounts");
            page.locator("a[href*=replaces]").first().click();
            page.getByText("Spara beloppet").click();
            assertThat(page.locator(".error-summary li").count()).isOne();
            look(page, "amount-refused");
            page.locator("#source").fill("Bokslutet");
            page.getByText("Spara beloppet").click();
            assertThat(page.locator(".notice").innerText()).contains("Beloppet är sparat");
        }
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.lead()));
            page.navigate("/initiatives/" + place.initiative());
            page.getByText("Vad stegen är värda i kronor").click();
            look(page, "empty");
            page.getByText("Ny beräkning").click();
            fillIn(page);
            look(page, "result");
            assertThat(page.locator("main").innerText())
                    .contains("är exempel som ingen står bakom", "För samhället", "aldrig inom fem år");
            page.locator("a[href$=edit]").click();
            page.getByText("Gå till en annan del").click();
            page.locator("details button[value=COST]").click();
            page.locator("#costKOMMUN").fill("100 000");
            page.getByText("Gå till en annan del").click();
            page.locator("button[value=save]").click();
            assertThat(page.locator("main").innerText()).contains("Version 2", "100\u00a0000 kr");
            page.navigate("/economy/method");
            look(page, "method");
        }
    }

    private static void fillIn(Page page) {
        page.locator("#name").fill("Hela året");
        look(page, "what");
        next(page);
        page.locator("#numbersFrom").fill("Slutrapporten");
        page.locator("#from1").selectOption("SOCIAL_ASSISTANCE");
        page.locator("#to1").selectOption("OPEN_WORK");
        page.locator("#persons1").fill("3");
        next(page);
        assertThat(page.locator(".error-message").innerText()).contains("Färre än fem");
        page.locator("#persons1").fill("12");
        look(page, "steps");
        next(page);
        three(page, "one", "40", "60", "75");
        three(page, "five", "20", "40", "60");
        look(page, "lasting");
        next(page);
        three(page, "anyway", "10", "140", "40");
        next(page);
        assertThat(page.locator(".error-summary li").count()).isEqualTo(2);
        look(page, "anyway-refused");
        page.locator("#anywayLikely").fill("25");
        page.locator("#anywayWhy").fill("Gruppen som fick vänta");
        next(page);
        for (var party : new String[] {"FK", "STATE", "REGION"}) {
            page.locator("#cost" + party).fill("0");
        }
        page.locator("#costKOMMUN").fill("90 000 000");
        look(page, "cost");
        next(page);
        look(page, "counting");
        page.locator("button[value=save]").click();
    }

    private static void three(Page page, String field, String low, String likely, String high) {
        page.locator("#" + field + "Low").fill(low);
        page.locator("#" + field + "Likely").fill(likely);
        page.locator("#" + field + "High").fill(high);
    }

    private static void next(Page page) {
        page.locator(".button-row button.button:not(.button-quiet)").click();
    }

    private static void look(Page page, String what) {
        assertAccessible(page, what);
        picture(page, "economy-" + what);
    }
}
