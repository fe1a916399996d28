package se.framsteg.plan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.activity.Activity;
import se.framsteg.plan.EffortExamples;
import se.framsteg.plan.LifeArea;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.World;

/** A plan is ticked, looked at by area of life and followed from the picture and back, on a desk and a phone. */
@FramstegTest
class PlanAreasBrowserTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @LocalServerPort
    int port;

    static List<Window> windows() {
        return List.of(Window.DESK, Window.PHONE);
    }

    @ParameterizedTest
    @MethodSource("windows")
    void whatWasAgreedOnIsTickedAndSeenByAreaOfLife(Window window) {
        var today = LocalDate.now(Time.SWEDEN);
        var place = world.place();
        var by = place.caseworker();
        var id = world.aCase(place).started();
        var rounds = new CaseExamples(beans);
        var round = rounds.baseline(place, id);
        rounds.participantAnswers(round, 2);
        rounds.caseworkerAnswers(place, round, 3);
        var story = new StoryExamples(beans);
        story.activity(by, id, Activity.Kind.HEALTH, "Behandling hos psykolog", today.minusDays(1));
        story.activity(by, id, Activity.Kind.GROUP, "Må bra-grupp", today.minusDays(1));
        story.job(by, id, "Bageriet Kvarnen", today.plusDays(12));
        var examples = new EffortExamples(beans);
        examples.goal(by, id, LifeArea.WORK, "Jag vill ha ett arbete där jag får vara ute på förmiddagarna");
        examples.goal(by, id, LifeArea.HOUSING, "Bo kvar i min lägenhet");
        examples.effort(by, id, LifeArea.WORK, "Ringa bageriet och bestämma en dag", Optional.of(today.minusDays(2)));
        examples.effort(by, id, LifeArea.ECONOMY, "Gå igenom räkningarna", Optional.of(today.plusDays(20)));
        examples.member(by, id, "Rut");
        examples.member(by, id, "Boendestödjaren");

        try (var context = Chromium.open(port, window)) {
            var page = Chromium.signIn(context, world.email(by));
            look(page, window, "to-do");
            page.navigate("/cases/" + id + "/progression");
            examples.moving(by, id, "health", "Promenad varje morgon med boendestödet", place.kommun(), "Boendestödet");
            page.navigate("/cases/" + id);
            look(page, window, "case");
            page.locator(".tick button").first().click();
            assertThat(page.locator(".notice").innerText()).contains("Markerat som gjort");
            assertThat(page.locator(".tick-settled").innerText()).contains("Ringa bageriet", "Ångra");
            look(page, window, "ticked");
            page.locator(".tick-settled button").click();
            assertThat(page.locator(".tick-settled").count()).isZero();

            page.navigate("/cases/" + id + "/plan");
            page.locator("main a[href$='/plan/areas']").click();
            look(page, window, "areas");
            page.locator("a[href$='#dimension-health']").click();
            look(page, window, "progression");
            page.locator("a[href*='/plan/areas#effort-']").click();
            page.locator("a[href$='/plan/people/new']").click();
            page.locator("#helps").fill("Kör mig till arbetet");
            page.locator("main form button[type=submit]").click();
            look(page, window, "refused");
            page.locator("#name").fill("Grannen Nils");
            page.locator("main form button[type=submit]").click();
            assertThat(page.locator("main").innerText()).contains("Grannen Nils", "Kör mig till arbetet");

            var lead = Chromium.signIn(context, world.email(place.lead()));
            lead.navigate("/initiatives/" + place.initiative() + "/follow-up/plans");
            look(lead, window, "counted");
        }
    }

    private static void look(Page page, Window window, String name) {
        picture(page, "plan-areas-" + name + "-" + window.width());
        assertAccessible(page, name);
    }
}
