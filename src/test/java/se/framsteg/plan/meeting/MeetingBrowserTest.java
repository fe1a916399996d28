package se.framsteg.plan.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.Plan;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.World;

/** A meeting about a joint plan in a real browser, from the planning to a reply. */
@FramstegTest
class MeetingBrowserTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    static List<Window> windows() {
        return List.of(Window.DESK, Window.PHONE);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aMeetingIsPlannedCalledToRepliedToAndCancelled(Window window) {
        var place = world.place();
        var id = new CaseExamples(beans).started(place);
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        world.organisation(place.association(), "Arbetsförmedlingen Prov", OrganisationKind.AF);
        new Sharing(owner).yes(id, region, "JOINT_PLAN");
        new PlanExamples(beans).begun(place, id, Plan.Kind.SAMSIP);
        try (var context = Chromium.open(port, window);
                var officers = Chromium.open(port, window)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id + "/plan");
            look(page, window, "none");
            page.locator("a:has-text('Planera ett möte')").click();
            page.locator("#on").fill(LocalDate.now(Time.SWEDEN).minusDays(1).toString());
            page.locator("#at").fill("13.30");
            page.locator("#place").fill("Vårdcentralen, rum Björken");
            page.locator("main form button[type=submit]").last().click();
            look(page, window, "refused");
            assertThat(page.locator("#place").inputValue()).isEqualTo("Vårdcentralen, rum Björken");
            page.locator("#on").fill(LocalDate.now(Time.SWEDEN).plusDays(12).toString());
            page.locator("main form button[type=submit]").last().click();
            page.locator("label[for=who-BROUGHT]").click();
            look(page, window, "brought");
            assertThat(page.locator("#brought").isVisible()).isTrue();
            page.locator("label:has-text('Region Prov')").click();
            assertThat(page.locator("#brought").isVisible())
                    .as("asked of nobody else")
                    .isFalse();
            assertThat(page.locator("main").innerText()).doesNotContain("Arbetsförmedlingen Prov");
            page.locator("summary:has-text('Organisationer som inte har')").click();
            assertThat(page.locator("main").innerText()).contains("Arbetsförmedlingen Prov");
            page.locator("#role").fill("Vårdcentralen Björken");
            page.locator("#email").fill("vard@prov.example");
            page.locator("button:has-text('Lägg till')").click();
            look(page, window, "invitees");
            assertThat(page.locator("main").innerText())
                    .contains(
                            "Kallas",
                            "Går inte att kalla",
                            "En till från Region Prov",
                            "Ingen e-post skickas härifrån");
            page.locator("button:has-text('Markera som skickat')").click();
            page.locator("a:has-text('Skriv in svaret')").last().click();
            page.locator("label[for=reply-STAND_IN]").click();
            look(page, window, "reply");
            page.locator("#standIn").fill("Stina Ström");
            page.locator("button:has-text('Spara svaret')").click();
            page.locator("a:has-text('Ändra')").last().click();
            look(page, window, "invitee");
            page.navigate("/cases/" + id + "/plan");
            look(page, window, "card");
            assertThat(page.locator("main").innerText()).contains("Stina Ström");
            page.locator("a:has-text('Ändra mötet')").click();
            look(page, window, "change");
            page.navigate("/cases/" + id + "/plan");
            page.locator("a:has-text('Ställ in mötet')").click();
            look(page, window, "cancel");
            assertThat(page.locator("main").innerText()).contains("Region Prov", "vard@prov.example");
            page.locator("button:has-text('Ställ in mötet')").click();
            assertThat(page.locator("main").innerText()).contains("Inget möte är planerat");

            var officer = Chromium.signIn(officers, world.email(place.officer()));
            officer.navigate("/associations/" + place.association());
            officer.locator("a:has-text('Dagar för kallelser')").click();
            look(officer, window, "clocks");
            officer.locator("#samsip").fill("14");
            officer.locator("main form button[type=submit]").click();
        }
    }

    private static void look(Page page, Window window, String name) {
        picture(page, "plan-meeting-" + name + "-" + window.width());
        assertAccessible(page, name);
    }
}
