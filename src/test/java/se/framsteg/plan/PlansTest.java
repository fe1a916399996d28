package se.framsteg.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.cases.CaseStep;
import se.framsteg.cases.Cases;
import se.framsteg.cases.EndReason;
import se.framsteg.cases.Livelihood;
import se.framsteg.cases.Outcome;
import se.framsteg.cases.Result;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** What a joint plan holds, and who writes in it. */
@FramstegTest
class PlansTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Plans plans;

    @Autowired
    Needs needs;

    @Autowired
    Cases cases;

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
    private PlanExamples examples;
    private PlanId plan;

    @BeforeEach
    void aPlan() {
        place = world.place();
        id = world.aCase(place).started();
        examples = new PlanExamples(beans);
        plan = examples.open(place, id);
    }

    private Plan saved() {
        return plans.see(place.caseworker(), id).plan(plan);
    }

    private Result<Integer> write(Actor.Staff actor, String text, int version) {
        return plans.write(actor, id, plan, Plan.Part.WANTS, text, version);
    }

    @Test
    void aPlanBeginsWithThePersonsYesAndACaseHasOneAtATime() {
        assertThat(plans.begin(place.caseworker(), id, PlanId.create(), Plan.Kind.MY_PLAN, Optional.empty()))
                .isInstanceOf(Result.Stale.class);
        assertThat(plans.begin(place.caseworker(), id, plan, Plan.Kind.SIP, saved().need()))
                .as("the same form once more")
                .isEqualTo(new Result.Done<>(plan));
        var other = world.aCase(place).started();
        var refused = Result.<PlanId>refused("", "plan.begin.not-wanted");
        assertThat(plans.begin(place.caseworker(), other, PlanId.create(), Plan.Kind.SIP, Optional.empty()))
                .isEqualTo(refused);
        var seen = examples.seen(place, other, "Ingen vet vem som gör vad");
        assertThat(plans.begin(place.caseworker(), other, PlanId.create(), Plan.Kind.SIP, Optional.of(seen)))
                .as("not asked yet")
                .isEqualTo(refused);
        assertThatThrownBy(() -> plans.begin(place.caseworker(), id, PlanId.create(), Plan.Kind.SIP, Optional.of(seen)))
                .as("a need of another case")
                .isInstanceOf(NotFoundException.class);
        plans.end(place.caseworker(), id, plan, Plan.EndReason.GOALS_MET).orThrow();
        plans.begin(place.caseworker(), id, PlanId.create(), Plan.Kind.MY_PLAN, Optional.empty())
                .orThrow();
        assertThat(plans.see(place.lead(), id).ended()).hasSize(1);
    }

    @Test
    void aNeedWaitsForAPlanUntilOneHasEndedSinceThePersonSaidYes() {
        var need = saved().need().orElseThrow();
        assertThat(waiting(need)).as("its plan is open").isFalse();
        assertThat(preparing(need)).isTrue();
        plans.end(place.caseworker(), id, plan, Plan.EndReason.GOALS_MET).orThrow();
        assertThat(waiting(need)).as("its plan has ended").isFalse();
        assertThat(preparing(need)).isFalse();
        assertThat(plans.begin(place.caseworker(), id, PlanId.create(), Plan.Kind.SIP, Optional.of(need)))
                .as("nor does the door begin one")
                .isEqualTo(Result.refused("", "plan.begin.not-wanted"));
        assertThat(waiting(examples.seen(place, id, "Nytt"))).as("not asked").isFalse();
        owner.sql("update plans set started_on = started_on - 1, ended_on = ended_on - 1 where id = ?")
                .param(plan.value())
                .update();
        assertThat(waiting(examples.wanted(place, id)))
                .as("wanted since it ended")
                .isTrue();
    }

    private boolean waiting(NeedId id) {
        var view = plans.see(place.caseworker(), this.id);
        return view.waits(need(view, id));
    }

    private boolean preparing(NeedId id) {
        var view = plans.see(place.caseworker(), this.id);
        return view.prepares(need(view, id));
    }

    private static Need need(Plans.View view, NeedId id) {
        return view.needs().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void kommunOrRegionHasTheOverallResponsibilityForASip() {
        var region = world.organisation(place.association(), "Region Prov", OrganisationKind.REGION);
        var fk = world.organisation(place.association(), "Försäkringskassan Prov", OrganisationKind.FK);
        var view = plans.see(place.caseworker(), id);
        assertThat(view.overall(saved()).keySet())
                .contains(region, place.kommun())
                .doesNotContain(fk);
        plans.head(place.caseworker(), id, plan, new Plan.Head("", Optional.empty(), Optional.of(fk), "", 0))
                .orThrow();
        assertThat(plans.see(place.caseworker(), id).overall(saved()).keySet())
                .as("whoever has it is not lost")
                .contains(fk);
    }

    @Test
    void nothingIsToBeDoneOnADayThatHasBeen() {
        var past = Result.<EffortId>refused("due", "plan.effort.due.past");
        assertThat(plans.addEffort(place.caseworker(), id, plan, EffortId.create(), ringing(today.minusDays(1))))
                .isEqualTo(past);
        var effort = examples.effort(place, id, plan, "Ringa", today.minusDays(3));
        assertThat(plans.changeEffort(place.caseworker(), id, plan, effort, 1, ringing(today.minusDays(1))))
                .isEqualTo(past);
        plans.changeEffort(place.caseworker(), id, plan, effort, 1, ringing(today.minusDays(3)))
                .orThrow();
        assertThat(saved().effort(effort).what())
                .as("what was late already can be changed")
                .isEqualTo("Ringa läkaren");
        var form = Map.of("id", EffortId.create().toString(), "what", "Ringa", "byWhom", "PERSON", "due", "2020-01-01");
        assertThat(new Visitor(port)
                        .signIn(world.email(place.caseworker()))
                        .post("/cases/" + id + "/plan/" + plan + "/efforts/new", form)
                        .body())
                .contains("Välj en dag som inte har varit.", "2020-01-01");
    }

    private static Plan.Effort.Written ringing(LocalDate due) {
        return new Plan.Effort.Written(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Ringa läkaren",
                new Plan.Responsible(Plan.ByWhom.PERSON, Optional.empty(), ""),
                Optional.of(due));
    }

    @Test
    void nothingIsWrittenInAPlanThatEndsInTheSameMoment() throws Exception {
        var written = new Plan.Goal.Written(Plan.Term.LONG, Optional.empty(), "Orka hela veckan");
        try (var other = Executors.newSingleThreadExecutor()) {
            var adding = transactions.execute(_ -> {
                asking.by(place.caseworker());
                application
                        .sql("update plans set ended_on = started_on, end_reason = 'NO_NEED', ended_by = ? where id"
                                + " = ?")
                        .params(place.caseworker().id().value(), plan.value())
                        .update();
                var waiting = other.submit(() -> plans.addGoal(place.lead(), id, plan, GoalId.create(), written));
                await().until(() -> waiting.isDone() || somebodyWaits());
                return waiting;
            });
            assertThat(adding.get()).isInstanceOf(Result.Stale.class);
        }
        assertThat(saved().goals()).isEmpty();
    }

    private boolean somebodyWaits() {
        return owner.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    @Test
    void nobodyWritesInAPlanInAnothersNameNorMovesAnythingToAnotherPlan() {
        var goal = examples.goal(place, id, plan, "Orka hela veckan");
        var otherCase = world.aCase(place).started();
        var other = examples.open(place, otherCase);
        var lead = place.lead().id().value();
        for (var sql : List.of(
                "insert into plan_texts values ('%s', 'SUMMARY', 'x', 1, '%s', now())".formatted(plan, lead),
                "update plan_goals set words = 'x', saved_by = '%s' where id = '%s'".formatted(lead, goal))) {
            assertThatThrownBy(() -> asCaseworker(sql)).hasStackTraceContaining("row-level security");
        }
        assertThatThrownBy(() ->
                        asCaseworker("update plan_goals set plan_id = '%s' where id = '%s'".formatted(other, goal)))
                .hasStackTraceContaining("permission denied");
        var effort = examples.effort(place, otherCase, other, "Ringa", today);
        assertThatThrownBy(() ->
                        asCaseworker("update plan_efforts set goal_id = '%s' where id = '%s'".formatted(goal, effort)))
                .hasStackTraceContaining("plan_efforts_goal_of_plan");
    }

    private void asCaseworker(String sql) {
        transactions.executeWithoutResult(_ -> {
            asking.by(place.caseworker());
            application.sql(sql).update();
        });
    }

    @Test
    void twoWhoWriteTheSameTextAtOnceNeverOverwriteEachOther() throws Exception {
        assertThat(write(place.caseworker(), "Först", 0)).isEqualTo(new Result.Done<>(1));
        assertThat(write(place.caseworker(), "Först", 0))
                .as("the same once more")
                .isEqualTo(new Result.Done<>(1));
        try (var two = Executors.newFixedThreadPool(2)) {
            List<Callable<Result<Integer>>> both =
                    List.of(() -> write(place.caseworker(), "Den ena", 1), () -> write(place.lead(), "Den andra", 1));
            var results =
                    two.invokeAll(both).stream().map(one -> one.resultNow()).toList();
            assertThat(results).hasOnlyElementsOfTypes(Result.Done.class, Result.Stale.class);
            assertThat(results).filteredOn(Result.Done.class::isInstance).hasSize(1);
        }
        assertThat(saved().text(Plan.Part.WANTS).version()).isEqualTo(2);
        var lead = new Visitor(port).signIn(world.email(place.lead()));
        var path = "/cases/" + id + "/plan/" + plan + "/texts/WANTS";
        assertThat(lead.post(path, Map.of("version", "1", "WANTS", "Det tredje"))
                        .body())
                .contains("Det tredje", saved().text(Plan.Part.WANTS).text());
        assertThat(lead.post(path + "/autosave", Map.of("version", "1", "WANTS", "Det tredje"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(lead.post(path + "/autosave", Map.of("version", "2", "WANTS", "x".repeat(50_000)))
                        .body())
                .contains("50");
        assertThat(saved().text(Plan.Part.WANTS).version()).isEqualTo(2);
    }

    @Test
    void anEffortAlwaysHasSomebodyWhoAnswersForIt() {
        var visitor = new Visitor(port).signIn(world.email(place.caseworker()));
        var path = "/cases/" + id + "/plan/" + plan + "/efforts/new";
        var form = Map.of("id", EffortId.create().toString(), "what", "Ringa läkaren");
        assertThat(visitor.post(path, form).body()).contains("Ringa läkaren", "Välj vem som ansvarar");
        var organisation =
                Map.of("id", EffortId.create().toString(), "what", "Ringa läkaren", "byWhom", "ORGANISATION");
        assertThat(visitor.post(path, organisation).body()).contains("Välj vilken organisation");
        var other = Map.of("id", EffortId.create().toString(), "what", "Ringa läkaren", "byWhom", "OTHER");
        assertThat(visitor.post(path, other).body()).contains("Skriv vem som ansvarar");
        assertThat(saved().efforts()).isEmpty();
        assertThatThrownBy(() -> plans.addEffort(
                        place.caseworker(),
                        id,
                        plan,
                        EffortId.create(),
                        by(Plan.ByWhom.ORGANISATION, Optional.of(OrganisationId.create()), "")))
                .as("an organisation of nowhere")
                .isInstanceOf(NotFoundException.class);
        plans.addEffort(
                        place.caseworker(),
                        id,
                        plan,
                        EffortId.create(),
                        by(Plan.ByWhom.ORGANISATION, Optional.of(place.kommun()), "Bo Endestöd"))
                .orThrow();
        assertThat(saved().efforts())
                .singleElement()
                .satisfies(one -> assertThat(one.responsible().name()).isEqualTo("Bo Endestöd"));
    }

    private static Plan.Effort.Written by(Plan.ByWhom whom, Optional<OrganisationId> organisation, String name) {
        return new Plan.Effort.Written(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "Ringa läkaren",
                new Plan.Responsible(whom, organisation, name),
                Optional.empty());
    }

    @Test
    void goalsAndEffortsAreMarkedInOnePressAndBackAgain() {
        var goal = examples.goal(place, id, plan, "Orka hela veckan");
        var effort = examples.effort(place, id, plan, "Ringa läkaren", today.minusDays(1));
        assertThat(plans.see(place.caseworker(), id).isLate(saved().effort(effort)))
                .isTrue();
        plans.markEffort(place.caseworker(), id, plan, effort, Plan.Effort.State.DONE)
                .orThrow();
        assertThat(plans.see(place.caseworker(), id).isLate(saved().effort(effort)))
                .isFalse();
        plans.markEffort(place.lead(), id, plan, effort, Plan.Effort.State.PLANNED)
                .orThrow();
        plans.markGoal(place.caseworker(), id, plan, goal, Plan.Goal.State.REACHED)
                .orThrow();
        assertThat(saved().goal(goal).state()).isEqualTo(Plan.Goal.State.REACHED);
        assertThat(saved().effort(effort).state()).isEqualTo(Plan.Effort.State.PLANNED);
    }

    @Test
    void howFarThePersonHasComeIsKeptAsTheySaidIt() {
        var goal = examples.goal(place, id, plan, "Orka hela veckan");
        var first = GoalId.create();
        plans.scale(place.caseworker(), id, plan, goal, first, today.minusDays(2), 3, "Sover bättre")
                .orThrow();
        plans.scale(place.caseworker(), id, plan, goal, first, today.minusDays(2), 3, "Sover bättre")
                .orThrow();
        plans.scale(place.lead(), id, plan, goal, GoalId.create(), today, 5, "").orThrow();
        assertThat(saved().goal(goal).scalings())
                .extracting(Plan.Scaling::value)
                .containsExactly(3, 5);
        assertThat(plans.scale(place.caseworker(), id, plan, goal, first, today.minusDays(2), 7, "Sover bättre"))
                .as("the same form with another number")
                .isInstanceOf(Result.Stale.class);
        assertThat(plans.scale(place.caseworker(), id, plan, goal, GoalId.create(), today.plusDays(1), 9, ""))
                .isEqualTo(Result.refused("on", "plan.day.future"));
        assertThatThrownBy(
                        () -> owner.sql("update plan_scalings set value = 10").update())
                .hasStackTraceContaining("as they said it");
    }

    @Test
    void whatIsTakenAwayIsGoneFromThePlanAndAChangeMeanwhileIsTold() {
        var goal = examples.goal(place, id, plan, "Orka hela veckan");
        var written = new Plan.Goal.Written(Plan.Term.LONG, Optional.empty(), "Orka halva veckan");
        assertThat(plans.addGoal(place.caseworker(), id, plan, goal, written))
                .as("the same form with other words")
                .isInstanceOf(Result.Stale.class);
        plans.changeGoal(place.caseworker(), id, plan, goal, 1, written).orThrow();
        assertThat(plans.removeGoal(place.lead(), id, plan, goal, 1)).isInstanceOf(Result.Stale.class);
        plans.removeGoal(place.lead(), id, plan, goal, 2).orThrow();
        assertThat(saved().goals()).isEmpty();
        assertThatThrownBy(() -> plans.changeGoal(place.caseworker(), id, plan, goal, 3, written))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void aPlanEndsWithItsCaseAndNothingMoreIsWrittenInIt() {
        var effort = examples.effort(place, id, plan, "Ringa läkaren", today);
        var ending = new CaseStep.Ending(EndReason.OWN_WISH, Outcome.OTHER);
        cases.change(
                        place.caseworker(),
                        id,
                        cases.see(place.caseworker(), id).version(),
                        CaseStep.end(today, ending, Livelihood.UNKNOWN))
                .orThrow();
        assertThat(saved().end()).contains(new Plan.End(today, Plan.EndReason.CASE_ENDED));
        assertThat(write(place.caseworker(), "Efteråt", 0)).isInstanceOf(Result.Stale.class);
        assertThat(plans.markEffort(place.caseworker(), id, plan, effort, Plan.Effort.State.DONE))
                .isInstanceOf(Result.Stale.class);
    }

    @Test
    void whoeverDoesNotHaveTheCaseSeesNothingOfItsPlanAndChangesNothing() {
        examples.goal(place, id, plan, "Orka hela veckan");
        examples.effort(place, id, plan, "Ringa läkaren", today);
        write(place.caseworker(), "Hjälp", 0);
        assertThat(rows(place.caseworker())).containsExactly(1, 1, 1, 1);
        assertThat(rows(place.lead())).containsExactly(1, 1, 1, 1);
        assertThat(rows(place.otherCaseworker())).containsExactly(0, 0, 0, 0);
        assertThat(rows(place.officer())).containsExactly(0, 0, 0, 0);
        assertThatThrownBy(() -> write(place.otherCaseworker(), "Hjälp", 1)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> transactions.executeWithoutResult(_ -> {
                    asking.by(place.otherCaseworker());
                    application
                            .sql("insert into plan_texts values (?, 'SUMMARY', 'x', 1, ?, now())")
                            .params(plan.value(), place.otherCaseworker().id().value())
                            .update();
                }))
                .hasStackTraceContaining("row-level security");
    }

    private List<Integer> rows(Actor.Staff actor) {
        return transactions.execute(_ -> {
            asking.by(actor);
            return List.of("plans", "plan_texts", "plan_goals", "plan_efforts").stream()
                    .map(table -> application
                            .sql("select count(*) from " + table)
                            .query(Integer.class)
                            .single())
                    .toList();
        });
    }
}
