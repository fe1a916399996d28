package se.framsteg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.activity.Activity;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Somebody of another organisation in a case: before a consent, with one, and after it. */
@FramstegTest
class SharedCasesTest {
    private static final String NAME = "Petra Provdeltagare";

    @Autowired
    World world;

    @Autowired
    OwnerSql sql;

    @Autowired
    ListableBeanFactory beans;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private Sharing sharing;
    private World.Place place;
    private OrganisationId kassan;
    private Actor.Staff colleague;
    private CaseId id;

    @BeforeEach
    void oneCaseWithSomethingOfEachKind() {
        sharing = new Sharing(sql);
        place = world.place();
        kassan = world.organisation(place.association(), "Försäkringskassan", OrganisationKind.FK);
        colleague = world.person(kassan, "Frida Försäkring", Role.CASEWORKER);
        var examples = new CaseExamples(beans);
        id = examples.started(place, today.minusDays(30), Optional.of(CaseExamples.NUMBER));
        sql.sql("update participants set name = ? where id = (select participant_id from cases where id = ?)")
                .param(NAME)
                .param(id.value())
                .update();
        var story = new StoryExamples(beans);
        story.activity(place.caseworker(), id, Activity.Kind.WORK, "Träning i verkstad", today.minusDays(20));
        story.activity(place.caseworker(), id, Activity.Kind.HEALTH, "Samtal om sömnen", today.minusDays(20));
        story.job(place.caseworker(), id, "Fiktiva bageriet", today.minusDays(3));
        story.note(place.caseworker(), id, today.minusDays(2), "En tanke ur samtalet");
        var round = examples.baseline(place, id);
        examples.participantAnswers(round, 2);
        examples.caseworkerAnswers(place, round, 3);
        examples.agreed(place, id, round);
    }

    private Visitor signedIn() {
        return new Visitor(port).signIn(world.email(colleague));
    }

    @Test
    void beingNamedOpensNothingBeforeAConsent() {
        sharing.name(id, colleague);
        var visitor = signedIn();
        for (var path : new String[] {"", "/progression", "/notes", "/agreements", "/person"}) {
            assertThat(visitor.get("/cases/" + id + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(visitor.get("/cases/shared").body()).doesNotContain("/cases/" + id);
    }

    @Test
    void aConsentWithoutBeingNamedOpensNothing() {
        sharing.yes(id, kassan, Sharing.ALL_KINDS);
        assertThat(signedIn().get("/cases/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void aYesToTwoKindsOpensThoseAndDoesNotHintAtTheRest() {
        sharing.name(id, colleague);
        sharing.yes(id, kassan, "ACTIVITIES", "ASSESSMENTS");
        var visitor = signedIn();
        assertThat(visitor.get("/cases/" + id).body())
                .contains("Träning i verkstad", place.caseworker().name())
                .doesNotContain(
                        NAME,
                        "Samtal om sömnen",
                        "Fiktiva bageriet",
                        "En tanke ur samtalet",
                        "/notes",
                        "/agreements",
                        "/person");
        assertThat(visitor.get("/cases/" + id + "/progression").body()).doesNotContain(NAME, "/talk/");
        for (var path :
                new String[] {"/notes", "/agreements", "/person", "/assignments", "/before", "/activities/new"}) {
            assertThat(visitor.get("/cases/" + id + path).statusCode()).as(path).isEqualTo(404);
        }
        assertThat(visitor.get("/cases/shared").body()).contains("/cases/" + id).doesNotContain(NAME);
    }

    @Test
    void aYesToEverythingShowsEverythingAndLetsNothingBeChanged() {
        sharing.name(id, colleague);
        sharing.yes(id, kassan, Sharing.ALL_KINDS);
        var visitor = signedIn();
        assertThat(visitor.get("/cases/" + id).body())
                .contains(NAME, "Träning i verkstad", "Samtal om sömnen", "Fiktiva bageriet");
        assertThat(visitor.get("/cases/" + id + "/notes").body())
                .contains("En tanke ur samtalet")
                .doesNotContain("/notes/new");
        assertThat(visitor.get("/cases/" + id + "/agreements").statusCode()).isEqualTo(200);
        for (var path : new String[] {"/person/edit", "/notes/new", "/end", "/activities/new"}) {
            assertThat(visitor.get("/cases/" + id + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aWithdrawalActsAtTheVeryNextRequestOfASessionThatIsOpen() {
        sharing.name(id, colleague);
        var consent = sharing.yes(id, kassan, "NOTES");
        var visitor = signedIn();
        assertThat(visitor.get("/cases/" + id + "/notes").statusCode()).isEqualTo(200);
        sharing.withdraw(consent, 2);
        assertThat(visitor.get("/cases/" + id + "/notes").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/cases/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void whatItIsForAndUntilWhenIsToldAndTheListIsAWayBack() {
        sharing.name(id, colleague);
        sharing.yes(id, kassan, today, today.plusDays(40), "ACTIVITIES");
        var until = today.plusDays(40).getDayOfMonth() + " ";
        assertThat(signedIn().get("/cases/" + id).body())
                .contains(
                        "Samordna stödet", "Aktiviteter: arbete", "Öppet till och med", until, "href=\"/cases/shared\"")
                .doesNotContain("Anteckningar");
        assertThat(signedIn().get("/cases/shared").body()).contains("Öppet till och med", until);
    }

    private String number() {
        return sql.sql("select number from cases where id = ?")
                .param(id.value())
                .query(String.class)
                .single();
    }

    private boolean finds(Visitor visitor, String query) {
        visitor.post("/cases/shared/search", Map.of("query", query));
        return visitor.get("/cases/shared?search=true").body().contains("/cases/" + id);
    }

    @Test
    void aSearchFindsByTheNumberAndByNameOnlyWhereTheIdentityIsOpen() {
        sharing.name(id, colleague);
        sharing.yes(id, kassan, "NOTES");
        var visitor = signedIn();
        assertThat(finds(visitor, number())).isTrue();
        assertThat(finds(visitor, NAME)).isFalse();
        assertThat(finds(visitor, CaseExamples.NUMBER.value())).isFalse();
        sharing.yes(id, kassan, "IDENTITY");
        assertThat(finds(visitor, NAME)).isTrue();
        assertThat(finds(visitor, CaseExamples.NUMBER.value())).isTrue();
        assertThat(finds(visitor, "nobody of that name")).isFalse();
        visitor.post("/cases/shared/search", Map.of("query", "x"));
        assertThat(visitor.get("/cases/shared?search=true").body()).contains("href=\"#query\"");
    }

    @Test
    void whatHasBeenOpenedIsNewUntilItHasBeenLookedAt() {
        var visitor = signedIn();
        sharing.name(id, colleague);
        assertThat(visitor.get("/").body()).doesNotContain("/cases/" + id);
        var consent = sharing.yes(id, kassan, "NOTES", "PLAN");
        assertThat(visitor.get("/").body())
                .contains("/cases/" + id, "Ett samtycke har öppnat något", number())
                .doesNotContain(NAME);
        assertThat(visitor.get("/cases/shared").body()).contains("Nytt");
        visitor.get("/cases/" + id);
        assertThat(visitor.get("/").body()).doesNotContain("/cases/" + id);
        assertThat(visitor.get("/cases/shared").body()).contains("/cases/" + id).doesNotContain("Nytt");
        sharing.answer(consent, 2, "YES", today, today.plusYears(1), "PLAN");
        assertThat(visitor.get("/").body()).as("to share less opens nothing").doesNotContain("/cases/" + id);
        var wider = sharing.yes(id, kassan, "HEALTH");
        assertThat(visitor.get("/").body()).contains("/cases/" + id);
        sharing.withdraw(wider, 2);
        assertThat(visitor.get("/").body()).doesNotContain("/cases/" + id);
    }

    @Test
    void eachLookIsJournaledWithTheOrganisationItCameFrom() {
        sharing.name(id, colleague);
        sharing.yes(id, kassan, "NOTES");
        var visitor = signedIn();
        visitor.get("/cases/shared");
        visitor.get("/cases/" + id);
        visitor.get("/cases/" + id + "/notes");
        assertThat(sql.sql("select action from journal where actor_id = ? and actor_organisation_id = ? and case_id = ?"
                                + " order by id")
                        .param(colleague.id().value())
                        .param(kassan.value())
                        .param(id.value())
                        .query(String.class)
                        .list())
                .containsExactly("LIST_SHARED_CASE", "SEE_SHARED_CASE", "SEE_NOTE");
    }

    @Test
    void whatIsOpenIsSeenOnAPhoneToo() {
        sharing.name(id, colleague);
        sharing.yes(id, kassan, "IDENTITY", "ACTIVITIES", "ASSESSMENTS", "NOTES", "PLAN", "ECONOMY");
        for (var window : new Window[] {Window.DESK, Window.SMALL_PHONE}) {
            try (var browser = Chromium.open(port, window)) {
                var page = Chromium.signIn(browser, world.email(colleague));
                for (var path : new String[] {"/cases/shared", "/cases/" + id, "/cases/" + id + "/agreements"}) {
                    page.navigate(path);
                    Chromium.picture(
                            page, "shared-" + window.width() + "-" + path.substring(path.lastIndexOf('/') + 1));
                    Chromium.assertAccessible(page, path);
                }
            }
        }
    }
}
