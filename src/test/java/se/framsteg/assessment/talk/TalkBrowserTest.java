package se.framsteg.assessment.talk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.shared.CaseId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** The talk in a real browser: on a screen for two and on a phone, without script, on paper. */
@FramstegTest
class TalkBrowserTest {
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
    void threeRounds() throws Exception {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        var random = new Random(7);
        for (int round = 0; round < 3; round++) {
            var number = round;
            clock.<Void>later(Duration.ofDays(90L * round), () -> {
                var id = examples.rounds(place, caseId).get(number).round().id();
                examples.participantAnswers(id, () -> 1 + Math.min(4, random.nextInt(3) + number));
                examples.caseworkerAnswers(place, id, () -> 1 + Math.min(4, random.nextInt(3) + number));
                if (number == 1) {
                    examples.agreed(place, caseId, id);
                }
                return null;
            });
        }
    }

    private Page talk(BrowserContext context) {
        var page = Chromium.signIn(context, world.email(place.caseworker()));
        page.navigate("/cases/" + caseId + "/talk");
        return page;
    }

    @Test
    void theTalkFitsAScreenForTwoAndAPhone() throws Exception {
        clock.<Void>later(Duration.ofDays(182), () -> {
            for (var window : List.of(Window.DESK, Window.PHONE, Window.SMALL_PHONE.inTheDark())) {
                var name = window.width() + (window.dark() ? "-dark" : "");
                try (var context = Chromium.open(port, window)) {
                    var page = talk(context);
                    Chromium.picture(page, "talk-radar-" + name);
                    var seenAtOnce = Path.of("target/screenshots/talk-window-" + name + ".png");
                    page.screenshot(new Page.ScreenshotOptions().setPath(seenAtOnce));
                    page.locator("a[href*='view=lines']").click();
                    Chromium.picture(page, "talk-lines-" + name);
                    Chromium.assertAccessible(page, "lines " + name);
                }
            }
            return null;
        });
    }

    @Test
    void theKindOfPictureIsRemembered() throws Exception {
        clock.<Void>later(Duration.ofDays(182), () -> {
            try (var context = Chromium.open(port, Window.DESK)) {
                var page = talk(context);
                page.locator("a[href*='view=lines']").click();
                page.navigate("/cases/" + caseId + "/progression");
                assertThat(page.locator("main svg[role=img] desc").first()).containsText("Punkter på linjer");
                Chromium.picture(page, "talk-progression");
                page.locator("main a.button[href*='/talk/']").click();
                assertThat(page.locator(".talk-choices a[aria-current]")).hasText("Linjer");
                assertThat(page.locator(".tabs a[aria-current]")).hasText("Framsteg");
            }
            return null;
        });
    }

    @ParameterizedTest(name = "with script: {0}")
    @ValueSource(booleans = {true, false})
    void theTwoAskHowItWentAndAgreeAnew(boolean script) throws Exception {
        var window = script ? Window.DESK : Window.PHONE.withoutScript();
        clock.<Void>later(Duration.ofDays(182), () -> {
            try (var context = Chromium.open(port, window)) {
                var page = talk(context);
                follow(page);
                agree(page);
                Chromium.picture(page, "talk-agreed-" + window.width());
                if (script) {
                    Chromium.assertAccessible(page, "agreed");
                }
            }
            return null;
        });
    }

    private static void follow(Page page) {
        var agreement = page.locator("[aria-labelledby=last-time] .agreement");
        agreement.locator("summary").click();
        agreement.locator("input[value=PARTLY]").check();
        agreement.locator("textarea").fill("En förmiddag blev det");
        agreement.locator("button").click();
        assertThat(page.locator("[aria-labelledby=last-time] .agreement"))
                .containsText(Pattern.compile("Delvis.*En förmiddag blev det", Pattern.DOTALL));
    }

    private static void agree(Page page) {
        page.locator("input[name=who][value=OTHER]").check();
        page.locator("#due").fill("2020-01-01");
        page.locator(".agreement-new button").click();
        assertThat(page.locator(".error-summary li")).hasCount(3);
        Chromium.picture(page, "talk-mend-" + page.viewportSize().width);
        page.locator("#what").fill("Prova arbetsplatsen två förmiddagar");
        page.locator("#other").fill("Arbetsförmedlingen");
        page.locator("#due").fill("");
        page.locator(".agreement-new button").click();
        assertThat(page.locator(".notice")).hasText("Överenskommelsen är sparad.");
        assertThat(page.locator("[aria-labelledby=now] .agreement")).containsText("Arbetsförmedlingen");
    }

    @Test
    void anEarlierTalkIsReadAndNotAddedTo() throws Exception {
        clock.<Void>later(Duration.ofDays(182), () -> {
            try (var context = Chromium.open(port, Window.DESK)) {
                var page = talk(context);
                var second = page.locator("#with option").nth(1).getAttribute("value");
                page.navigate("/cases/" + caseId + "/talk/" + second);
                assertThat(page.locator("main")).containsText("Det här är ett tidigare samtal.");
                assertThat(page.locator(".agreement-new")).hasCount(0);
                page.locator("a:has-text('Till det senaste samtalet')").click();
                page.locator("#with").selectOption(second);
                page.locator(".talk-choices button").click();
                assertThat(page.locator("h1")).containsText("jämfört med Uppföljning");
            }
            return null;
        });
    }

    @Test
    void onPaperThereIsThePictureAndTheWordsButNothingToPress() throws Exception {
        clock.<Void>later(Duration.ofDays(182), () -> {
            try (var context = Chromium.open(port, new Window(794, 1123, true, false))) {
                var page = talk(context);
                page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
                assertThat(page.locator("main svg.radar:visible")).hasCount(1);
                assertThat(page.locator(".talk-prompts")).isHidden();
                assertThat(page.locator(".agreement-new")).isHidden();
                Chromium.picture(page, "talk-print");
            }
            return null;
        });
    }
}
