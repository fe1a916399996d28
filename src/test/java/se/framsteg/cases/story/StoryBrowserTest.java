package se.framsteg.cases.story;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static se.framsteg.testing.Chromium.assertAccessible;
import static se.framsteg.testing.Chromium.picture;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.activity.Activities;
import se.framsteg.cases.activity.Activity.Kind;
import se.framsteg.cases.note.DraftId;
import se.framsteg.cases.note.NoteId;
import se.framsteg.cases.note.Notes;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.World;

/** The story of a case and its notes in a real browser: on a desk, on phones, printed, without script and with the line cut. */
@FramstegTest
class StoryBrowserTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Cases cases;

    @Autowired
    Notes notes;

    @Autowired
    Activities activities;

    @LocalServerPort
    int port;

    private World.Place place;
    private CaseId id;
    private StoryExamples examples;
    private final LocalDate today = LocalDate.now(Time.SWEDEN);

    static List<Window> windows() {
        return List.of(
                Window.DESK, Window.DESK.inTheDark(), Window.PHONE, Window.PHONE.inTheDark(), Window.SMALL_PHONE);
    }

    @BeforeEach
    void aFullCase() {
        place = world.place();
        examples = new StoryExamples(beans);
        id = world.aCase(place)
                .called("Sara Fiktivsson")
                .receivedOn(today.minusDays(520))
                .started();
    }

    private record Written(NoteId note, DraftId draft) {}

    private Written fill() {
        var by = place.caseworker();
        examples.activity(by, id, Kind.WORK, "Arbetsträning på Återbruket", today.minusDays(400));
        examples.activity(by, id, Kind.HEALTH, "Samtalsstöd", today.minusDays(480), Optional.of(today.minusDays(250)));
        examples.activity(by, id, Kind.HEALTH, "Fysisk träning", today.minusDays(300));
        examples.activity(by, id, Kind.SOCIAL, "Boendestöd", today.minusDays(200));
        examples.activity(by, id, Kind.COMPETENCE, "Svenska på kvällstid", today.plusDays(20));
        var mistake = examples.activity(by, id, Kind.GROUP, "Må bra-grupp", today.minusDays(30));
        activities.withdraw(by, id, mistake, 0, "Gällde någon annan").orThrow();
        examples.job(by, id, "Lagerhuset", today.minusDays(40));
        for (var days : List.of(470, 380, 378, 200, 60, 12)) {
            examples.note(by, id, today.minusDays(days), "Vi pratade om nästa steg.\nHon ringer själv på måndag.");
        }
        var note = examples.note(by, id, today.minusDays(5), "Kom inte till mötet.");
        notes.dissent(by, id, note, today, "Jag var där, men dörren var låst.").orThrow();
        var draft = examples.draft(by, id, "Påbörjad anteckning");
        change(CaseStep.pause(today.minusDays(330), "Behöver vila"));
        change(CaseStep.resume(today.minusDays(290), "Redo igen"));
        var version = cases.see(place.lead(), id).version();
        cases.assign(place.lead(), id, version, place.otherCaseworker().id(), today.minusDays(150), "Byte")
                .orThrow();
        version = cases.see(place.lead(), id).version();
        cases.assign(place.lead(), id, version, place.caseworker().id(), today.minusDays(100), "Åter")
                .orThrow();
        return new Written(note, draft);
    }

    private void change(CaseStep step) {
        cases.change(place.caseworker(), id, cases.see(place.caseworker(), id).version(), step)
                .orThrow();
    }

    @ParameterizedTest
    @MethodSource("windows")
    void everyPageOfTheStoryIsAccessible(Window window) {
        var written = fill();
        var paths = new LinkedHashMap<String, String>();
        paths.put("case", "");
        paths.put("year", "?time=year");
        paths.put("activity", "/activities/new");
        paths.put("employment", "/employments/new");
        paths.put("notes", "/notes");
        paths.put("note", "/notes/" + written.note());
        paths.put("draft", "/notes/drafts/" + written.draft());
        try (var context = Chromium.open(port, window)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            paths.forEach((name, path) -> {
                page.navigate("/cases/" + id + path);
                picture(page, "story-" + name + "-" + window.width() + (window.dark() ? "-dark" : ""));
                assertAccessible(page, name);
            });
        }
    }

    @Test
    void theStoryTellsInWordsWhatItShows() {
        fill();
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id);
            assertThat(page.locator(".who"))
                    .containsText("Just nu pågår fyra saker sida vid sida: arbete, hälsa, socialt och jobb.");
            assertThat(page.locator(".who")).containsText("efter 2 byten av handläggare");
            page.locator(".story-table > summary").click();
            assertThat(page.locator(".story-withdrawn")).containsText("Gällde någon annan");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            picture(page, "story-print");
            assertThat(page.locator(".story-picture")).isVisible();
            assertThat(page.locator(".story-table table")).isVisible();
        }
    }

    @Test
    void anEmptyStoryOnAPhoneIsReadAsAListAndTheMenuOpensWithoutScript() {
        try (var context = Chromium.open(port, Window.PHONE.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id);
            picture(page, "story-empty-390");
            assertThat(page.locator(".story-picture")).isHidden();
            assertThat(page.locator(".story-table table")).isVisible();
            assertThat(page.locator(".main-nav")).isHidden();
            page.locator(".menu > summary").click();
            assertThat(page.locator(".main-nav")).isVisible();
            picture(page, "story-menu-390");
        }
    }

    @Test
    void anActivityIsAddedEndedAndCorrectedOnThePageAlone() {
        try (var context = Chromium.open(port, Window.PHONE.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id);
            page.locator("a[href$='/activities/new']").click();
            send(page);
            assertThat(page.locator(".error-summary li")).hasCount(2);
            page.locator("#to").fill("2099-01-01");
            send(page);
            assertThat(page.locator(".error-summary li")).hasCount(3);
            assertThat(page.locator(".error-summary")).containsText("Sista dagen: Dagen ligger mer än");
            page.locator("#to").fill("");
            picture(page, "story-activity-wrong-390");
            page.locator("#kind-HEALTH").check();
            page.locator("#title").fill("Samtalsstöd");
            send(page);
            assertThat(page.locator(".notice")).hasText("Aktiviteten är sparad.");
            assertThat(page.locator(".who")).containsText("Just nu pågår en sak: hälsa.");
            page.locator(".story-table a[href*='/activities/']").click();
            page.locator("#to").fill(today.toString());
            page.locator("#endReason").selectOption("GOAL_REACHED");
            send(page);
            assertThat(page.locator(".story-table")).containsText("Målet nåddes");
        }
    }

    private static void send(Page page) {
        page.locator("main form button[type=submit]").first().click();
    }

    @Test
    void aNoteIsWrittenSignedAndCorrectedWithoutScript() {
        try (var context = Chromium.open(port, Window.DESK.withoutScript())) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id + "/notes/new");
            page.locator("#text").fill("Vi kom överens om måndagar.");
            page.locator("button[value=save]").click();
            assertThat(page.locator(".notice")).containsText("Utkastet är sparat");
            page.locator("button[value=sign]").click();
            assertThat(page.locator(".error-summary")).containsText("Välj vad anteckningen handlar om");
            assertThat(page.locator("#text")).hasValue("Vi kom överens om måndagar.");
            page.locator("#kind").check();
            page.locator("button[value=sign]").click();
            assertThat(page.locator(".notice")).hasText("Anteckningen är signerad.");
            page.locator("a[href$='/correct']").click();
            page.locator("#text").fill("Vi kom överens om tisdagar.");
            page.locator("button[value=sign]").click();
            assertThat(page.locator(".error-summary")).containsText("Skriv varför anteckningen rättas");
            page.locator("#reason").fill("Fel dag");
            page.locator("button[value=sign]").click();
            page.locator("main details summary").first().click();
            assertThat(page.locator("main .timeline")).containsText("måndagar");
        }
    }

    @Test
    void whatIsTypedIsSavedByItselfAndSurvivesThatTheLineIsCut() {
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id + "/notes/new");
            page.locator("#text").pressSequentially("Första raden.");
            var state = page.locator("[data-draft-state]");
            assertThat(state).containsText("Sparat ");
            assertThat(page.url()).contains("/notes/drafts/");
            context.setOffline(true);
            page.locator("#text").pressSequentially(" Medan linjen var bruten.");
            assertThat(state).containsText("Det går inte att spara just nu");
            picture(page, "story-draft-offline");
            context.setOffline(false);
            assertThat(state).containsText("Sparat ");
            page.reload();
            assertThat(page.locator("#text")).hasValue("Första raden. Medan linjen var bruten.");
        }
    }

    @Test
    void twoWindowsWithTheSameDraftLoseNothing() {
        var draft = examples.draft(place.caseworker(), id, "Början.");
        try (var context = Chromium.open(port, Window.DESK)) {
            var first = Chromium.signIn(context, world.email(place.caseworker()));
            var second = context.newPage();
            first.navigate("/cases/" + id + "/notes/drafts/" + draft);
            second.navigate("/cases/" + id + "/notes/drafts/" + draft);
            first.locator("#text").fill("Det första fönstret.");
            assertThat(first.locator("[data-draft-state]")).containsText("Sparat ");
            second.locator("#text").fill("Det andra fönstret.");
            assertThat(second.locator("[data-draft-state]")).containsText("ändrats i ett annat fönster");
            second.locator("button[value=save]").click();
            assertThat(second.locator("#text")).hasValue("Det andra fönstret.");
            assertThat(second.locator(".saved-meanwhile")).containsText("Det första fönstret.");
            picture(second, "story-draft-conflict");
            assertAccessible(second, "conflict");
            second.locator("button[value=save]").click();
            assertThat(second.locator(".notice")).containsText("Utkastet är sparat");
        }
    }

    @Test
    void aNoteCanBeWrittenWithTheKeyboardAlone() {
        try (var context = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(context, world.email(place.caseworker()));
            page.navigate("/cases/" + id);
            press(page, "a[href$='/notes/new']", "Enter");
            page.waitForURL("**/notes/new");
            press(page, "#kind", "Space");
            press(page, "#text", "");
            page.keyboard().type("Skrivet utan mus.");
            press(page, "button[value=sign]", "Enter");
            assertThat(page.locator(".notice")).hasText("Anteckningen är signerad.");
        }
    }

    private static void press(Page page, String control, String key) {
        for (int tabs = 0; tabs < 60; tabs++) {
            if ((Boolean) page.locator(control).first().evaluate("one => one === document.activeElement")) {
                if (!key.isEmpty()) {
                    page.keyboard().press(key);
                }
                return;
            }
            page.keyboard().press("Tab");
        }
        assertThat(control).as("reached by the tab key").isEmpty();
    }
}
