package se.framsteg.plan.areas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.Result;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.EffortExamples;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.areas.SideBySide.Towards;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Sharing;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** Min plan: all areas of life, what goes on in them wherever it comes from, and whom the person has named. */
@FramstegTest
class MyPlanTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    MyPlan myPlan;

    @Autowired
    ResourceGroup group;

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
    private EffortExamples examples;
    private StoryExamples story;

    @BeforeEach
    void aStartedCase() {
        place = world.place();
        id = world.aCase(place).started();
        examples = new EffortExamples(beans);
        story = new StoryExamples(beans);
    }

    private MyPlan.View view() {
        return myPlan.see(place.caseworker(), id, "sv");
    }

    private AreaOfLife area(LifeArea area) {
        return view().areas().get(area.ordinal());
    }

    private List<String> ongoing(LifeArea area) {
        return area(area).ongoing().stream()
                .map(one -> one.what().arguments().getFirst().toString())
                .toList();
    }

    @Test
    void everyAreaOfLifeIsThereAlsoThoseThatNothingIsPlannedIn() {
        assertThat(view().areas())
                .extracting(AreaOfLife::area)
                .containsExactlyElementsOf(
                        List.of(LifeArea.values()).stream().map(Optional::of).toList());
        assertThat(view().areas()).allMatch(AreaOfLife::isEmpty);
        var body = page();
        assertThat(body.split("Inget är planerat här.", -1)).hasSize(LifeArea.values().length + 1);
        assertThat(body).contains("Just nu är ingen aktivitet registrerad.");
    }

    @Test
    void effortsOfOtherRoomsStandInTheirAreaByThemselvesWhileTheyGoOn() {
        var by = place.caseworker();
        var since = today.minusDays(3);
        story.activity(by, id, Activity.Kind.WORK, "Arbetsträning", since);
        story.activity(by, id, Activity.Kind.HEALTH, "Fysioterapi", since);
        story.activity(by, id, Activity.Kind.SOCIAL, "Boendestöd", since);
        story.activity(by, id, Activity.Kind.GROUP, "Må bra-grupp", since);
        story.activity(by, id, Activity.Kind.COMPETENCE, "Datakurs", since);
        story.activity(by, id, Activity.Kind.HEALTH, "Avslutad", since, Optional.of(today.minusDays(1)));
        story.job(by, id, "Bageriet", today.plusDays(9));
        assertThat(ongoing(LifeArea.WORK)).containsExactly("Arbetsträning", "Bageriet");
        assertThat(ongoing(LifeArea.HEALTH)).containsExactly("Fysioterapi");
        assertThat(ongoing(LifeArea.NETWORK)).containsExactlyInAnyOrder("Boendestöd", "Må bra-grupp");
        assertThat(ongoing(LifeArea.STUDY)).containsExactly("Datakurs");
        assertThat(view().sideBySide().areas())
                .containsExactly(LifeArea.HEALTH, LifeArea.NETWORK, LifeArea.WORK, LifeArea.STUDY);
        assertThat(page()).contains("Arbetsträning", "Bageriet", "Lagerarbete", "börjar ", "inom 4 områden");
    }

    @Test
    void itIsSaidPlainlyWhetherSomethingIsOnItsWayTowardsWorkOrStudy() {
        assertThat(view().sideBySide().towardsWork()).isEqualTo(Towards.NOTHING);
        examples.effort(place.caseworker(), id, LifeArea.HOUSING, "Boende", Optional.empty());
        assertThat(view().sideBySide().towardsWork()).isEqualTo(Towards.NOTHING);
        var goal = examples.goal(place.caseworker(), id, LifeArea.STUDY, "Läsa klart gymnasiet");
        examples.effortFor(place.caseworker(), id, goal, "Ringa studievägledaren");
        assertThat(area(LifeArea.STUDY).efforts()).as("the area of its goal").hasSize(1);
        assertThat(view().sideBySide().towardsWork()).isEqualTo(Towards.PLANNED);
        story.job(place.caseworker(), id, "Bageriet", today.minusDays(1));
        assertThat(view().sideBySide().towardsWork()).isEqualTo(Towards.GOES_ON);
    }

    @Test
    void theDimensionsAreThoseOfTheLastAnsweredRoundAndTheProgressionPageTellsWhatIsDoneForEach() {
        var rounds = new CaseExamples(beans);
        var round = rounds.baseline(place, id);
        rounds.participantAnswers(round, 2);
        rounds.caseworkerAnswers(place, round, 3);
        var code = view().dimensions().keySet().iterator().next();
        var effort =
                examples.moving(place.caseworker(), id, code, "Promenad varje morgon", place.kommun(), "Boendestödet");
        assertThat(page()).contains("/progression#dimension-" + code, "Provstads kommun, Boendestödet");
        var progression = visitor().get("/cases/" + id + "/progression").body();
        assertThat(progression)
                .contains(
                        "id=\"dimension-" + code + "\"",
                        "/cases/" + id + "/plan/areas#effort-" + effort,
                        "Promenad varje morgon");
        var adding =
                "/cases/" + id + "/plan/" + view().plan().open().orElseThrow().id() + "/efforts/new?dimension=" + code;
        assertThat(progression).contains(adding);
        assertThat(visitor().get(adding).body()).contains("<option value=\"" + code + "\" selected>");
        assertThat(looks("SEE_PLAN")).as("and that is a look at the plan").isGreaterThan(1);
        var outside = guest("ASSESSMENTS");
        assertThat(new Visitor(port)
                        .signIn(world.email(outside))
                        .get("/cases/" + id + "/progression")
                        .body())
                .contains("Skattningar")
                .doesNotContain("Promenad varje morgon");
    }

    @Test
    void whatWasAgreedOnInTalksStandsThereAndOnTheCasePageUntilItIsDone() {
        var rounds = new CaseExamples(beans);
        var round = rounds.baseline(place, id);
        rounds.participantAnswers(round, 2);
        rounds.caseworkerAnswers(place, round, 3);
        rounds.agreed(place, id, round);
        assertThat(view().agreements()).hasSize(1);
        assertThat(page()).contains("Överenskommet i samtalen", "Ringa arbetsplatsen");
        assertThat(visitor().get("/cases/" + id).body()).contains("Ringa arbetsplatsen");
        assertThat(myPlan.see(guest(Sharing.ALL_KINDS), id, "sv").agreements())
                .as("opened by a yes of its own, elsewhere")
                .isEmpty();
        owner.sql("""
            insert into agreement_outcomes (agreement_id, number, round_id, outcome, words, told_on, told_by, told_at)
            select id, 1, round_id, 'DONE', '', agreed_on, agreed_by, agreed_at from agreements where case_id = ?\
            """).param(id.value()).update();
        assertThat(view().agreements()).isEmpty();
    }

    private int looks(String action) {
        return owner.sql("select count(*) from journal where action = ? and case_id = ?")
                .params(action, id.value())
                .query(Integer.class)
                .single();
    }

    @Test
    void somebodyIsNamedChangedAndTakenAwayAndTheSameFormTwiceIsOnce() {
        var member = MemberId.create();
        var written = new Member.Written("Boendestödjaren", "", "Via kommunens växel", "Kommer ihåg tider");
        for (int times = 0; times < 2; times++) {
            group.add(place.caseworker(), id, member, written).orThrow();
        }
        assertThat(view().people()).singleElement().extracting(Member::written).isEqualTo(written);
        var changed = new Member.Written("Boendestödjaren", "Kontakt", "", "");
        group.change(place.lead(), id, member, 1, changed).orThrow();
        assertThat(group.change(place.caseworker(), id, member, 1, written)).isInstanceOf(Result.Stale.class);
        assertThat(group.remove(place.caseworker(), id, member, 1)).isInstanceOf(Result.Stale.class);
        for (int times = 0; times < 2; times++) {
            group.remove(place.caseworker(), id, member, 2).orThrow();
        }
        assertThat(view().people()).isEmpty();
        assertThatThrownBy(() -> group.see(place.caseworker(), id, member)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void whatIsTypedOfSomebodyIsNotLost() {
        var path = "/cases/" + id + "/plan/people/new";
        var refused = visitor().post(path, Map.of("id", MemberId.create().toString(), "helps", "Skjutsar", "name", ""));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Skjutsar", "Skriv ett namn eller en roll.");
    }

    @Test
    void noConsentOpensTheResourceGroupAndItStandsStillWhenTheCaseIsRestricted() {
        examples.member(place.caseworker(), id, "Rut");
        var outside = guest(Sharing.ALL_KINDS);
        assertThatThrownBy(() -> group.add(outside, id, MemberId.create(), new Member.Written("Någon", "", "", "")))
                .isInstanceOf(NotFoundException.class);
        assertThat(rows(outside)).isZero();
        assertThat(rows(place.otherCaseworker())).isZero();
        assertThat(rows(place.officer())).isZero();
        assertThat(rows(place.lead())).isEqualTo(1);
        beans.getBean(Restrictions.class)
                .restrict(place.caseworker(), id, "Bestrids", today)
                .orThrow();
        assertThat(group.add(place.caseworker(), id, MemberId.create(), new Member.Written("Nils", "", "", "")))
                .isInstanceOf(Result.Stale.class);
        assertThat(view().people()).hasSize(1);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    asking.by(place.caseworker());
                    application.sql("update plan_people set name = 'Annan'").update();
                }))
                .hasStackTraceContaining("row-level security");
    }

    private Actor.Staff guest(String... kinds) {
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        var colleague = world.person(region, "Rut Region", Role.CASEWORKER);
        var sharing = new Sharing(owner);
        sharing.name(id, colleague);
        sharing.yes(id, region, kinds);
        return colleague;
    }

    private Integer rows(Actor.Staff actor) {
        return transactions.execute(_ -> {
            asking.by(actor);
            return application
                    .sql("select count(*) from plan_people where case_id = ?")
                    .param(id.value())
                    .query(Integer.class)
                    .single();
        });
    }

    private Visitor visitor() {
        return new Visitor(port).signIn(world.email(place.caseworker()));
    }

    private String page() {
        return visitor().get("/cases/" + id + "/plan/areas").body();
    }
}
