package se.framsteg.employment.outreach;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.EmployerExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** A contact with an employer is logged on a phone in a few presses, with script and without. */
@FramstegTest
class EmployerContactBrowserTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @LocalServerPort
    int port;

    private int presses;

    private void press(Locator what) {
        presses++;
        what.click();
    }

    private void press(Page page, String text) {
        press(page.locator("label, button, summary")
                .getByText(text, new Locator.GetByTextOptions().setExact(true))
                .locator("visible=true")
                .first());
    }

    @Test
    void oneWithAnEmployerMetBeforeTakesSixPressesAndANewEmployerIsFoundWhileItIsTyped() {
        var place = world.place();
        world.aCase(place).called("Deltagare Ett").started();
        var examples = new EmployerExamples(beans);
        var known = examples.employer(place.caseworker(), "Provköket");
        examples.employer(place.caseworker(), "Provlagret");
        examples.met(place.caseworker(), known, place.initiative(), EmployerExamples.introduced());
        try (var context = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            press(page.locator("main a[href='/employer-contacts/new']"));
            look(page, "new");
            press(page, "Provköket");
            press(page, "Deltagare Ett");
            press(page, "Bad om ett möte");
            press(page, "15 min");
            press(page.locator("main form .button-row button"));
            assertThat(page.locator(".notice").innerText()).contains("Sparat");
            assertThat(presses).isEqualTo(6);

            page.navigate("/employer-contacts/new");
            press(page, "Sök en annan arbetsgivare");
            page.locator("#query").fill("lagr");
            page.getByLabel("Provlagret").check();
            look(page, "found");
            press(page, "Nej för tillfället");
            press(page, "15 min");
            press(page.locator("main form .button-row button"));
            assertThat(page.locator(".notice").innerText()).contains("Sparat");
            page.locator("main .calm-list a[href^='/contacts/']").first().click();
            assertThat(page.locator("main").innerText()).contains("Provlagret");
            look(page, "change");
            page.navigate("/employers/" + known);
            look(page, "employer");
        }
    }

    @Test
    void withoutScriptAButtonFindsTheEmployerAndNothingIsLost() {
        var place = world.place();
        var examples = new EmployerExamples(beans);
        examples.employer(place.caseworker(), "Provlagret");
        try (var context = Chromium.open(port, Window.SMALL_PHONE.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/employer-contacts/new");
            page.getByLabel("30 min").check();
            page.getByLabel("Ute", new Page.GetByLabelOptions().setExact(true)).check();
            page.getByLabel("Presenterade mig").check();
            page.locator("#query").fill("provlager");
            page.locator("button[value=search]").click();
            page.getByLabel("Provlagret").check();
            assertThat(page.getByLabel("30 min").isChecked()).isTrue();
            page.locator("#nextOn").press("Enter");
            assertThat(page.locator(".notice").innerText()).contains("Sparat");
        }
    }

    private static void look(Page page, String name) {
        picture(page, "employer-contact-" + name);
        assertAccessible(page, name);
    }
}
