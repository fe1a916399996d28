package se.framsteg;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.shared.ReferralId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** The whole way, as people go it: from the referral to two rounds compared. */
@FramstegTest
class JourneyTest {
    private static final int QUESTIONS = 9;

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private World.Place place;
    private ReferralId referral;
    private String birthDate;

    @BeforeEach
    void aReferralHasCome() {
        var examples = new CaseExamples(beans);
        place = world.place();
        referral = examples.referral(place);
        birthDate = CaseExamples.NUMBER.value().substring(0, 8);
    }

    @ParameterizedTest(name = "with script: {0}")
    @ValueSource(booleans = {true, false})
    void fromTheReferralToTwoRoundsCompared(boolean script) throws Exception {
        var desk = script ? Window.DESK : Window.DESK.withoutScript();
        var path = leadAccepts(desk);
        try (var context = Chromium.open(port, desk)) {
            var caseworker = Chromium.signIn(context, world.email(place.caseworker()));
            caseworker.navigate(path);
            caseworker.locator("a[href='" + path + "/start']").click();
            caseworker.locator("#on").fill(LocalDate.now(clock).toString());
            send(caseworker);
            answerRound(caseworker, path, script, 2);
            assertThat(caseworker.locator("svg[role=img]").first()).isVisible();
            Chromium.picture(caseworker, "journey-baseline-" + (script ? "script" : "plain"));

            clock.<Void>later(Duration.ofDays(85), () -> {
                answerRound(caseworker, path, script, 4);
                return null;
            });
            assertThat(caseworker.locator("#radar-heading")).containsText("jämfört med Start");
            assertThat(caseworker.locator(".steps").first()).containsText("från 2 till 4");
            Chromium.picture(caseworker, "journey-compared-" + (script ? "script" : "plain"));
        }
    }

    private String leadAccepts(Window desk) {
        try (var context = Chromium.open(port, desk)) {
            var lead = Chromium.signIn(context, world.email(place.lead()));
            lead.navigate("/referrals/" + referral);
            lead.locator("input[name=outcome][value=ACCEPTED]").check();
            lead.locator("#caseworker").selectOption(place.caseworker().id().toString());
            send(lead);
            Chromium.picture(lead, "journey-accepted");
            assertThat(lead.locator("main")).containsText("Hanna Handläggare");
            return lead.locator("a[href^='/cases/']")
                    .first()
                    .getAttribute("href")
                    .replaceAll("(/cases/[^/?]+).*", "$1");
        }
    }

    private void answerRound(Page caseworker, String path, boolean script, int step) {
        // A session from before the clock was moved has run out: signing in again is part of the way.
        caseworker.navigate(path + "/progression");
        if (caseworker.url().endsWith("/sign-in")) {
            caseworker.locator("#email").fill(world.email(place.caseworker()));
            caseworker.locator("#password").fill(World.PASSWORD);
            send(caseworker);
            caseworker.navigate(path + "/progression");
        }
        caseworker.locator("form[action$='/key'] button").click();
        var link = caseworker.locator(".key-link").textContent().trim();
        var question = answerHalf(link, script, step);
        answerTheRest(link, script, step, question);

        caseworker.navigate(path + "/progression");
        caseworker.locator("a[href$='/caseworker']").click();
        for (int i = 1; i <= 11; i++) {
            caseworker
                    .locator("input[name=answer-" + i + "][value='" + (step - 1) + "']")
                    .check();
        }
        caseworker.locator("button[value=send]").click();
        caseworker.waitForURL("**/progression");
    }

    /** On the phone, and left in the middle. */
    private int answerHalf(String link, boolean script, int step) {
        try (var context = Chromium.open(port, script ? Window.PHONE : Window.PHONE.withoutScript())) {
            var phone = comeIn(context.newPage(), link);
            for (int question = 1; question <= 4; question++) {
                assertThat(phone.locator(".question-progress")).containsText("Fråga " + question + " av " + QUESTIONS);
                choose(phone, step);
            }
            assertThat(phone.locator(".question-progress")).containsText("Fråga 5 av " + QUESTIONS);
            Chromium.picture(phone, "journey-question");
            return 5;
        }
    }

    /** Later, on another device. */
    private void answerTheRest(String link, boolean script, int step, int from) {
        try (var context = Chromium.open(port, script ? Window.SMALL_PHONE : Window.SMALL_PHONE.withoutScript())) {
            var tablet = comeIn(context.newPage(), link);
            for (int question = from; question <= QUESTIONS; question++) {
                assertThat(tablet.locator(".question-progress")).containsText("Fråga " + question + " av " + QUESTIONS);
                choose(tablet, step);
            }
            tablet.waitForURL("**/svara/look-over");
            tablet.locator("form[action='/svara/send'] button").click();
            tablet.waitForURL("**/svara/done");
            tablet.navigate(link);
            tablet.locator("#second").fill(birthDate);
            send(tablet);
            tablet.waitForURL("**/svara/min-sida");
            assertThat(tablet.locator("h1")).containsText("Min sida");
        }
    }

    private Page comeIn(Page page, String link) {
        page.navigate(link);
        page.locator("#second").fill(birthDate);
        send(page);
        page.waitForURL("**/svara/start");
        page.locator("main a.button").click();
        return page;
    }

    private static void choose(Page page, int step) {
        page.locator("input[name=answer][value='" + step + "']").check();
        page.locator("button[value=on]").click();
    }

    private static void send(Page page) {
        page.locator("main form button[type=submit]").last().click();
    }

    @Test
    void theQuestionsCanBeAnsweredWithTheKeyboardAlone() {
        var path = leadAccepts(Window.DESK);
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate(path + "/start");
            page.locator("#on").fill(LocalDate.now(clock).toString());
            press(page, page.locator("main form button[type=submit]"), "Enter");
            page.waitForURL("**" + path);
            page.navigate(path + "/progression");
            press(page, page.locator("form[action$='/hand-over'] button"), "Enter");
            page.waitForURL("**/svara/start");
            press(page, page.locator("main a.button"), "Enter");
            page.waitForURL("**/svara/question/1");
            press(page, page.locator("#answer"), "Space");
            page.keyboard().press("ArrowDown");
            press(page, page.locator("button[value=on]"), "Enter");
            page.waitForURL("**/svara/question/2");
            page.goBack();
            assertThat(page.locator("input[name=answer][value='2']").isChecked())
                    .isTrue();
        }
    }

    /** Goes with the tab key until it is there, as somebody without a mouse must be able to. */
    private static void press(Page page, Locator control, String key) {
        for (int tabs = 0; tabs < 60; tabs++) {
            if ((Boolean) control.evaluate("one => one === document.activeElement")) {
                page.keyboard().press(key);
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("the keyboard never comes to " + control);
    }
}
