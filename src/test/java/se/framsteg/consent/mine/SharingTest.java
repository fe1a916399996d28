package se.framsteg.consent.mine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.consent.ConsentId;
import se.framsteg.consent.Consents;
import se.framsteg.consent.Kind;
import se.framsteg.consent.OwnConsents;
import se.framsteg.consent.Recipient;
import se.framsteg.consent.Sheet;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The participant's own page of who may see what. */
@FramstegTest
class SharingTest {
    private static final Pattern LINK = Pattern.compile("/svara/k/[0-9A-Z]{12}");
    private static final String BIRTH_DATE = CaseExamples.NUMBER.value().substring(0, 8);
    private static final String PAGE = "/svara/min-sida/samtycken";

    @LocalServerPort
    private int port;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private OwnerSql ownerSql;

    @Autowired
    private Consents consents;

    @Autowired
    private OwnConsents own;

    @Autowired
    private Sharing sharing;

    private ConsentExamples examples;
    private World.Place place;
    private CaseId caseId;
    private RoundId round;
    private OrganisationId office;
    private ConsentId yes;

    @BeforeEach
    void aYesToTheOffice() {
        var cases = new CaseExamples(beans);
        examples = new ConsentExamples(beans);
        place = world.place();
        caseId = cases.started(place);
        round = cases.baseline(place, caseId);
        office = world.organisation(place.association(), "Försäkringskassan", OrganisationKind.FK);
        yes = examples.given(place.caseworker(), caseId, office, Kind.PLAN, Kind.ASSESSMENTS);
    }

    private void saysNoTo(Recipient.Sort sort, String name) {
        var asked = new Sheet.Asked(ConsentId.create(), new Recipient.Named(sort, name), false, Set.of(Kind.PLAN));
        consents.record(place.caseworker(), caseId, examples.sheet(examples.spoken(), asked))
                .orThrow();
    }

    private String link(CaseId id, RoundId of) {
        var page = new Visitor(port)
                .signIn(world.email(place.caseworker()))
                .post("/cases/%s/rounds/%s/key".formatted(id, of), Map.of());
        return LINK.matcher(page.body()).results().findFirst().orElseThrow().group();
    }

    private Visitor participant() {
        var visitor = new Visitor(port);
        visitor.get(link(caseId, round));
        visitor.post("/svara/identify", Map.of("second", BIRTH_DATE));
        return visitor;
    }

    private static String stop(ConsentId id) {
        return PAGE + "/" + id + "/stop";
    }

    private static HttpResponse<String> sendStop(Visitor visitor, ConsentId id, int number) {
        return visitor.post(stop(id), Map.of("number", Integer.toString(number)));
    }

    private List<String> answers(ConsentId id) {
        return ownerSql.sql("select answer || ' ' || how || ' ' || coalesce(recorded_by::text, 'alone')"
                        + " from consent_answers where consent_id = ? order by number")
                .param(id.value())
                .query((row, i) -> row.getString(1))
                .list();
    }

    @Test
    void thePageTellsWhoMaySeeWhatUntilWhenAndWhatFor() {
        var until = LocalDate.now((Clock) clock).plusMonths(6);
        var participant = participant();
        assertThat(participant.get("/svara/min-sida").body()).contains(PAGE, "Vem får se vad om mig", "href=\"#data\"");
        for (var page : List.of(PAGE, "/svara/min-sida/looks", "/svara/min-sida/utdrag")) {
            assertThat(participant.get(page).body()).as(page).contains("action=\"/svara/leave\"");
        }
        assertThat(participant.get(PAGE).body())
                .contains(
                        "Försäkringskassan",
                        "Det vi har kommit överens om",
                        "Mina svar och steg",
                        "För att planera tillsammans")
                .contains("Till och med " + until.getDayOfMonth() + " ", String.valueOf(until.getYear()))
                .contains("Ingen där står med namn")
                .doesNotContain("Mina arbetsblad", "Anteckningar");
    }

    @Test
    void whoIsNamedStandsWithTheOwnOrganisationAndWhoeverSeesNothingApart() {
        var officer = world.person(office, "Frida Kassa", Role.TEAM_MEMBER);
        var region = world.organisation(place.association(), "Region Provland", OrganisationKind.REGION);
        var nurse = world.person(region, "Sanna Syster", Role.TEAM_MEMBER);
        examples.name(place.caseworker(), caseId, officer);
        examples.name(place.caseworker(), caseId, nurse);
        var shared = sharing.of(new Actor.Respondent(round, false));
        assertThat(shared.namedAt(shared.now().getFirst().one().consent()))
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("Frida Kassa"));
        assertThat(shared.waiting())
                .singleElement()
                .satisfies(one -> assertThat(one.name()).isEqualTo("Sanna Syster"));
        assertThat(participant().get(PAGE).body())
                .contains("Frida Kassa", "Sanna Syster", "Region Provland")
                .doesNotContain("Ingen där står med namn");
    }

    @Test
    void stoppingAsksOnceMoreThenEndsItAtOnce() throws Exception {
        var participant = participant();
        assertThat(participant.get(stop(yes)).body())
                .contains("Vill du stoppa det här?", "Försäkringskassan", "name=\"number\" value=\"1\"");
        assertThat(answers(yes)).hasSize(1);
        var stopped = sendStop(participant, yes, 1);
        assertThat(stopped.headers().firstValue("Location").orElse("")).endsWith(PAGE);
        assertThat(answers(yes)).hasSize(2).last().isEqualTo("WITHDRAWN OWN_PAGE alone");
        assertThat(participant.get(PAGE).body())
                .contains("Det är stoppat", "Just nu delar du inget", "Stoppat ", "Det du har sagt förut", "Du sa ja ");
        assertThat(consents.see(place.caseworker(), caseId).holds()).isEmpty();
        assertThat(journaled("WITHDRAW_CONSENT")).isEqualTo(1);
    }

    private long journaled(String action) {
        return ownerSql.sql(
                        "select count(*) from journal where action = ? and case_id = ? and actor_kind = 'RESPONDENT'")
                .param(action)
                .param(caseId.value())
                .query(Long.class)
                .single();
    }

    @Test
    void stoppingTwiceIsHarmless() {
        var participant = participant();
        sendStop(participant, yes, 1);
        var again = sendStop(participant, yes, 1);
        assertThat(again.headers().firstValue("Location").orElse("")).endsWith(PAGE);
        assertThat(answers(yes)).hasSize(2);
        assertThat(journaled("WITHDRAW_CONSENT")).isEqualTo(1);
        assertThat(participant.get(stop(yes)).headers().firstValue("Location").orElse(""))
                .endsWith(PAGE);
    }

    @Test
    void whatHasChangedMeanwhileIsAskedAboutAgainAndNotTakenForStopped() {
        var participant = participant();
        participant.get(stop(yes));
        consents.narrow(place.caseworker(), caseId, yes, 1, Set.of(Kind.PLAN), examples.spoken())
                .orThrow();
        var sent = sendStop(participant, yes, 1);
        assertThat(sent.headers().firstValue("Location").orElse("")).endsWith(stop(yes));
        assertThat(participant.get(stop(yes)).body())
                .contains("Något har ändrats", "name=\"number\" value=\"2\"")
                .doesNotContain("Mina svar och steg");
        sendStop(participant, yes, 2);
        assertThat(answers(yes)).hasSize(3);
    }

    @Test
    void aColleagueWhoIsSignedInMeanwhileIsShutOutAtTheNextRequest() {
        var officer = world.person(office, "Frida Kassa", Role.TEAM_MEMBER);
        examples.name(place.caseworker(), caseId, officer);
        var colleague = new Visitor(port).signIn(world.email(officer));
        assertThat(colleague.get("/cases/" + caseId + "/progression").statusCode())
                .isEqualTo(200);
        sendStop(participant(), yes, 1);
        assertThat(colleague.get("/cases/" + caseId + "/progression").statusCode())
                .isEqualTo(404);
    }

    @Test
    void anothersConsentDoesNotExistAndIsNotTouched() {
        var other = new CaseExamples(beans).started(place);
        var theirs = examples.given(place.caseworker(), other, office, Kind.PLAN);
        var participant = participant();
        for (var forged : List.of(theirs, ConsentId.create())) {
            assertThat(participant.get(stop(forged)).statusCode()).isEqualTo(404);
            assertThat(sendStop(participant, forged, 1).statusCode()).isEqualTo(404);
        }
        assertThat(participant.get(PAGE + "/nonsense/stop").statusCode()).isEqualTo(404);
        assertThat(participant.post(stop(yes), Map.of("number", "två")).statusCode())
                .isNotEqualTo(500);
        assertThat(answers(theirs)).hasSize(1);
        assertThat(answers(yes)).hasSize(1);
    }

    @Test
    void aDeviceThatWasHandedOverShowsAndStopsNothing() {
        var handedOver = new Actor.Respondent(round, true);
        assertThatThrownBy(() -> sharing.of(handedOver)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.withdrawOwn(handedOver, yes, 1)).isInstanceOf(NotFoundException.class);
        assertThat(answers(yes)).hasSize(1);
    }

    @Test
    void whatWasSaidNoToOrHasRunOutIsToldWithItsDay() throws Exception {
        saysNoTo(Recipient.Sort.EMPLOYER, "Provbagaren");
        assertThat(participant().get(PAGE).body()).contains("Provbagaren", "Du sa nej ");
        var later = LocalDate.now((Clock) clock).plusMonths(6).plusDays(1);
        var shared = clock.on(later, () -> sharing.of(new Actor.Respondent(round, false)));
        assertThat(shared.now()).isEmpty();
        assertThat(shared.over())
                .extracting(about -> about.one().called())
                .contains("Försäkringskassan", "Provbagaren");
    }

    @Test
    void eachRecipientStandsOnceWithWhatHoldsNowAndWhatWasSaidBeforeIsFolded() {
        examples.given(place.caseworker(), caseId, office, Kind.NOTES);
        var region = world.organisation(place.association(), "Region Provland", OrganisationKind.REGION);
        examples.withdraw(place.caseworker(), caseId, examples.given(place.caseworker(), caseId, region, Kind.PLAN), 1);
        examples.refused(place.caseworker(), caseId, region, Kind.PLAN);
        var shared = sharing.of(new Actor.Respondent(round, false));
        assertThat(shared.now())
                .singleElement()
                .satisfies(about -> assertThat(about.one().answer().kinds()).containsExactly(Kind.NOTES));
        assertThat(shared.over()).singleElement().satisfies(about -> {
            assertThat(about.one().called()).isEqualTo("Region Provland");
            assertThat(Shared.earlier(about)).hasSize(2);
        });
        var page = participant().get(PAGE).body();
        assertThat(page).contains("Det du har sagt förut", "Du sa ja ", "Du sa nej ");
        assertThat(page.split("/stop\"", -1)).as("one thing to stop").hasSize(2);
    }

    @Test
    void itWorksWithoutScriptOnASmallPhoneAndIsAccessibleInSwedishAndArabic() {
        var officer = world.person(office, "Frida Kassa", Role.TEAM_MEMBER);
        examples.name(place.caseworker(), caseId, officer);
        saysNoTo(Recipient.Sort.RELATIVE, "Åke Släkting");
        try (var phone = Chromium.open(port, Window.SMALL_PHONE)) {
            var page = comeIn(phone);
            for (var language : List.of("sv", "ar")) {
                page.navigate(PAGE + "?lang=" + language);
                Chromium.picture(page, "sharing-" + language);
                Chromium.assertAccessible(page, "sharing in " + language);
                page.locator(".shared a.button").click();
                Chromium.picture(page, "sharing-stop-" + language);
                Chromium.assertAccessible(page, "stopping in " + language);
            }
        }
        try (var phone = Chromium.open(port, Window.SMALL_PHONE.withoutScript())) {
            var page = comeIn(phone);
            page.navigate(PAGE);
            page.locator(".shared a.button").click();
            page.locator("main button[type=submit]").click();
            assertThat(page.locator("[role=status]").innerText()).contains("Det är stoppat");
            Chromium.picture(page, "sharing-stopped");
        }
        assertThat(answers(yes)).hasSize(2);
    }

    private Page comeIn(BrowserContext phone) {
        var page = phone.newPage();
        page.navigate(link(caseId, round));
        page.locator("#second").fill(BIRTH_DATE);
        page.locator("main button[type=submit]").click();
        page.waitForURL("**/svara/start");
        return page;
    }
}
