package se.framsteg.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Role;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** From an empty unit to a review that two raters have agreed on, with one thing they did not see alike. */
@FramstegTest
class FidelityBrowserTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @LocalServerPort
    int port;

    @Test
    void twoRatersAndOneDisagreement() {
        var place = world.place();
        new FidelityExamples(beans).since(place, place.caseworker(), 90);
        var other = world.person(place.kommun(), "Gun Granskare", Role.LEAD);
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.lead()));
            page.navigate("/initiatives/" + place.initiative());
            page.getByText("Programtrohet").click();
            look(page, "empty");
            page.getByText("Lägg till specialister").click();
            unit(page, place);
            page.navigate("/initiatives/" + place.initiative() + "/fidelity");
            look(page, "overview");
            assertThat(page.locator("main").innerText()).contains("1 deltagare på 1 heltider");
            page.getByText("Visa").first().click();
            look(page, "records");
            page.navigate("/initiatives/" + place.initiative() + "/fidelity/reviews/new");
            begin(page);
            var review = page.url();
            rate(context.newPage(), review, "4", "");
            try (var second = Chromium.open(port, Window.PHONE)) {
                var phone = Chromium.signIn(second, world.email(other));
                assertThat(phone.locator("main").innerText()).contains("Granskning av programtrohet");
                rate(phone, review, "4", "2");
                agree(phone, review);
            }
            page.navigate(review);
            look(page, "result");
            assertThat(page.locator("main").innerText())
                    .contains("Vi såg olika saker.", "inte en certifierad granskning");
        }
    }

    private static void unit(Page page, World.Place place) {
        page.locator("#percent").fill("120");
        page.locator("main form").first().locator("button").click();
        look(page, "unit-refused");
        assertThat(page.locator(".error-summary li").count()).isEqualTo(2);
        page.locator("#colleague")
                .selectOption(new SelectOption().setLabel(place.caseworker().name()));
        page.locator("#percent").fill("100");
        page.locator("main form").first().locator("button").click();
        assertThat(page.locator(".notice").innerText()).contains("inlagd");
        page.locator("#careTeam").fill("Norra teamet");
        page.getByText("Lägg till vårdteam").click();
        page.locator("#words").fill("Fler besök hos arbetsgivare.");
        page.getByText("Spara genomgången").click();
        look(page, "unit");
        assertThat(page.locator("main").innerText()).contains("Norra teamet", "Fler besök hos arbetsgivare.");
    }

    private static void begin(Page page) {
        page.getByText("Programtrohet till IPS").click();
        page.locator("#rater1").selectOption(new SelectOption().setLabel("Lena Ledare, Provstads kommun"));
        page.locator("#rater2").selectOption(new SelectOption().setLabel("Gun Granskare, Provstads kommun"));
        look(page, "begin");
        page.getByText("Börja granskningen").click();
        look(page, "begun");
    }

    /** All the same, but of one thing, which is also left out at first. */
    private static void rate(Page page, String review, String all, String supervisor) {
        page.navigate(review + "/rate");
        look(page, "rate-" + supervisor);
        page.evaluate(
                "all => document.querySelectorAll(`input[type=radio][value='${all}']`).forEach(one => one.checked ="
                        + " true)",
                all);
        page.evaluate("() => document.querySelectorAll('textarea').forEach(one => one.value = 'Det såg vi.')");
        if (!supervisor.isEmpty()) {
            page.evaluate("() => document.querySelectorAll('input[name=score-supervisor]').forEach(one => one.checked ="
                    + " false)");
            finish(page);
            assertThat(page.locator(".error-summary li").count()).isEqualTo(1);
            assertThat(page.locator("#note-supervisor").inputValue()).isEqualTo("Det såg vi.");
            look(page, "rate-refused");
            page.locator("input[name=score-supervisor][value='" + supervisor + "']")
                    .check();
        }
        finish(page);
        assertThat(page.locator(".notice").innerText()).contains("klar");
    }

    private static void finish(Page page) {
        page.locator("button[value=finish]").click();
    }

    private static void agree(Page page, String review) {
        page.navigate(review + "/agree");
        look(page, "agree");
        assertThat(page.locator(".rating-different").count()).isEqualTo(1);
        page.locator("input[name=score-supervisor][value='3']").check();
        page.locator("#note-supervisor").fill("Vi såg olika saker.");
        page.getByText("Vi är överens").click();
        assertThat(page.locator(".notice").innerText()).contains("Granskningen är klar");
        look(page, "agreed");
    }

    private static void look(Page page, String what) {
        assertAccessible(page, what);
        picture(page, "fidelity-" + what);
    }
}
