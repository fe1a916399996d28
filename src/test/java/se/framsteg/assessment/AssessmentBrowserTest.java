package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.shared.CaseId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** The pages in a real browser: they work with one thumb and without script, and axe has no remarks. */
@FramstegTest
class AssessmentBrowserTest {
    private static final String BIRTH_DATE = CaseExamples.NUMBER.value().substring(0, 8);

    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    private CaseExamples examples;
    private World.Place place;
    private CaseId caseId;

    @BeforeEach
    void startedCase() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
    }

    private static void check(Page page, String name) {
        Chromium.picture(page, "assessment-" + name);
        Chromium.assertAccessible(page, name);
    }

    private String keyFrom(Page staff) {
        staff.navigate("/cases/" + caseId + "/progression");
        staff.locator("text=Ge länk eller kod").click();
        check(staff, "key");
        return staff.locator(".key-link").innerText().replaceFirst("^http://[^/]+", "");
    }

    @Test
    void aParticipantAnswersOnASmallPhoneWithoutScript() {
        String link;
        try (var desk = Chromium.open(port, Window.DESK)) {
            link = keyFrom(Chromium.signIn(desk, world.email(place.caseworker())));
        }
        try (var phone = Chromium.open(port, Window.SMALL_PHONE.withoutScript())) {
            var page = phone.newPage();
            page.navigate("/svara");
            Chromium.picture(page, "assessment-enter");
            page.navigate(link);
            Chromium.picture(page, "assessment-identify");
            page.locator("#second").fill(BIRTH_DATE);
            page.locator("main button[type=submit]").click();
            Chromium.picture(page, "assessment-start");
            page.locator("main a.button").click();
            for (int question = 1; question <= 9; question++) {
                page.locator(".answer-card").nth(question % 5).click();
                Chromium.picture(page, "assessment-question-" + question);
                page.locator("main .answer-ways button").first().click();
            }
            Chromium.picture(page, "assessment-look-over");
            page.locator("main .answer-ways button").click();
            assertThat(page.locator("h1").innerText()).contains("Tack");
            Chromium.picture(page, "assessment-done");
        }
    }

    @Test
    void theParticipantsPagesAreAccessibleInLightAndDark() {
        String link;
        try (var desk = Chromium.open(port, Window.DESK)) {
            link = keyFrom(Chromium.signIn(desk, world.email(place.caseworker())));
        }
        for (var window : List.of(Window.SMALL_PHONE, Window.PHONE.inTheDark(), Window.DESK)) {
            try (var browser = Chromium.open(port, window)) {
                var name = "-" + window.width() + (window.dark() ? "-dark" : "");
                var page = browser.newPage();
                page.navigate("/svara");
                check(page, "enter" + name);
                page.navigate(link);
                check(page, "identify" + name);
                page.locator("#second").fill(BIRTH_DATE);
                page.locator("main button[type=submit]").click();
                page.navigate("/svara/start");
                check(page, "start" + name);
                page.navigate("/svara/question/2");
                page.locator(".answer-card").nth(2).click();
                check(page, "question" + name);
                page.locator("main .answer-ways button").first().click();
                page.waitForURL("**/svara/question/3");
                page.navigate("/svara/look-over");
                check(page, "look-over" + name);
                page.locator(".leave button").click();
                page.waitForURL("**/svara/later");
                check(page, "later" + name);
            }
        }
    }

    @Test
    void theCaseworkersTicksAreSavedWhileAnsweringAndTwoWindowsLoseNothing() {
        var sheet = "/cases/" + caseId + "/rounds/" + examples.baseline(place, caseId) + "/caseworker";
        try (var context = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            var other = context.newPage();
            page.navigate(sheet);
            other.navigate(sheet);
            Chromium.picture(page, "assessment-caseworker-autosave-before");
            page.locator("[name=answer-1][value='4']").check();
            PlaywrightAssertions.assertThat(page.locator("[data-draft-state]")).hasText("Sparat");
            page.locator("[name=answer-2][value='2']").check();
            PlaywrightAssertions.assertThat(page.locator("[data-draft-state]")).hasText("Sparat");
            check(page, "caseworker-autosave");
            page.reload();
            PlaywrightAssertions.assertThat(page.locator("[name=answer-1][value='4']"))
                    .isChecked();
            PlaywrightAssertions.assertThat(page.locator("[name=answer-2][value='2']"))
                    .isChecked();

            other.locator("[name=answer-3][value='5']").check();
            PlaywrightAssertions.assertThat(other.locator("[data-draft-state]")).containsText("i ett annat fönster");
            check(other, "caseworker-autosave-conflict");
            other.locator("button[value=save]").click();
            PlaywrightAssertions.assertThat(other.locator("[name=answer-3][value='5']"))
                    .isChecked();
        }
    }

    @Test
    void theStaffsPagesAreAccessibleOnDeskAndPhone() throws Exception {
        var baseline = examples.baseline(place, caseId);
        examples.participantAnswers(baseline, 2);
        examples.caseworkerAnswers(place, baseline, 4);
        clock.later(java.time.Duration.ofDays(90), () -> {
            var second = examples.rounds(place, caseId).get(1).round().id();
            examples.participantAnswers(second, 3);
            for (var window : List.of(Window.DESK, Window.SMALL_PHONE, Window.DESK.inTheDark())) {
                try (var browser = Chromium.open(port, window)) {
                    var name = "-" + window.width() + (window.dark() ? "-dark" : "");
                    var page = Chromium.signIn(browser, world.email(place.caseworker()));
                    page.navigate("/cases/" + caseId + "/rounds/" + second + "/caseworker");
                    check(page, "caseworker" + name);
                }
            }
            examples.caseworkerAnswers(place, second, 4);
            for (var window : List.of(Window.DESK, Window.SMALL_PHONE, Window.PHONE.inTheDark())) {
                try (var browser = Chromium.open(port, window)) {
                    var name = "-" + window.width() + (window.dark() ? "-dark" : "");
                    var page = Chromium.signIn(browser, world.email(place.caseworker()));
                    page.navigate("/cases/" + caseId + "/progression");
                    check(page, "progression" + name);
                    page.navigate("/instruments");
                    check(page, "instruments" + name);
                    page.locator("main section a").first().click();
                    check(page, "instrument" + name);
                }
            }
            return caseId;
        });
    }
}
