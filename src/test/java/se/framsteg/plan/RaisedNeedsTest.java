package se.framsteg.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Role;
import se.framsteg.cases.Result;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.consent.Kind;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.ConsentExamples;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** A colleague of another organisation reads the plan that the person has opened, and tells that one is needed. */
@FramstegTest
class RaisedNeedsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    RaisedNeeds raised;

    @Autowired
    SharedPlan shared;

    @Autowired
    Needs needs;

    @Autowired
    Plans plans;

    @Autowired
    NeedToDos toDos;

    @Autowired
    Restrictions restrictions;

    @Autowired
    OwnerSql owner;

    @Autowired
    JdbcClient application;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseId id;
    private OrganisationId region;
    private Actor.Staff colleague;
    private PlanExamples examples;
    private ConsentExamples consents;

    @BeforeEach
    void aPlanAndAColleagueWhoIsNamed() {
        place = world.place();
        id = world.aCase(place).started();
        examples = new PlanExamples(beans);
        consents = new ConsentExamples(beans);
        region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        colleague = world.person(region, "Rut Region", Role.CASEWORKER);
        consents.name(place.caseworker(), id, colleague);
        examples.wanted(place, id);
        examples.goal(place, id, "Jobba halvtid i ett kök");
        examples.effort(place, id, "Samtal varje vecka", region);
        examples.meeting(place, id, "Rummet vid torget", region, place.kommun());
    }

    @Test
    void thePlanIsReadWithTheYesThatNamesItAloneAndIsLostAtTheNextRequestWhenThePersonStopsIt() {
        var visitor = new Visitor(port).signIn(world.email(colleague));
        var path = "/cases/" + id + "/plan";
        consents.given(place.caseworker(), id, region, Kind.PLAN, Kind.ACTIVITIES);
        assertThat(visitor.get(path).statusCode())
                .as("what was agreed on is not it")
                .isEqualTo(404);
        assertThat(visitor.get("/cases/" + id).body()).doesNotContain(path);
        var yes = consents.given(place.caseworker(), id, region, Kind.JOINT_PLAN);
        assertThat(visitor.get("/cases/" + id).body()).contains("href=\"" + path + "\"");
        assertThat(visitor.get(path).body())
                .contains("Jobba halvtid i ett kök", "Samtal varje vecka", "Rummet vid torget", path + "/raise")
                .contains("Kallad " + region)
                .doesNotContain("Kallad " + place.kommun(), "hemlig@example.se")
                .doesNotContain("planerar var för sig", "/needs", "/preparation");
        consents.withdraw(place.caseworker(), id, yes, 1);
        assertThat(visitor.get(path).statusCode()).isEqualTo(404);
        assertThat(visitor.post(path + "/raise", Map.of("id", NeedId.create().toString(), "what", "Något"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsReadCanNotBeChanged() {
        consents.given(place.caseworker(), id, region, Kind.JOINT_PLAN);
        var plan = shared.see(colleague, id).plan();
        assertThat(plan.changeable()).isFalse();
        assertThat(plan.needs()).isEmpty();
        assertThatThrownBy(
                        () -> plans.end(colleague, id, plan.open().orElseThrow().id(), Plan.EndReason.NO_NEED))
                .isInstanceOf(NotFoundException.class);
        assertThat(plans.see(place.caseworker(), id).open()).isPresent();
    }

    @Test
    void aNeedThatIsToldReachesTheCaseworkerInTheNameOfTheOrganisationAndIsNotReadBack() {
        consents.given(place.caseworker(), id, region, Kind.JOINT_PLAN);
        var need = NeedId.create();
        for (int times = 0; times < 2; times++) {
            raised.raise(colleague, id, need, "Vården behöver veta tiderna").orThrow();
        }
        assertThat(raised.raise(colleague, id, need, "Något helt annat")).isInstanceOf(Result.Stale.class);
        var seen = needs.see(place.caseworker(), id, need);
        assertThat(seen.seen())
                .isEqualTo(
                        new Need.Seen(Need.By.OTHER_ORGANISATION, "Region Prov", today, "Vården behöver veta tiderna"));
        assertThat(seen.registeredBy()).contains(colleague.id());
        assertThat(toDos.toDo(place.caseworker())).hasSize(1);
        assertThat(plans.see(colleague, id).needs()).isEmpty();
        assertThat(owner.sql("select count(*) from journal where action = 'RAISE_NEED' and case_id = ?")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void theFormGivesAReceiptAndIsRefusedClearlyWhileTheCaseIsRestricted() {
        consents.given(place.caseworker(), id, region, Kind.JOINT_PLAN);
        var visitor = new Visitor(port).signIn(world.email(colleague));
        var path = "/cases/" + id + "/plan";
        assertThat(visitor.post(path + "/raise", Map.of("id", NeedId.create().toString(), "what", " "))
                        .body())
                .contains("Skriv vad som behöver samordnas.");
        visitor.post(path + "/raise", Map.of("id", NeedId.create().toString(), "what", "Tiderna krockar"));
        assertThat(visitor.get(path).body()).contains("Skickat.").doesNotContain("Tiderna krockar");
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        assertThat(visitor.get(path).body()).doesNotContain("/raise");
        assertThat(visitor.get(path + "/raise").body()).contains("går det inte att lägga till");
        assertThat(visitor.post(path + "/raise", Map.of("id", NeedId.create().toString(), "what", "Tiderna igen"))
                        .body())
                .contains("går det inte att lägga till", "Tiderna igen");
        assertThat(plans.see(place.caseworker(), id).needs()).hasSize(2);
    }

    @Test
    void whoeverHasTheCaseTellsItInTheOwnNameAndOthersNotAtAll() {
        var need = NeedId.create();
        raised.raise(place.lead(), id, need, "Det krockar").orThrow();
        assertThat(needs.see(place.lead(), id, need).seen().by()).isEqualTo(Need.By.OWN_ORGANISATION);
        for (var other : new Actor.Staff[] {colleague, place.otherCaseworker(), place.officer()}) {
            assertThatThrownBy(() -> raised.raise(other, id, NeedId.create(), "Det krockar"))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void theDatabaseTakesANeedFromAColleagueInNoOtherNameThanTheirOrganisations() {
        consents.given(place.caseworker(), id, region, Kind.JOINT_PLAN);
        insert(colleague, id, "OTHER_ORGANISATION", "Region Prov");
        refused(colleague, id, "OWN_ORGANISATION", "Region Prov");
        refused(colleague, id, "OTHER_ORGANISATION", "Region Annan");
        refused(colleague, world.aCase(place).started(), "OTHER_ORGANISATION", "Region Prov");
        refused(
                place.otherCaseworker(),
                id,
                "OTHER_ORGANISATION",
                place.kommun().toString());
    }

    private void refused(Actor.Staff by, CaseId into, String seenBy, String who) {
        assertThatThrownBy(() -> insert(by, into, seenBy, who)).hasStackTraceContaining("row-level security");
    }

    private void insert(Actor.Staff by, CaseId into, String seenBy, String who) {
        transactions.executeWithoutResult(_ -> {
            asking.by(by);
            application
                    .sql("""
                        insert into plan_needs (id, association_id, case_id, seen_by, who, seen_on, what, registered_by, registered_at)
                        values (gen_random_uuid(), :association, :case, :seenBy, :who, cast(now() at time zone 'Europe/Stockholm' as date), 'Något', :by, now())\
                        """)
                    .param("association", by.association().value())
                    .param("case", into.value())
                    .param("seenBy", seenBy)
                    .param("who", who)
                    .param("by", by.id().value())
                    .update();
        });
    }

    @Test
    void theColleaguesPagesAreAccessibleOnAPhoneAndWide() {
        consents.given(place.caseworker(), id, region, Kind.JOINT_PLAN, Kind.IDENTITY);
        for (var window : new Window[] {Window.SMALL_PHONE, Window.DESK}) {
            try (var browser = Chromium.open(port, window)) {
                var page = Chromium.signIn(browser, world.email(colleague));
                for (var path : new String[] {"", "/plan", "/plan/raise"}) {
                    page.navigate("/cases/" + id + path);
                    Chromium.picture(page, "shared-plan-" + window.width() + path.replace('/', '-'));
                    Chromium.assertAccessible(page, "shared" + path);
                }
            }
        }
    }
}
