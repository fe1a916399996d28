package se.framsteg.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.evaluation.Opinion.Question;
import se.framsteg.shared.Time;
import se.framsteg.statistics.Quarter;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnPhone;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** On the phone the person says what they think; the lead reads what many have said, and puts a paper in. */
@FramstegTest
class OpinionBrowserTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    OwnOpinions own;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @Test
    void fromThePhoneToWhatTheLeadReads() throws Exception {
        var place = world.place();
        var cases = new CaseExamples(beans);
        var id = cases.started(place);
        cases.end(place, id);
        new OwnPhone(port, world.email(place.caseworker()), id, cases.baseline(place, id))
                .browse(Window.PHONE, phone -> answer(phone));
        var earlier = Quarter.of(LocalDate.now(Time.SWEDEN)).minus(1).first().plusDays(20);
        for (int i = 0; i < 12; i++) {
            var one = new Actor.Respondent(
                    cases.baseline(place, world.aCase(place).ended()), false);
            var opinion = new Opinion(
                    Map.of(Question.USEFUL, i < 6 ? 5 : 4, Question.INFLUENCE, 1 + i % 5, Question.TREATMENT, 5),
                    i < 5 ? "Det var bra " + i : "");
            assertThat(clock.on(earlier, () -> own.answer(one, Occasion.END, opinion)))
                    .isTrue();
        }
        try (var context = Chromium.open(port, Window.DESK)) {
            lead(Chromium.signIn(context, world.email(place.lead())), place);
        }
    }

    private static void answer(Page phone) {
        phone.navigate("/svara/min-sida");
        phone.getByText("Säg vad du tycker").click();
        look(phone, "asked");
        phone.locator("#to-USEFUL-4").check();
        phone.locator("#words").fill("Skriv till mig@example.org");
        phone.locator("form[action$=utvardering] button[type=submit]").click();
        assertThat(phone.locator(".error-summary li").count()).isEqualTo(4);
        assertThat(phone.locator("#to-USEFUL-4").isChecked()).isTrue();
        look(phone, "refused");
        phone.locator("#words").fill("Mer tid ute på jobb");
        phone.locator("#to-INFLUENCE-0").check();
        phone.locator("#to-NEXT_STEP-2").check();
        phone.locator("#to-TREATMENT").check();
        phone.locator("form[action$=utvardering] button[type=submit]").click();
        assertThat(phone.locator("main").innerText()).contains("Tack för dina svar!");
        look(phone, "thanks");
    }

    private static void lead(Page page, World.Place place) {
        page.navigate("/initiatives/" + place.initiative());
        page.getByText("Vad deltagarna tycker om insatsen").click();
        look(page, "results");
        assertThat(page.locator("main").innerText())
                .contains("12 svar", "Stämmer helt: 6 · Stämmer ganska bra: 6", "visas inte", "Det var bra 3")
                .doesNotContain("Mer tid ute på jobb");
        page.getByText("Skriv in svar från papper").click();
        page.getByText("Spara svaret").click();
        assertThat(page.locator(".error-summary li").count()).isEqualTo(6);
        look(page, "enter");
        page.navigate("/initiatives/" + place.initiative() + "/evaluations/form");
        look(page, "form");
    }

    private static void look(Page page, String what) {
        assertAccessible(page, what);
        picture(page, "opinion-" + what);
    }
}
