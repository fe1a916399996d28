package se.framsteg.assessment;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Asking;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The questionnaire on a bad line, in a real browser: it goes on, sends by itself, and leaves nothing behind. */
@FramstegTest
class BadLineTest {
    private static final Pattern LINK = Pattern.compile("/svara/k/[0-9A-Z]{12}");
    private static final String BIRTH_DATE = CaseExamples.NUMBER.value().substring(0, 8);

    /** Whether the questions are kept, and the worker at work. */
    private static final String READY = """
        navigator.serviceWorker.controller !== null
            && (await caches.match('/svara/blank', { ignoreSearch: true, ignoreVary: true })) !== undefined\
        """;

    /** Everything that a browser keeps for a site, besides cookies. */
    private static final String KEPT = """
        async () => JSON.stringify([
          Object.keys(sessionStorage), Object.keys(localStorage), await caches.keys(), await indexedDB.databases(),
          (await navigator.serviceWorker.getRegistrations()).length])\
        """;

    private static final String NOTHING = "[[],[],[],[],0]";

    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private AssessmentTable assessments;

    @Autowired
    private Asking asking;

    @Autowired
    private OwnerSql jdbc;

    private World.Place place;
    private CaseId caseId;
    private RoundId round;

    @BeforeEach
    void round() {
        var examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        round = examples.baseline(place, caseId);
    }

    private String link() {
        var key = new Visitor(port)
                .signIn(world.email(place.caseworker()))
                .post("/cases/" + caseId + "/rounds/" + round + "/key", java.util.Map.of());
        var link = LINK.matcher(key.body());
        assertThat(link.find()).isTrue();
        return link.group();
    }

    private static void comeIn(Page page, String link) {
        page.navigate(link);
        page.locator("#second").fill(BIRTH_DATE);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/svara/start");
    }

    /** On the first question, with everything kept that a bad line may ask for. */
    private static Page answering(BrowserContext phone, String link) {
        var page = phone.newPage();
        comeIn(page, link);
        until(page, READY);
        page.locator("main a.button").click();
        page.waitForURL("**/svara/question/1");
        return page;
    }

    /** Waits for what takes a promise to find out: Playwright’s own waiting takes the promise for a yes. */
    private static void until(Page page, String condition) {
        page.evaluate("""
            async () => {
              for (let i = 0; !(%s); i++) {
                if (i === 200) throw new Error('waited in vain');
                await new Promise((later) => setTimeout(later, 50));
              }
            }\
            """.formatted(condition));
    }

    private static void answer(Page page, int question, int step) {
        assertThat(page.locator(".question-progress")).containsText("Fråga " + question + " av 9");
        page.locator(".answer-card").nth(step - 1).click();
        page.locator("main .answer-ways button").first().click();
    }

    private static void says(Page page, String text) {
        assertThat(page.locator("[data-line]")).containsText(text);
    }

    private List<Integer> saved() {
        return asking.byInstallation(() -> assessments.find(round, Respondent.PARTICIPANT))
                .map(stored -> stored.answers().stream()
                        .map(answer -> answer == null ? -1 : answer)
                        .toList())
                .orElse(List.of());
    }

    private static String kept(Page page) {
        return (String) page.evaluate(KEPT);
    }

    @Test
    void theQuestionnaireGoesOnWithoutALineAndSendsByItselfWhenItIsBack() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = answering(phone, link());
            answer(page, 1, 1);
            assertThat(page.locator(".question-progress")).containsText("Fråga 2");
            phone.setOffline(true);
            answer(page, 2, 2);
            says(page, "Svar som väntar: 1");
            answer(page, 3, 3);
            answer(page, 4, 4);
            says(page, "Svar som väntar: 3");
            Chromium.picture(page, "line-waiting");
            Chromium.assertAccessible(page, "waiting");
            assertThat(saved()).containsExactly(1, -1, -1, -1, -1, -1, -1, -1, -1);
            phone.setOffline(false);
            says(page, "Allt är sparat");
            Chromium.picture(page, "line-saved");
            assertThat(saved()).containsExactly(1, 2, 3, 4, -1, -1, -1, -1, -1);
            answer(page, 5, 5);
            assertThat(page.locator(".question-progress")).containsText("Fråga 6");
            assertThat(page.locator(".saved-so-far")).hasText("Sparade svar: fråga 1–5.");
            Chromium.picture(page, "line-so-far");
        }
    }

    @Test
    void aServerThatDoesNotAnswerCountsAsNoLineThoughTheBrowserBelievesToHaveOne() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = answering(phone, link());
            phone.route("**/svara/line*", Route::abort);
            answer(page, 1, 3);
            says(page, "Svar som väntar: 1");
            assertThat(page.locator("[data-line]")).hasAttribute("data-says", "waiting");
            phone.unroute("**/svara/line*");
            says(page, "Allt är sparat");
            assertThat(saved().getFirst()).isEqualTo(3);
        }
    }

    @Test
    void lookingOverAndLeavingWaitForTheLineAndLoseNothing() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = answering(phone, link());
            page.navigate("/svara/question/9");
            phone.setOffline(true);
            answer(page, 9, 2);
            assertThat(page.locator("h1")).hasText("Ingen uppkoppling just nu");
            says(page, "Svar som väntar: 1");
            Chromium.picture(page, "line-look-over");
            Chromium.assertAccessible(page, "look over without a line");
            page.locator("main .answer-skip").click();
            page.locator(".leave button").click();
            says(page, "Det går inte att avsluta utan nät");
            phone.setOffline(false);
            says(page, "Allt är sparat");
            assertThat(saved().getLast()).isEqualTo(2);
        }
    }

    @Test
    void thePageToLookOverComesByItselfWhenTheLineIsBack() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = answering(phone, link());
            page.navigate("/svara/question/9");
            phone.setOffline(true);
            answer(page, 9, 2);
            assertThat(page.locator("h1")).hasText("Ingen uppkoppling just nu");
            page.reload();
            says(page, "Svar som väntar: 1");
            phone.setOffline(false);
            assertThat(page.locator("form[action='/svara/send']")).isVisible();
            assertThat(saved().getLast()).isEqualTo(2);
            phone.setOffline(true);
            page.reload();
            assertThat(page.locator("h1")).hasText("Ingen uppkoppling just nu");
            phone.setOffline(false);
            assertThat(page.locator("form[action='/svara/send']")).isVisible();
        }
    }

    @Test
    void whoLosesTheLineBeforeTheQuestionsAreKeptStaysOnThePageWithTheAnswer() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            phone.route("**/svara/blank", Route::abort);
            var page = phone.newPage();
            comeIn(page, link());
            until(page, "navigator.serviceWorker.controller !== null");
            page.navigate("/svara/question/1");
            phone.setOffline(true);
            answer(page, 1, 3);
            says(page, "Svar som väntar: 1");
            assertThat(page.locator(".question-progress")).containsText("Fråga 1");
            phone.setOffline(false);
            says(page, "Allt är sparat");
            assertThat(saved().getFirst()).isEqualTo(3);
        }
    }

    @Test
    void sendingInWithoutALineStaysOnThePageAndSaysSo() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = answering(phone, link());
            answer(page, 1, 2);
            page.waitForURL("**/svara/question/2");
            page.navigate("/svara/look-over");
            phone.setOffline(true);
            page.locator("form[action='/svara/send'] button").click();
            says(page, "Inget har försvunnit");
            phone.setOffline(false);
            page.locator("form[action='/svara/send'] button").click();
            page.waitForURL("**/svara/done");
            until(page, "(await caches.keys()).length === 0 && sessionStorage.length === 0");
            assertThat(kept(page)).isEqualTo(NOTHING);
        }
    }

    @Test
    void whatWaitsWhenTheSessionEndsIsSentAfterComingInAgain() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var link = link();
            var page = answering(phone, link);
            phone.setOffline(true);
            answer(page, 1, 4);
            says(page, "Svar som väntar: 1");
            jdbc.sql("delete from spring_session").update();
            phone.setOffline(false);
            says(page, "Du behöver skriva din kod igen");
            Chromium.picture(page, "line-ended");
            comeIn(page, link);
            says(page, "Allt är sparat");
            assertThat(saved().getFirst()).isEqualTo(4);
        }
    }

    @Test
    void whatWaitsIsErasedAndNeverSentWhenSomebodyElseComesInThere() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = answering(phone, link());
            phone.setOffline(true);
            answer(page, 1, 4);
            says(page, "Svar som väntar: 1");
            jdbc.sql("delete from spring_session").update();
            var first = round;
            round();
            var other = link();
            phone.setOffline(false);
            comeIn(page, other);
            page.waitForFunction("round => sessionStorage.getItem('svara.round') === round", round.toString());
            assertThat(page.evaluate("sessionStorage.getItem('svara.waiting')")).isNull();
            assertThat(saved()).as("the other's").isEmpty();
            assertThat(asking.byInstallation(() -> assessments.find(first, Respondent.PARTICIPANT)))
                    .as("the first's")
                    .isEmpty();
        }
    }

    @Test
    void leavingErasesAllThatTheBrowserKeptAlsoInAnotherTab() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = answering(phone, link());
            var tab = phone.newPage();
            tab.navigate("/svara/question/2");
            tab.evaluate("sessionStorage.setItem('svara.waiting', '{\"2\":{\"answer\":\"3\",\"at\":0}}')");
            assertThat(kept(page)).isNotEqualTo(NOTHING).doesNotContain("waiting");
            page.locator(".leave button").click();
            page.waitForURL("**/svara/later");
            until(page, "(await navigator.serviceWorker.getRegistrations()).length === 0");
            assertThat(kept(page)).isEqualTo(NOTHING);
            tab.waitForFunction("() => sessionStorage.length === 0");
        }
    }

    @Test
    void leavingMakesTheBrowserForgetAlsoWhereThePageAfterRunsNoScript() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = answering(phone, link());
            assertThat(kept(page)).contains("svara");
            page.evaluate("""
                async () => fetch('/svara/leave', {
                  method: 'POST', redirect: 'manual',
                  body: new URLSearchParams({ _csrf: document.querySelector('[name=_csrf]').value }) })\
                """);
            until(
                    page,
                    "(await caches.keys()).length === 0"
                            + " && (await navigator.serviceWorker.getRegistrations()).length === 0");
        }
    }

    @Test
    void whatIsKeptHoldsNoAnswerNoRoundAndNoToken() {
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = answering(phone, link());
            answer(page, 1, 5);
            assertThat(page.locator(".question-progress")).containsText("Fråga 2");
            var pages = (String) page.evaluate("""
                async () => {
                  const cache = await caches.open('svara');
                  const kept = (await cache.keys()).filter((key) => key.url.includes('/svara'));
                  return kept.map((key) => new URL(key.url).pathname).join() + await (await cache.match(kept[0])).text();
                }\
                """);
            assertThat(pages)
                    .startsWith("/svara/blank<")
                    .doesNotContain("checked", round.toString(), "_csrf", "saved-so-far");
        }
    }

    @Test
    void aDeviceThatIsHandedOverKeepsNothingButWhatStandsOnTheScreen() {
        try (var desk = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(desk, world.email(place.caseworker()));
            page.navigate("/cases/" + caseId + "/progression");
            page.locator("form[action$='/hand-over'] button").click();
            page.waitForURL("**/svara/start");
            page.locator("main a.button").click();
            desk.setOffline(true);
            answer(page, 1, 3);
            says(page, "Svaret är inte sparat, men det står kvar här");
            Chromium.picture(page, "line-handed-over");
            assertThat(page.locator(".answer-card input").nth(2)).isChecked();
            assertThat(kept(page)).isEqualTo(NOTHING);
            desk.setOffline(false);
            page.locator("main .answer-ways button").first().click();
            page.waitForURL("**/svara/question/2");
            assertThat(saved().getFirst()).isEqualTo(3);
        }
    }

    @Test
    void withoutScriptEveryQuestionTellsWhatIsSaved() {
        try (var phone = Chromium.open(port, Window.SMALL_PHONE.withoutScript())) {
            var page = phone.newPage();
            comeIn(page, link());
            page.locator("main a.button").click();
            answer(page, 1, 1);
            answer(page, 2, 2);
            assertThat(page.locator(".saved-so-far")).hasText("Sparade svar: fråga 1–2.");
            assertThat(page.locator("[data-line]")).hasText("");
        }
    }
}
