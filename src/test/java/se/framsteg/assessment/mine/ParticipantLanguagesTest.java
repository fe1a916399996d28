package se.framsteg.assessment.mine;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.assessment.talk.AgreedStep;
import se.framsteg.assessment.talk.Agreement;
import se.framsteg.assessment.talk.AgreementId;
import se.framsteg.assessment.talk.Agreements;
import se.framsteg.consent.ConsentId;
import se.framsteg.consent.Consents;
import se.framsteg.consent.Kind;
import se.framsteg.consent.Recipient;
import se.framsteg.consent.Sheet;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;
import se.framsteg.ui.Face;
import se.framsteg.ui.Language;

/** Every page of the participant's in every language, on a phone. */
@FramstegTest
class ParticipantLanguagesTest {
    private static final Pattern LINK = Pattern.compile("/svara/k/[0-9A-Z]{12}");
    private static final String BIRTH_DATE = CaseExamples.NUMBER.value().substring(0, 8);

    /** The pages that axe looks at in every language; the others it sees in Arabic here, and elsewhere in Swedish and English. */
    private static final Set<String> LARGEST = Set.of("question", "own-page", "sharing");

    /** Names that are written so in every language. */
    private static final Pattern NAMES = Pattern.compile(
            "Framsteg|PIN|K7QF\\W3M9P\\W2XVT|WCAG|AA|axe|Digg|BIP|SIP|SAMSIP|Min plan|\\([A-Za-zåäöÅÄÖ ]+\\)");

    /** What is said on the page in its own language: not what somebody wrote, nor what is marked as another language. */
    private static final String SAID = """
        () => {
          const copy = document.documentElement.cloneNode(true);
          copy.querySelectorAll('body [lang], script, .written, .code, [data-theirs]').forEach((other) => other.remove());
          return copy.textContent;
        }\
        """;

    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private Agreements agreements;

    private CaseExamples examples;
    private World.Place place;
    private CaseId caseId;

    @BeforeEach
    void aYearOfOnePerson() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        var baseline = examples.baseline(place, caseId);
        examples.participantAnswers(baseline, 2);
        examples.caseworkerAnswers(place, baseline, 3);
        agree(baseline, "Prova två timmar i veckan");
        var done = agree(baseline, "Ringa vårdcentralen");
        agreements.follow(place.caseworker(), caseId, baseline, done, 0, Agreement.Outcome.DONE, "Det gick bra");
        share();
    }

    /** With a region whose nurse is named and with a relative, but not with the office, whose officer is named. */
    private void share() {
        var consents = new ConsentExamples(beans);
        var region = world.organisation(place.association(), "Region Åsland", OrganisationKind.REGION);
        var office = world.organisation(place.association(), "Arbetsförmedlingen", OrganisationKind.AF);
        consents.given(place.caseworker(), caseId, region, Kind.values());
        consents.refused(place.caseworker(), caseId, office, Kind.PLAN);
        var relative = new Recipient.Named(Recipient.Sort.RELATIVE, "Åke Släkting");
        var asked = new Sheet.Asked(ConsentId.create(), relative, true, Set.of(Kind.PLAN));
        beans.getBean(Consents.class)
                .record(place.caseworker(), caseId, consents.sheet(consents.spoken(), asked))
                .orThrow();
        var nurse = world.person(region, "Örjan Sjuksköterska", Role.TEAM_MEMBER);
        var officer = world.person(office, "Ärla Arbetsförmedlare", Role.TEAM_MEMBER);
        consents.name(place.caseworker(), caseId, nurse);
        consents.name(place.caseworker(), caseId, officer);
    }

    private AgreementId agree(RoundId round, String what) {
        var id = AgreementId.create();
        var due = Optional.of(LocalDate.now((Clock) clock).plusDays(100));
        agreements.agree(
                place.caseworker(), caseId, round, id, new AgreedStep(what, AgreedStep.Who.CASEWORKER, "", due));
        return id;
    }

    private String link(RoundId round) {
        var page = new Visitor(port)
                .signIn(world.email(place.caseworker()))
                .post("/cases/%s/rounds/%s/key".formatted(caseId, round), java.util.Map.of());
        return LINK.matcher(page.body()).results().findFirst().orElseThrow().group();
    }

    private static void check(Page page, Language language, String name) {
        var where = name + " in " + language.code();
        assertThat(page.locator("html").getAttribute("lang")).as(where).isEqualTo(language.code());
        assertThat(page.locator("html").getAttribute("dir")).as(where).isEqualTo(language.direction());
        var said = NAMES.matcher((String) page.evaluate(SAID)).replaceAll("");
        if (language != Language.SWEDISH) {
            assertThat(said).as(where).doesNotContainPattern("[åäöÅÄÖ]");
        }
        if (List.of(Language.ARABIC, Language.PERSIAN, Language.UKRAINIAN).contains(language)) {
            assertThat(said).as(where).doesNotContainPattern("[A-Za-z]{2}");
        }
        if (language == Language.ARABIC || LARGEST.contains(name)) {
            Chromium.picture(page, "participant-" + name + "-" + language.code());
            Chromium.assertAccessible(page, where);
        }
    }

    @Test
    void everyPageIsInTheLanguageAndAccessible() throws Exception {
        clock.later(Duration.ofDays(90), () -> {
            var second = examples.rounds(place, caseId).get(1).round().id();
            try (var phone = Chromium.open(port, Window.PHONE)) {
                var page = phone.newPage();
                var link = link(second);
                comeIn(page, link);
                Face.PARTICIPANT.languages().forEach(language -> answering(page, language));
                answerAll(page);
                examples.caseworkerAnswers(place, second, 3);
                Face.PARTICIPANT.languages().forEach(language -> afterwards(page, language));
                lookWithoutScript(link);
            }
            return second;
        });
    }

    private void comeIn(Page page, String link) {
        page.navigate("/svara");
        Face.PARTICIPANT.languages().forEach(language -> {
            page.navigate("/svara?lang=" + language.code());
            check(page, language, "enter");
            page.locator("#code").fill("AAAA-BBBB-CCCC");
            page.locator("main button[type=submit]").click();
            check(page, language, "enter-wrong");
            page.navigate(link);
            page.locator("main button[type=submit]").click();
            check(page, language, "identify");
        });
        page.locator("#second").fill(BIRTH_DATE);
        page.locator("main button[type=submit]").click();
    }

    private static void answering(Page page, Language language) {
        page.navigate("/svara/start?lang=" + language.code());
        check(page, language, "start");
        page.navigate("/svara/question/2");
        page.locator("main .answer-ways button").first().click();
        check(page, language, "question");
        page.navigate("/svara/look-over");
        check(page, language, "look-over");
    }

    private static void answerAll(Page page) {
        page.navigate("/svara/question/1?lang=sv");
        for (int question = 1; question <= 9; question++) {
            page.locator(".answer-card").nth(question % 3 + 1).click();
            page.locator("main .answer-ways button").first().click();
            page.waitForURL("**/svara/" + (question < 9 ? "question/" + (question + 1) : "look-over"));
        }
        page.locator("main .answer-ways button").click();
        page.waitForURL("**/svara/done");
    }

    private static void afterwards(Page page, Language language) {
        page.navigate("/svara/done?lang=" + language.code());
        check(page, language, "done");
        page.navigate("/svara/min-sida");
        page.locator("details").all().forEach(details -> details.evaluate("it => it.open = true"));
        check(page, language, "own-page");
        page.navigate("/svara/min-sida/samtycken");
        check(page, language, "sharing");
        page.locator(".shared a.button").first().click();
        check(page, language, "sharing-stop");
        page.navigate("/svara/min-sida/plan");
        check(page, language, "plan");
        page.navigate("/svara/min-sida/plan/behov");
        check(page, language, "plan-need");
        for (var plain : List.of("left", "later", "closed", "accessibility", "nowhere")) {
            page.navigate("/svara/" + plain);
            check(page, language, plain);
        }
    }

    private void lookWithoutScript(String link) {
        try (var phone = Chromium.open(port, Window.SMALL_PHONE.inTheDark().withoutScript())) {
            var page = phone.newPage();
            page.navigate(link);
            page.locator("#second").fill(BIRTH_DATE);
            page.locator("main button[type=submit]").click();
            page.locator(".own-picture a").click();
            Chromium.picture(page, "participant-own-page-lines");
            page.navigate("/svara/min-sida?lang=ar");
            Chromium.picture(page, "participant-own-page-lines-ar");
            assertThat(page.locator("svg[role=img]").count()).isPositive();
        }
    }

    /** A voice that says nothing, but remembers what it was told to say: the test's browser has none. */
    private static final String VOICE = """
        window.said = [];
        const voice = { lang: 'sv-SE', name: 'Prov' };
        Object.defineProperty(window, 'speechSynthesis', { value: {
          getVoices: () => [voice], speak: (u) => window.said.push(u.text), cancel: () => { window.said.push('—'); },
          addEventListener: () => {} } });
        window.SpeechSynthesisUtterance = class extends EventTarget {
          constructor(text) { super(); this.text = text; } };
        """;

    @Test
    void aQuestionIsReadAloudWithItsAnswersWhereTheBrowserHasAVoiceForItsLanguage() {
        var link =
                link(examples.rounds(place, examples.started(place)).getFirst().round());
        try (var phone = Chromium.open(port, Window.PHONE)) {
            var page = phone.newPage();
            page.addInitScript(VOICE);
            page.navigate(link);
            page.locator("#second").fill(BIRTH_DATE);
            page.locator("main button[type=submit]").click();
            page.navigate("/svara/question/1");
            var button = page.locator(".read-aloud");
            assertThat(button.innerText()).isEqualTo("Läs upp");
            button.click();
            assertThat(button.innerText()).isEqualTo("Sluta läsa");
            var said = page.evaluate("window.said").toString();
            assertThat(said)
                    .contains(page.locator("h1").innerText())
                    .contains(page.locator(".answer-card").nth(4).innerText());
            button.click();
            assertThat(button.innerText()).isEqualTo("Läs upp");
            assertThat(page.evaluate("window.said.at(-1)")).isEqualTo("—");
            Chromium.assertAccessible(page, "a question that can be read aloud");
            page.navigate("/svara/question/1?lang=ar");
            assertThat(page.locator(".read-aloud").count())
                    .as("no Arabic voice")
                    .isZero();
        }
    }

    private String link(se.framsteg.assessment.Round round) {
        caseId = round.caseId();
        return link(round.id());
    }
}
