package se.framsteg.plan;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.shared.CaseId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.World;

/** The meeting in six questions, in a real browser. */
@FramstegTest
class MeetingBrowserTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Plans plans;

    @Autowired
    Needs needs;

    @LocalServerPort
    int port;

    private World.Place place;
    private CaseId id;
    private PlanId plan;
    private String meeting;

    @BeforeEach
    void aPlan() {
        place = world.place();
        id = world.aCase(place).started();
        plan = new PlanExamples(beans).open(place, id);
        var need = plans.see(place.caseworker(), id).plan(plan).need().orElseThrow();
        needs.prepare(place.caseworker(), id, need, 0, new Preparation("Boendet", "Vem ringer vem", "", "", "", ""))
                .orThrow();
        meeting = "/cases/" + id + "/plan/" + plan + "/meeting";
    }

    private String saved(Plan.Part part) {
        return plans.see(place.caseworker(), id).plan(plan).text(part).text();
    }

    private static void save(Page page, Plan.Part part) {
        page.locator("form:has(#" + part + ") button[type=submit]").click();
    }

    @Test
    void whatIsWrittenIsSavedWhileItIsWrittenAndTwoWhoWriteSeeEachOther() {
        try (var one = Chromium.open(port, Window.DESK);
                var other = Chromium.open(port, Window.PHONE)) {
            var first = Chromium.signIn(one, world.email(place.caseworker()));
            var second = Chromium.signIn(other, world.email(place.lead()));
            first.navigate(meeting);
            second.navigate(meeting);
            Chromium.assertAccessible(first, "the meeting");
            Chromium.assertAccessible(second, "the meeting on a phone");
            Chromium.picture(first, "plan-meeting");
            Chromium.picture(second, "plan-meeting-phone");
            first.locator("#WANTS").fill("Att tiderna går ihop");
            second.locator("#WORKS").fill("Promenaderna");
            assertThat(first.locator("form:has(#WANTS) [data-draft-state]")).containsText("Sparat");
            assertThat(second.locator("form:has(#WORKS) [data-draft-state]")).containsText("Sparat");
            assertThat(saved(Plan.Part.WANTS)).isEqualTo("Att tiderna går ihop");
            assertThat(saved(Plan.Part.WORKS)).isEqualTo("Promenaderna");

            second.locator("#WANTS").fill("Något annat");
            assertThat(second.locator("form:has(#WANTS) [data-draft-state]")).containsText("Någon annan");
            save(second, Plan.Part.WANTS);
            assertThat(second.locator(".saved-meanwhile")).containsText("Att tiderna går ihop");
            assertThat(second.locator("#WANTS")).hasValue("Något annat");
            second.locator("#WANTS").fill("Att tiderna går ihop, och något annat");
            second.locator("main form button[type=submit]").click();
            second.waitForURL("**/meeting#WANTS");
            assertThat(saved(Plan.Part.WANTS)).isEqualTo("Att tiderna går ihop, och något annat");
        }
    }

    @Test
    void nothingIsLostWhileTheLineIsAway() {
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate(meeting);
            context.setOffline(true);
            page.locator("#SUMMARY").fill("Vi ses om en månad");
            assertThat(page.locator("form:has(#SUMMARY) .draft-trouble")).isVisible();
            assertThat(page.locator("#SUMMARY")).hasValue("Vi ses om en månad");
            context.setOffline(false);
            assertThat(page.locator("form:has(#SUMMARY) [data-draft-state]")).containsText("Sparat");
            assertThat(saved(Plan.Part.SUMMARY)).isEqualTo("Vi ses om en månad");
        }
    }

    @Test
    void whateverLeadsAwayFromTheMeetingWaitsUntilAllIsSavedAndSavingStaysOnThePage() {
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.onDialog(dialog -> {
                throw new AssertionError("the browser asked: " + dialog.message());
            });
            page.navigate(meeting);
            page.locator("#WANTS").fill("Att tiderna går ihop");
            page.locator("#SUMMARY").fill("Vi ses om en månad");
            save(page, Plan.Part.SUMMARY);
            assertThat(page.locator("form:has(#SUMMARY) [data-draft-state]")).containsText("Sparat");
            page.locator("#RESOURCES").fill("Systern");
            page.locator("a[href$='/head?back=meeting']").click();
            page.waitForURL("**/head?back=meeting");
            assertThat(saved(Plan.Part.WANTS)).isEqualTo("Att tiderna går ihop");
            assertThat(saved(Plan.Part.RESOURCES)).isEqualTo("Systern");
            page.navigate(meeting);
            page.locator("#WORKS").fill("Promenaderna");
            page.locator("a[href$='/goals/new?back=meeting']").click();
            page.waitForURL("**/goals/new?back=meeting");
            assertThat(saved(Plan.Part.WORKS)).isEqualTo("Promenaderna");
            page.navigate(meeting);
            context.setOffline(true);
            page.locator("#WORKS_NOT").fill("Telefonköer");
            save(page, Plan.Part.WORKS_NOT);
            assertThat(page.locator("form:has(#WORKS_NOT) .draft-trouble")).isVisible();
            assertThat(page.locator("#WORKS_NOT")).hasValue("Telefonköer");
            context.setOffline(false);
            assertThat(page.locator("form:has(#WORKS_NOT) [data-draft-state]")).containsText("Sparat");
        }
    }

    @Test
    void whoeverLeavesThoughItCannotBeSavedIsAskedOnce() {
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            var asked = new AtomicInteger();
            page.onDialog(dialog -> {
                asked.incrementAndGet();
                dialog.dismiss();
            });
            page.navigate(meeting);
            page.route("**/autosave", route -> route.abort());
            page.locator("#WORKS_NOT").fill("Telefonköer");
            page.locator("form[action='/sign-out'] button").click();
            assertThat(page.locator("form:has(#WORKS_NOT) .draft-trouble")).isVisible();
            page.waitForCondition(() -> asked.get() > 0);
            assertThat(asked.get()).isEqualTo(1);
            assertThat(page.locator("#WORKS_NOT")).hasValue("Telefonköer");
        }
    }

    @Test
    void theMeetingIsWrittenWithoutScriptAndWithTheKeyboardAlone() {
        try (var context = Chromium.open(port, Window.SMALL_PHONE.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate(meeting);
            page.locator("#WANTS").fill("Att tiderna går ihop");
            save(page, Plan.Part.WANTS);
            assertThat(page.locator(".notice")).isVisible();
            page.locator("a[href*='/goals/new']").focus();
            page.keyboard().press("Enter");
            page.locator("#words").fill("Ett jobb där jag orkar vara kvar");
            page.locator("#term").check();
            page.locator("#words").press("Tab");
            page.locator("main form button.button").focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/meeting#where");
            page.locator("a[href*='/efforts/new']").click();
            page.locator("main form button.button").click();
            assertThat(page.locator(".error-summary li")).hasCount(2);
            page.locator("#what").fill("Ringa läkaren");
            page.locator("#byWhom-PERSON").check();
            page.locator("main form button.button").click();
            page.waitForURL("**/meeting#efforts");
            page.locator("#how .marks button[value=DONE]").click();
            assertThat(page.locator("#how .effort")).containsText("Gjort");
            Chromium.assertFits(page, "the meeting at 320 pixels");
        }
    }
}
