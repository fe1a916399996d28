package se.framsteg.employment.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.assertFits;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** A coach follows somebody into a job, on a phone. */
@FramstegTest
class SupportBrowserTest {
    @Autowired
    World world;

    @LocalServerPort
    int port;

    @Test
    void aJobThatIsRegisteredAsksForAContactUntilOneIsLogged() {
        var today = LocalDate.now(Time.SWEDEN);
        var place = world.place();
        var id = world.aCase(place).called("Disa Ny på jobbet").started();
        try (var context = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id + "/employments/new");
            look(page, "kinds");
            page.locator("main a[href$='kind=JOB']").click();
            page.locator("#employer").fill("Bageriet");
            page.locator("#occupation").selectOption(new SelectOption().setValue("761"));
            page.locator("#hours").fill("20");
            page.locator("#from").fill(today.toString());
            page.locator("main form button[type=submit]").click();
            look(page, "refused");
            assertThat(page.locator(".error-summary")).containsText("Välj om arbetsgivaren får stöd");
            assertThat(page.locator("#occupation")).hasValue("761");
            page.locator("#subsidy").selectOption("NONE");
            page.locator("main form button[type=submit]").click();

            page.navigate("/");
            assertThat(page.locator("main")).containsText("Kontakt de första dagarna");
            page.locator("main .section-head a[href='/support']").click();
            look(page, "round");
            assertThat(page.locator("main")).containsText("Disa Ny på jobbet");
            page.locator("main .calm-list a[href^='/contacts/new']").click();
            page.getByLabel("På kontoret").check();
            page.getByLabel("30 min").check();
            page.locator("#phase").selectOption("FOLLOW_ALONG");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator(".notice")).containsText("Sparat");

            page.navigate("/support");
            assertThat(page.locator("main")).containsText("Ingen just nu");
            page.navigate("/cases/" + id + "/work");
            look(page, "work");
            page.locator("main .calm-list a[href$='/support']").click();
            look(page, "support");
            assertThat(page.locator("main table")).containsText("Kontakt fanns");
            page.locator("#withPerson").fill("Vi hörs på fredagar");
            page.locator("main form[action$='/support'] button").click();
            assertThat(page.locator(".notice")).containsText("Överenskommelsen är sparad");
        }
    }

    private static void look(Page page, String name) {
        picture(page, "support-" + name);
        assertFits(page, name);
        assertAccessible(page, name);
    }
}
