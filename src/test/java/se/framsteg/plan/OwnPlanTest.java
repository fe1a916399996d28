package se.framsteg.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.Livelihood;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.Result;
import se.framsteg.cases.activity.Activity;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.areas.OwnAreas;
import se.framsteg.plan.document.PlanDocuments;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.shared.Time;
import se.framsteg.testing.Chromium;
import se.framsteg.testing.Chromium.Window;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnPhone;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** The person writes in the own plan, on the own phone. */
@FramstegTest
class OwnPlanTest {
    private static final String PAGE = "/svara/min-sida/plan";

    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    OwnPlan own;

    @Autowired
    OwnAreas areas;

    @Autowired
    Needs needs;

    @Autowired
    Plans plans;

    @Autowired
    PlanDocuments documents;

    @Autowired
    NeedToDos toDos;

    @Autowired
    Cases cases;

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
    private CaseExamples caseExamples;
    private PlanExamples examples;
    private World.Place place;
    private CaseId id;
    private RoundId round;
    private Actor.Respondent person;

    @BeforeEach
    void aStartedCase() {
        place = world.place();
        caseExamples = new CaseExamples(beans);
        examples = new PlanExamples(beans);
        id = caseExamples.started(place);
        round = caseExamples.baseline(place, id);
        person = new Actor.Respondent(round, false);
    }

    private static Preparation prepared(String notTakeUp) {
        return new Preparation("Boendet", "Vem ringer vem", notTakeUp, "En vän", "Hemma", "Tolk");
    }

    private void end() {
        var ending = new CaseStep.Ending(EndReason.OWN_WISH, Outcome.OTHER);
        var version = cases.see(place.caseworker(), id).version();
        cases.change(place.caseworker(), id, version, CaseStep.end(today, ending, Livelihood.UNKNOWN))
                .orThrow();
    }

    private OwnPhone ownPhone() {
        return new OwnPhone(port, world.email(place.caseworker()), id, round);
    }

    private Visitor phone() {
        return ownPhone().visitor();
    }

    @Test
    void whatThePersonTellsAndAnswersIsTheirOwnAndReachesTheCaseworker() {
        var need = NeedId.create();
        for (int times = 0; times < 2; times++) {
            own.raise(person, need, "Jag får berätta allt igen").orThrow();
        }
        assertThat(own.raise(person, need, "Något annat")).isInstanceOf(Result.Stale.class);
        assertThat(toDos.toDo(place.caseworker()))
                .singleElement()
                .satisfies(one -> assertThat(one.textKey()).isEqualTo("to-do.plan.need"));
        for (int times = 0; times < 2; times++) {
            own.answer(person, need, 1, Need.Said.YES, "Gärna").orThrow();
        }
        assertThat(own.answer(person, need, 1, Need.Said.NO, "")).isInstanceOf(Result.Stale.class);
        assertThat(toDos.toDo(place.caseworker()))
                .as("a yes is told where meetings wait, and not twice")
                .isEmpty();
        var told = needs.see(place.caseworker(), id, need);
        assertThat(told.seen()).isEqualTo(new Need.Seen(Need.By.PERSON, "", today, "Jag får berätta allt igen"));
        assertThat(told.registeredBy()).isEmpty();
        assertThat(told.answers())
                .singleElement()
                .satisfies(answer -> assertThat(answer.recordedBy()).isEmpty());
        var staff = new Visitor(port).signIn(world.email(place.caseworker()));
        assertThat(staff.get("/cases/" + id + "/plan").body().split("Själv, i sin telefon", -1))
                .hasSize(3);
        assertThat(journaled())
                .containsExactlyInAnyOrder(
                        "RAISE_NEED", "RAISE_NEED", "SEE_PLAN", "CHANGE_PLAN", "CHANGE_PLAN", "SEE_PLAN");
        plans.begin(place.caseworker(), id, PlanId.create(), Plan.Kind.SIP, Optional.of(need))
                .orThrow();
        assertThat(toDos.toDo(place.caseworker())).isEmpty();
    }

    private List<String> journaled() {
        return owner.sql("select action from journal where case_id = ? and actor_kind = 'RESPONDENT'")
                .param(id.value())
                .query((row, i) -> row.getString(1))
                .list();
    }

    @Test
    void thePersonAndTheCaseworkerPrepareTheSameMeetingAndNeitherOverwritesTheOther() {
        var need = examples.wanted(place, id);
        own.prepare(person, need, 0, prepared("Barnen")).orThrow();
        assertThat(needs.preparing(place.caseworker(), id, need).byPerson()).isPresent();
        assertThat(needs.prepare(place.caseworker(), id, need, 0, prepared("Skulderna")))
                .isInstanceOf(Result.Stale.class);
        needs.prepare(place.caseworker(), id, need, 1, prepared("Skulderna")).orThrow();
        assertThat(needs.preparing(place.caseworker(), id, need).byPerson()).isEmpty();
        assertThat(own.preparing(person, need).preparation().notTakeUp()).isEqualTo("Skulderna");
        var phone = phone();
        var path = PAGE + "/behov/" + need + "/forbered";
        assertThat(phone.post(path, Map.of("version", "1", "notTakeUp", "Det förra", "takeUp", "Vem ringer vem"))
                        .body())
                .contains("Något nytt har sparats", "Skulderna", "Det förra");
        var longText = "x".repeat(2001);
        assertThat(phone.post(path, Map.of("version", "2", "takeUp", longText)).body())
                .contains(longText, "Skriv högst");
        own.answer(person, need, 2, Need.Said.NO, "").orThrow();
        assertThat(phone.post(path, Map.of("version", "2", "takeUp", "Kvar här"))
                        .body())
                .contains("Du har sagt nej till planen", "Kvar här");
    }

    @Test
    void thePlanIsReadWithTheNextMeetingAndHowFarThePersonHasComeIsTheirsToSay() {
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        var goal = examples.goal(place, id, "Jobba halvtid i ett kök");
        examples.effort(place, id, "Samtal varje vecka", region);
        examples.meeting(place, id, "Rummet vid torget", region);
        var scaling = OwnPlan.ScalingId.create();
        for (int times = 0; times < 2; times++) {
            own.scale(person, goal, scaling, 3, "Det känns tungt").orThrow();
        }
        own.scale(person, goal, OwnPlan.ScalingId.create(), 5, "").orThrow();
        assertThat(own.see(person).goal(goal).orElseThrow().scalings())
                .extracting(Plan.Scaling::value, Plan.Scaling::by)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, Optional.empty()),
                        org.assertj.core.groups.Tuple.tuple(5, Optional.empty()));
        assertThat(phone().get(PAGE).body())
                .contains("Jobba halvtid i ett kök", "5 av 10", "Samtal varje vecka", "Rummet vid torget")
                .contains("Kallad " + region, "Har inte svarat än")
                .doesNotContain("hemlig@example.se");
    }

    @Test
    void theWholePlanIsReadByAreaOfLifeWithWhatGoesOnElsewhereAndNothingThatIsSomebodyElses() {
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        examples.goal(place, id, "Jobba halvtid i ett kök");
        var plan = examples.mine(place, id);
        examples.effort(place, id, plan, "Ringa ett kök", today.plusDays(7));
        var head = new Plan.Head(
                "Stina Samordnare", Optional.of(place.kommun()), Optional.of(region), "Min syster Sara", 0);
        plans.head(place.caseworker(), id, plan, head).orThrow();
        plans.write(place.caseworker(), id, plan, Plan.Part.WORKS, "Promenaderna", 0)
                .orThrow();
        plans.write(place.caseworker(), id, plan, Plan.Part.SUMMARY, "Inte uppläst än", 0)
                .orThrow();
        var story = new StoryExamples(beans);
        story.activity(place.caseworker(), id, Activity.Kind.HEALTH, "Sömnskola", today);
        story.activity(
                place.caseworker(),
                id,
                Activity.Kind.WORK,
                "Något som var",
                today.minusDays(9),
                Optional.of(today.minusDays(2)));
        story.job(place.caseworker(), id, "Provkrogen", today.plusDays(3));
        var other = caseExamples.started(place);
        story.activity(place.caseworker(), other, Activity.Kind.HEALTH, "Någon annans vård", today);
        new EffortExamples(beans).member(place.caseworker(), id, "Sara Syster");
        new EffortExamples(beans).member(place.caseworker(), other, "Någon annans syster");
        assertThat(phone().get(PAGE).body())
                .contains("Snart · Arbete", "Ringa ett kök", "Sömnskola", "Provkrogen", "Lagerarbete", "Jobb · Börjar")
                .contains("Här är inget bestämt just nu: Boende\u00a0· Ekonomi\u00a0· Människor omkring mig\u00a0·"
                        + " Fritid\u00a0· Studier.")
                .contains("Stina Samordnare", "Region Prov", "Min syster Sara", "Promenaderna", "Sara Syster")
                .doesNotContain("Något som var", "Någon annans", "Inte uppläst än");
    }

    @Test
    void whatBelongsToSomebodyElseDoesNotExist() {
        var other = caseExamples.started(place);
        var need = examples.wanted(place, other);
        var goal = examples.goal(place, other, "Någon annans mål");
        assertThatThrownBy(() -> own.answer(person, need, 2, Need.Said.NO, "")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.preparing(person, need)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.prepare(person, need, 0, prepared("x"))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.scale(person, goal, OwnPlan.ScalingId.create(), 1, ""))
                .isInstanceOf(NotFoundException.class);
        var handedOver = new Actor.Respondent(round, true);
        assertThatThrownBy(() -> own.see(handedOver)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> own.raise(handedOver, NeedId.create(), "x")).isInstanceOf(NotFoundException.class);
        var phone = phone();
        assertThatThrownBy(() -> areas.see(handedOver)).isInstanceOf(NotFoundException.class);
        for (var path : List.of("/behov/" + need + "/svar", "/behov/" + need + "/forbered", "/mal/" + goal)) {
            assertThat(phone.get(PAGE + path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void theDatabaseTakesWhatIsThePersonsFromThemAloneAndNothingInTheirNameFromOthers() {
        var need = examples.wanted(place, id);
        var goal = examples.goal(place, id, "Ett jobb");
        var answer = "insert into plan_answers (need_id, number, wanted, said_on, words, recorded_by, recorded_at)"
                + " values ('%s', %d, true, %s, '', %s, now())";
        var scaling = "insert into plan_scalings (id, goal_id, scaled_on, value, words, recorded_by, recorded_at)"
                + " values (gen_random_uuid(), '%s', cast(now() at time zone 'Europe/Stockholm' as date), 4, '', %s,"
                + " now())";
        var preparation = "insert into plan_preparations (need_id, urgent, take_up, not_take_up, comes, place, support,"
                + " saved_by, saved_at, version) values ('%s', '', '', '', '', '', '', %s, now(), 1)";
        var staff = "'" + place.caseworker().id() + "'";
        var stranger = new Actor.Respondent(caseExamples.baseline(place, caseExamples.started(place)), false);
        refused(stranger, answer.formatted(need, 2, "cast(now() at time zone 'Europe/Stockholm' as date)", "null"));
        refused(stranger, scaling.formatted(goal, "null"));
        refused(stranger, preparation.formatted(need, "null"));
        refused(
                place.caseworker(),
                answer.formatted(need, 2, "cast(now() at time zone 'Europe/Stockholm' as date)", "null"));
        refused(place.caseworker(), scaling.formatted(goal, "null"));
        refused(place.caseworker(), preparation.formatted(need, "null"));
        refused(place.lead(), answer.formatted(need, 2, "cast(now() at time zone 'Europe/Stockholm' as date)", staff));
        refused(person, answer.formatted(need, 2, "cast(now() at time zone 'Europe/Stockholm' as date)", staff));
        refused(person, answer.formatted(need, 2, "cast(now() at time zone 'Europe/Stockholm' as date) - 1", "null"));
        refused(person, scaling.formatted(goal, staff));
        refused(person, preparation.formatted(need, staff));
        run(person, answer.formatted(need, 2, "cast(now() at time zone 'Europe/Stockholm' as date)", "null"));
        run(person, scaling.formatted(goal, "null"));
        run(person, preparation.formatted(need, "null"));
        end();
        refused(person, answer.formatted(need, 3, "cast(now() at time zone 'Europe/Stockholm' as date)", "null"));
        refused(person, scaling.formatted(goal, "null"));
    }

    private void refused(Actor by, String sql) {
        assertThatThrownBy(() -> run(by, sql)).as("%s: %s", by, sql).hasStackTraceContaining("row-level security");
    }

    private void run(Actor by, String sql) {
        transactions.executeWithoutResult(_ -> {
            asking.by(by);
            application.sql(sql).update();
        });
    }

    @Test
    void nothingIsWrittenWhileTheCaseIsRestrictedOrWhenItHasEndedAndThePageSaysSo() {
        var need = examples.wanted(place, id);
        var goal = examples.goal(place, id, "Ett jobb");
        var phone = phone();
        restrictions.restrict(place.caseworker(), id, "Bestrids", today).orThrow();
        standsStill(phone, need, goal, "Du har bett att inget görs");
        restrictions.lift(place.caseworker(), id, "Utrett").orThrow();
        end();
        standsStill(phone(), need, goal, "Din tid här är slut");
        assertThat(own.see(person).needs()).hasSize(1);
    }

    private void standsStill(Visitor phone, NeedId need, GoalId goal, String why) {
        assertThat(phone.get(PAGE).body()).contains(why).doesNotContain(PAGE + "/behov");
        assertThat(own.raise(person, NeedId.create(), "Något")).isInstanceOf(Result.Stale.class);
        assertThat(own.answer(person, need, 2, Need.Said.NO, "")).isInstanceOf(Result.Stale.class);
        assertThat(own.prepare(person, need, 0, prepared("x"))).isInstanceOf(Result.Stale.class);
        assertThat(own.scale(person, goal, OwnPlan.ScalingId.create(), 1, "")).isInstanceOf(Result.Stale.class);
        assertThat(phone.post(PAGE + "/behov", Map.of("id", UUID.randomUUID().toString(), "what", "Mina ord"))
                        .body())
                .contains("Det går inte att skriva här just nu", "Mina ord");
    }

    @Test
    void theOwnPageTellsThatSomebodyHasSeenANeed() {
        var phone = phone();
        assertThat(phone.get("/svara/min-sida").body()).contains(PAGE).doesNotContain("Vill du ha en gemensam plan?");
        examples.seen(place, id, "Tiderna krockar");
        assertThat(phone.get("/svara/min-sida").body()).contains("Vill du ha en gemensam plan?");
    }

    @Test
    void itAllWorksOnASmallPhoneWithoutScriptAndIsAccessibleInSwedishAndArabic() {
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        examples.seen(place, id, "Vården och kommunen planerar var för sig");
        var goal = examples.goal(place, id, "Jobba halvtid i ett kök");
        examples.effort(place, id, "Samtal varje vecka om hur det går på arbetsträningen", region);
        examples.meeting(place, id, "Rummet vid torget", region, place.kommun());
        own.scale(person, goal, OwnPlan.ScalingId.create(), 3, "Det känns tungt")
                .orThrow();
        own.scale(person, goal, OwnPlan.ScalingId.create(), 6, "").orThrow();
        ownPhone().browse(Window.SMALL_PHONE.withoutScript(), page -> {
            page.navigate("/svara/min-sida");
            page.locator(".own-to-do a.button").first().click();
            page.locator(".own-need a.button").first().click();
            page.locator("input[value=YES]").check();
            page.locator("main form[action$=svar] button[type=submit]").click();
            assertThat(page.locator("[role=status]").innerText()).contains("Ditt ja är sparat");
            page.locator("a[href$=forbered]").click();
            page.locator("#notTakeUp").fill("Det som hände i våras");
            page.locator("main form[action$=forbered] button[type=submit]").click();
            page.locator("a[href$=behov]").click();
            page.locator("#what").fill("Jag får berätta allt igen");
            page.locator("main form[action$=behov] button[type=submit]").click();
            assertThat(page.url()).endsWith("/svar");
        });
        var need = own.see(person).answered().getFirst().id();
        ownPhone().browse(Window.SMALL_PHONE, page -> {
            for (var language : List.of("sv", "ar")) {
                page.navigate(PAGE + "?lang=" + language);
                page.locator("details").all().forEach(details -> details.evaluate("it => it.open = true"));
                Chromium.picture(page, "own-plan-" + language);
                Chromium.assertAccessible(page, "own plan in " + language);
                for (var path :
                        List.of("/behov", "/behov/" + need + "/svar", "/behov/" + need + "/forbered", "/mal/" + goal)) {
                    page.navigate(PAGE + path);
                    Chromium.picture(
                            page,
                            "own-plan-" + language
                                    + path.replaceAll("[0-9a-f-]{36}", "x").replace('/', '-'));
                    Chromium.assertAccessible(page, path + " in " + language);
                }
            }
        });
    }

    @Test
    void aVersionAndAReplyAreAPressAwayWithoutScriptAndTheWholePlanIsAccessibleInSwedishAndArabic() {
        var plan = aWholePlan();
        var version = "/versioner/" + plan + "/1";
        var reply = "/mote/" + own.see(person).next().orElseThrow().id() + "/svar";
        ownPhone().browse(Window.PHONE, page -> {
            for (var language : List.of("sv", "ar")) {
                for (var path : List.of("", version, reply)) {
                    page.navigate(PAGE + path + "?lang=" + language);
                    page.locator("details").all().forEach(details -> details.evaluate("it => it.open = true"));
                    Chromium.picture(
                            page,
                            "own-whole-plan-" + language
                                    + path.replaceAll("[0-9a-f-]{36}", "x").replace('/', '-'));
                    Chromium.assertAccessible(page, path + " in " + language);
                }
            }
        });
        ownPhone().browse(Window.SMALL_PHONE.withoutScript(), page -> {
            page.navigate(PAGE);
            page.locator("a[href$='" + version + "'].button").click();
            page.locator("main form[action$='/1'] button").click();
            assertThat(page.locator("[role=status]").innerText()).contains("du står bakom den");
            Chromium.picture(page, "own-whole-plan-signed");
            page.navigate(PAGE);
            page.locator("a[href$='" + reply + "']").first().click();
            page.locator("input[value=OTHER_TIME]").check();
            page.locator("#words").fill("Helst på förmiddagen");
            page.locator("main form[action$=svar] button[type=submit]").click();
            assertThat(page.locator("[role=status]").innerText()).contains("du behöver en annan tid");
            Chromium.assertFits(page, "the whole plan at 320 pixels");
            Chromium.picture(page, "own-whole-plan-replied");
        });
    }

    /** One with something everywhere, settled once, and a meeting ahead. */
    private PlanId aWholePlan() {
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        var goal = examples.goal(place, id, "Jobba halvtid i ett kök");
        var plan = examples.mine(place, id);
        own.scale(person, goal, OwnPlan.ScalingId.create(), 6, "").orThrow();
        examples.effort(place, id, plan, "Ringa köket på torget", today.plusDays(7));
        examples.effort(place, id, "Samtal varje vecka om hur det går på arbetsträningen", region);
        examples.meeting(place, id, "Rummet vid torget", region, place.kommun());
        var story = new StoryExamples(beans);
        story.activity(place.caseworker(), id, Activity.Kind.HEALTH, "Sömnskola på vårdcentralen", today);
        story.job(place.caseworker(), id, "Provkrogen", today.plusDays(3));
        new EffortExamples(beans).member(place.caseworker(), id, "Sara Syster");
        var head = new Plan.Head(
                "Stina Samordnare", Optional.of(place.kommun()), Optional.of(region), "Min syster Sara", 0);
        plans.head(place.caseworker(), id, plan, head).orThrow();
        for (var part : List.of(Plan.Part.WANTS, Plan.Part.WORKS, Plan.Part.BY_OTHERS, Plan.Part.SUMMARY)) {
            plans.write(
                            place.caseworker(),
                            id,
                            plan,
                            part,
                            "Att alla vet vem som gör vad, och att jag slipper berätta igen.",
                            0)
                    .orThrow();
        }
        documents.settle(place.caseworker(), id, plan, 1, Optional.empty()).orThrow();
        return plan;
    }
}
