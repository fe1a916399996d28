package se.framsteg.assessment.editor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.assessment.InstrumentExamples;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.library.InstrumentDrafts;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.assessment.outline.Words;
import se.framsteg.shared.InstrumentId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** An instrument made by somebody who has never seen YAML, and one loaded by somebody who has. */
@FramstegTest
class EditorBrowserTest {
    @LocalServerPort
    int port;

    @Autowired
    World world;

    @Autowired
    InstrumentDrafts drafts;

    @Autowired
    InstrumentLibrary library;

    private World.Place place;

    @BeforeEach
    void aPlace() {
        place = world.place();
    }

    private boolean script = true;

    private void check(Page page, String name) {
        Chromium.picture(page, "instrument-" + name);
        if (script) {
            Chromium.assertAccessible(page, name);
        }
    }

    private static void press(Page page, String button) {
        page.locator("main button:has-text('" + button + "')").first().click();
    }

    private static void fill(Page page, String name, String swedish, String english) {
        page.locator("[id='" + name + ".sv']").fill(swedish);
        page.locator("[id='" + name + ".en']").fill(english);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOfficerMakesPreviewsPublishesAndChoosesAnInstrumentWithAndWithoutScript(boolean withScript) {
        script = withScript;
        try (var desk = Chromium.open(port, script ? Window.DESK : Window.DESK.withoutScript())) {
            var page = Chromium.signIn(desk, world.email(place.officer()));
            page.navigate("/instruments");
            check(page, "list");
            page.locator("main a.button").click();
            check(page, "new");
            page.locator("#name").fill("Steg mot arbete");
            page.locator("input[value=en]").check();
            page.locator("#highest").fill("3");
            press(page, "Börja");
            check(page, "draft-empty");

            page.locator("a[href$='/about']").first().click();
            fill(page, "name", "Steg mot arbete", "Steps to work");
            fill(page, "description", "För vår insats.", "For our initiative.");
            fill(page, "rights", "Våra egna texter.", "Our own texts.");
            fill(page, "source", "Skrivna här.", "Written here.");
            check(page, "about");
            press(page, "Spara");

            page.locator("a[href$='/scale']").last().click();
            fill(page, "step-1", "Inte ännu", "Not yet");
            fill(page, "step-2", "Ibland", "Sometimes");
            fill(page, "step-3", "Oftast", "Mostly");
            check(page, "scale");
            press(page, "Spara");

            page.locator("a[href$='/new/dimensions']").last().click();
            fill(page, "name", "Hälsa", "Health");
            fill(page, "help", "Hur du mår.", "How you are.");
            check(page, "dimension");
            press(page, "Spara och lägg till en till");
            fill(page, "name", "Vardag", "Everyday life");
            fill(page, "help", "Hur dagarna går.", "How the days go.");
            press(page, "Spara");

            page.locator("a[href$='/new/questions']").last().click();
            question(page, "Sover du gott?", "Do you sleep well?", "halsa");
            fill(page, "caseworker.question", "Sover personen gott?", "Does the person sleep well?");
            check(page, "question");
            press(page, "Spara och lägg till en till");
            question(page, "Äter du varje dag?", "Do you eat every day?", "halsa");
            press(page, "Spara och lägg till en till");
            question(page, "Går du ut?", "Do you go out?", "vardag");
            press(page, "Spara");
            check(page, "draft-whole");
            assertThat(page.locator("main").innerText()).contains("Allt är på plats");

            press(page, "Flytta upp: Äter du varje dag?");
            assertThat(page.locator("#questions")
                            .locator("xpath=../../ol/li")
                            .first()
                            .innerText())
                    .contains("Äter du varje dag?");

            previewed(page);
            page.locator("a[href$='/publish']").click();
            check(page, "publish");
            press(page, "Publicera");
            check(page, "published");
            chosen(page);
        }
    }

    private void question(Page page, String swedish, String english, String dimension) {
        page.locator("#dimension").selectOption(dimension);
        fill(page, "participant.question", swedish, english);
    }

    /** Both respondents, in both languages. */
    private void previewed(Page page) {
        var draft = page.url();
        page.locator("a[href$='/preview/participant']").click();
        assertThat(page.locator("h1").innerText()).isEqualTo("Äter du varje dag?");
        check(page, "preview-participant");
        page.locator(".answer-card").nth(1).click();
        press(page, "Nästa");
        assertThat(page.locator("h1").innerText()).isEqualTo("Sover du gott?");
        page.locator(".preview-banner a:has-text('engelska')").click();
        assertThat(page.locator("h1").innerText()).isEqualTo("Do you sleep well?");
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
        assertThat(page.locator(".preview-banner").innerText()).contains("Så här ser deltagaren det.");
        press(page, "Back");
        assertThat(page.locator("h1").innerText()).isEqualTo("Do you eat every day?");
        page.navigate(draft);
        page.locator("a[href$='/preview/caseworker']").click();
        assertThat(page.locator("main").innerText()).contains("Sover personen gott?");
        check(page, "preview-caseworker");
        page.locator(".preview-banner a:has-text('engelska')").click();
        assertThat(page.locator("main").innerText()).contains("Does the person sleep well?");
        page.navigate(draft);
    }

    private void chosen(Page page) {
        page.navigate("/initiatives/" + place.initiative() + "/edit");
        page.locator("#instrument").selectOption(new SelectOption().setLabel("Steg mot arbete, version 1"));
        press(page, "Spara");
        assertThat(page.locator("main").innerText()).contains("Steg mot arbete, version 1");
        page.locator("a:has-text('Steg mot arbete')").click();
        assertThat(page.locator(".use").innerText()).isEqualTo("Provinsatsen");
        page.locator("a[href$='/retire']").click();
        check(page, "retire");
        assertThat(page.locator("main").innerText()).contains("Provinsatsen");
    }

    @Test
    void aDraftIsWrittenOnASmallPhoneInTheDark() {
        InstrumentId id = drafts.add(place.lead(), InstrumentExamples.yaml("prov", "Prov på ett instrument", 1));
        try (var phone = Chromium.open(port, Window.SMALL_PHONE.inTheDark())) {
            var page = Chromium.signIn(phone, world.email(place.lead()));
            for (var part : new String[] {
                "draft",
                "about",
                "scale",
                "dimensions/vardag",
                "questions/sover",
                "text",
                "preview/participant",
                "preview/caseworker",
                "publish",
                "discard"
            }) {
                page.navigate("/instruments/" + id + "/" + part);
                check(page, "phone-" + part.replace('/', '-'));
            }
        }
    }

    @Test
    void aShippedInstrumentIsSeenInEveryLanguageItHasAsParticipantsReadIt() {
        var shipped = library.shipped().getLast();
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = Chromium.signIn(phone, world.email(place.caseworker()));
            for (var language : shipped.instrument().languages()) {
                page.navigate("/instruments/" + shipped.id() + "/preview/participant?language=" + language);
                check(page, "preview-" + language);
                var first =
                        shipped.instrument().itemsFor(Respondent.PARTICIPANT).getFirst();
                assertThat(page.locator("h1").innerText())
                        .isEqualTo(
                                first.wording(Respondent.PARTICIPANT).question().in(language));
                assertThat(page.locator("html").getAttribute("dir"))
                        .isEqualTo(language.equals("ar") || language.equals("fa") ? "rtl" : "ltr");
                assertThat(page.locator(".preview-banner").innerText()).contains("Inget sparas.");
            }
        }
    }

    @Test
    void aFaultyFileIsKeptAndMendedInTheBrowser() {
        try (var desk = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(desk, world.email(place.officer()));
            var faulty = InstrumentExamples.yaml("prov", "Uppladdat", 1)
                    .replace("highest: 3", "highest: 30")
                    .replace("{sv: Vardag, en: Everyday life}", "{en: Everyday life}")
                    .replace("dimension: tilltro", "dimension: tiltro");
            upload(page, faulty.getBytes(UTF_8));
            check(page, "text-faulty");
            assertThat(page.locator(".problems").innerText())
                    .contains("Rad 10: scale › highest: det ska vara från 2 till 10.")
                    .contains("Rad 17: dimensions › vardag › name: text på svenska (sv) saknas.")
                    .contains("Menade du ”tilltro”?");
            page.locator("a:has-text('Utkastet')").click();
            check(page, "draft-faulty");
            assertThat(page.locator(".problems").innerText())
                    .contains("Områden › “Everyday life” › Namn: text på svenska saknas.");
            page.locator(".problems a").nth(1).click();
            assertThat(page.locator("h1").innerText()).isEqualTo("Område");
            page.goBack();
            page.locator("a:has-text('Ändra som text')").click();
            page.locator("#text").fill(InstrumentExamples.yaml("prov", "Lagat", 1));
            press(page, "Spara");
            assertThat(page.locator("main").innerText()).contains("Allt är på plats", "Lagat");
        }
    }

    private static void upload(Page page, byte[] bytes) {
        page.navigate("/instruments/new");
        page.locator("#file").setInputFiles(new FilePayload("instrument.yaml", "application/yaml", bytes));
        press(page, "Ladda upp");
    }

    @Test
    void filesThatAreNoInstrumentAreRefusedWithTheirFaultsAndLeaveNothingBehind() {
        try (var desk = Chromium.open(port, Window.DESK)) {
            var page = Chromium.signIn(desk, world.email(place.officer()));
            upload(page, new byte[0]);
            assertThat(page.locator(".error-summary").innerText()).contains("Välj en fil.");
            upload(page, new byte[300 * 1024]);
            assertThat(page.locator(".error-summary").innerText()).contains("större än 256 kB");
            upload(page, "name: {sv: Små steg}".getBytes(ISO_8859_1));
            assertThat(page.locator(".error-summary").innerText()).contains("UTF-8");
            var bombs = Map.of(
                    "a: &a [x]\nb: [*a, *a, *a]",
                    "Ankare och alias",
                    "a: !!java.net.URL [http://localhost]",
                    "Taggar",
                    "a: " + "[".repeat(5000),
                    "nästlad djupare",
                    "a: \u0000",
                    "UTF-8",
                    "a: \u0007",
                    "styrtecknet U+0007",
                    "key: <script>alert(1)</script>",
                    "<script>alert(1)</script>");
            bombs.forEach((file, message) -> {
                upload(page, file.getBytes(UTF_8));
                assertThat(page.locator(".problems").innerText()).contains(message);
                assertThat(page.locator(".error-summary").innerText()).contains("är inte sparad");
            });
            upload(page, "name: {sv: Små steg}\nscale: [".getBytes(UTF_8));
            assertThat(page.locator(".problems").innerText())
                    .contains("Rad 2: Från tecken")
                    .contains("går filen inte att läsa som YAML");
            check(page, "new-unreadable");
            page.navigate("/instruments");
            assertThat(page.locator("main").innerText()).doesNotContain("Utan namn");
        }
    }

    @Test
    void twoWhoWriteAtOnceSeeEachOthersAndLoseNothing() {
        InstrumentId id = drafts.add(place.lead(), InstrumentExamples.yaml("prov", "Prov", 1));
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        var path = "/instruments/" + id + "/dimensions/vardag";
        var first = Map.of("version", "0", "name.sv", "Den enas", "method", "mean", "fewest", "1");
        var second = Map.of("version", "0", "name.sv", "Den andras", "method", "mean", "fewest", "1");
        assertThat(lead.post(path, first).statusCode()).isEqualTo(302);

        var told = lead.post(path, second);

        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains("Den andras", "Den enas", "name=\"version\" value=\"1\"");
        var text = lead.post("/instruments/" + id + "/text", Map.of("version", "0", "text", "egen text"));
        assertThat(text.body()).contains("egen text", "Den enas");
        var moved = lead.post(path + "/later", Map.of("version", "0"));
        assertThat(moved.statusCode()).isEqualTo(302);
        assertThat(drafts.open(place.lead(), id).edition()).isEqualTo(1);
    }

    @Test
    void aFormWithNothingInItComesBackWithWhatRemains() {
        InstrumentId id = drafts.add(place.lead(), InstrumentExamples.yaml("prov", "Prov", 1));
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        assertThat(lead.post("/instruments/" + id + "/scale", Map.of("version", "0", "highest", "99"))
                        .body())
                .contains("Skriv ett helt tal från 2 till 10.");
        assertThat(lead.post("/instruments/new", Map.of("name", "", "highest", "5"))
                        .body())
                .contains("Skriv vad instrumentet heter.");
    }

    @Test
    void whoeverMovesAQuestionWithTheKeyboardStaysOnItsButton() {
        InstrumentId id = drafts.add(place.lead(), InstrumentExamples.yaml("prov", "Prov", 1));
        try (var desk = Chromium.open(port, Window.DESK.withoutScript())) {
            var page = Chromium.signIn(desk, world.email(place.lead()));
            page.navigate("/instruments/" + id + "/draft");
            var down = page.locator("#questions-sover-later");
            down.focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/draft#questions-sover-*");
            page.keyboard().press("Tab");
            page.keyboard().press("Shift+Tab");
            assertThat(page.evaluate("document.activeElement.id").toString()).startsWith("questions-sover-");
        }
    }

    @Test
    void anInstrumentTakesAHundredAreasAndSaysSoAndAnAreaWithoutQuestionsIsTold() {
        InstrumentId id = drafts.add(place.lead(), InstrumentExamples.yaml("prov", "Prov", 1));
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        var path = "/instruments/" + id;
        assertThat(lead.post(path + "/new/dimensions", area("Ekonomi", 0)).statusCode())
                .isEqualTo(302);
        assertThat(lead.get(path + "/draft").body()).contains("Området har ingen fråga än");
        var outline = Outline.of(drafts.open(place.lead(), id).definition()).orElseThrow();
        for (int i = outline.dimensions().size(); i < 100; i++) {
            outline = outline.with(new Outline.Dimension(
                    "omrade-" + i, Words.of(Map.of("sv", "Område " + i)), Words.NONE, "mean", "1", ""));
        }
        drafts.change(place.lead(), id, 1, outline.yaml());

        var told = lead.post(path + "/new/dimensions", area("Ett för mycket", 2));

        assertThat(told.statusCode()).isEqualTo(422);
        assertThat(told.body()).contains("högst 100 områden", "Ett för mycket");
        assertThat(lead.get(path + "/new/dimensions").statusCode()).isEqualTo(302);
    }

    private static Map<String, String> area(String name, int edition) {
        return Map.of("version", Integer.toString(edition), "name.sv", name, "method", "mean", "fewest", "1");
    }
}
