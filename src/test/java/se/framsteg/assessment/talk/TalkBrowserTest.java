package se.framsteg.assessment.talk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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

/** The talk in a real browser: on a screen for two and on a phone, with the keyboard alone, without script, on paper. */
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
                return null;
            });
        }
    }

    private Page talk(com.microsoft.playwright.BrowserContext context) {
        var page = Chromium.signIn(context, world.email(place.caseworker()));
        page.navigate("/cases/" + caseId + "/talk");
        return page;
    }

    @Test
    void theTalkFitsAScreenForTwoAndAPhone() throws Exception {
        clock.<Void>later(Duration.ofDays(182), () -> {
            for (var window : List.of(Window.DESK, Window.PHONE, Window.SMALL_PHONE, Window.DESK.inTheDark())) {
                var name = window.width() + (window.dark() ? "-dark" : "");
                try (var context = Chromium.open(port, window)) {
                    var page = talk(context);
                    Chromium.picture(page, "talk-radar-" + name);
                    Chromium.assertAccessible(page, "talk " + name);
                    page.locator("a[href*='view=lines']").click();
                    Chromium.picture(page, "talk-lines-" + name);
                    Chromium.assertAccessible(page, "lines " + name);
                    page.navigate("/cases/" + caseId + "/progression");
                    assertThat(page.locator("a[href*='/talk/']").first()).isVisible();
                    Chromium.picture(page, "talk-progression-" + name);
                }
            }
            return null;
        });
    }
}
