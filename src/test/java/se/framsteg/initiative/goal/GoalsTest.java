package se.framsteg.initiative.goal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.initiative.AffairsExamples;
import se.framsteg.initiative.implementation.ImplementationPlan;
import se.framsteg.initiative.implementation.ImplementationStep.Change;
import se.framsteg.initiative.implementation.ImplementationStep.State;
import se.framsteg.initiative.implementation.StepStateId;
import se.framsteg.initiative.official.Officials;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** What an initiative is to reach, and the steps towards ordinary work: what is told wrong, and what stands. */
@FramstegTest
class GoalsTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Goals goals;

    @Autowired
    Officials officials;

    @Autowired
    ImplementationPlan plan;

    @Autowired
    JdbcClient application;

    @Autowired
    OwnerSql owner;

    @Autowired
    Asking asking;

    @Autowired
    TransactionTemplate transactions;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private AffairsExamples affairs;

    @BeforeEach
    void begin() {
        place = world.place();
        affairs = new AffairsExamples(beans);
    }

    private <T> T as(Actor who, Supplier<T> work) {
        return transactions.execute(_ -> {
            asking.by(who);
            return work.get();
        });
    }

    private static Goal.Result result(int value, LocalDate on) {
        return new Goal.Result(GoalResultId.create(), on, Optional.of(BigDecimal.valueOf(value)), "");
    }

    @Test
    void aShareOfMoreThanHundredIsToldPlainlyAndNothingTypedIsLost() {
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        var path = "/initiatives/%s/goals/new?measure=ONWARD".formatted(place.initiative());
        assertThat(visitor.get(path).body()).contains("Vad räknas som att gå vidare?");
        var id = UUID.randomUUID().toString();
        var wrong =
                visitor.post(path, Map.of("id", id, "position", "1", "text", "De flesta vidare", "target", "140 %"));
        assertThat(wrong.body())
                .contains(
                        "En andel kan vara högst 100 procent.",
                        "Välj minst ett som räknas.",
                        "De flesta vidare",
                        "140 %");
        visitor.post(
                path,
                Map.of("id", id, "position", "1", "text", "De flesta vidare", "target", "40 %", "outcomes", "WORK"));
        assertThat(goals.see(place.officer(), place.initiative()).goals())
                .extracting(goal -> goal.target().orElseThrow().intValueExact(), Goal::outcomes)
                .containsExactly(tuple(40, Set.of(Goal.Onward.WORK)));
        var beyond = new Goal.Written(
                1, "Mer än alla", Optional.of(BigDecimal.valueOf(140)), "", Set.of(), Optional.empty());
        assertThatThrownBy(
                        () -> goals.add(place.lead(), place.initiative(), GoalId.create(), Goal.Measure.USEFUL, beyond))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void typedResultsAreNeverChangedAndTheLatestDayCounts() {
        var goal = affairs.goal(place);
        goals.reached(place.lead(), place.initiative(), goal, result(2, today.minusDays(3)));
        goals.reached(place.officer(), place.initiative(), goal, result(1, today.minusDays(3)));
        goals.reached(place.lead(), place.initiative(), goal, result(9, today.minusDays(30)));
        var one = goals.see(place.lead(), place.initiative(), goal);
        assertThat(one.goal().latest().orElseThrow().value()).contains(new BigDecimal("1.0"));
        assertThat(one.results()).hasSize(3);
        assertThatThrownBy(() -> as(
                        place.lead(),
                        () -> application
                                .sql("update initiative_goal_results set value = 5")
                                .update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        var counted = affairs.goal(place, Goal.Measure.PARTICIPANTS, 25);
        assertThatThrownBy(() -> goals.reached(place.lead(), place.initiative(), counted, result(25, today)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWithdrawnGoalIsKeptAndStandsAndOtherRoomsDoNotSeeIt() {
        var goal = affairs.goal(place);
        goals.withdraw(place.lead(), place.initiative(), goal, "Nämnden har ändrat sig", 0);
        var view = goals.see(place.officer(), place.initiative());
        assertThat(view.goals()).isEmpty();
        assertThat(view.withdrawn())
                .extracting(one -> one.withdrawn().orElseThrow().reason())
                .containsExactly("Nämnden har ändrat sig");
        assertThat(as(place.lead(), () -> goals.of(place.initiative(), today))).isEmpty();
        assertThatThrownBy(() -> goals.changeable(place.lead(), place.initiative(), goal))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> owner.sql("update initiative_goals set text = 'Ett annat' where id = ?")
                        .param(goal.value())
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void ofTwoWhoChangeTheSameTheSecondIsToldAndSeesBoth() {
        var goal = affairs.goal(place);
        var first = new Visitor(port).signIn(world.email(place.lead()));
        var path = "/initiatives/%s/goals/%s/edit".formatted(place.initiative(), goal);
        first.post(path, Map.of("version", "0", "position", "1", "text", "Den förstas ord", "unit", "beslut"));
        var second =
                first.post(path, Map.of("version", "0", "position", "1", "text", "Den andras ord", "unit", "beslut"));
        assertThat(second.body()).contains("Den förstas ord", "Den andras ord");
        var official = affairs.official(place);
        officials.remove(place.lead(), place.initiative(), official, 0);
        assertThatThrownBy(() -> officials.remove(place.lead(), place.initiative(), official, 0))
                .isInstanceOf(NotFoundException.class);
        assertThat(owner.sql("select name from initiative_officials where id = ?")
                        .param(official.value())
                        .query(String.class)
                        .single())
                .as("nor is the name kept")
                .isEmpty();
        var step = affairs.step(place);
        assertThatThrownBy(() -> plan.remove(place.lead(), place.initiative(), step, 7))
                .isInstanceOf(ChangedMeanwhileException.class);
    }

    @Test
    void howFarAStepHasComeIsKeptAndNeverGoesBackInTime() {
        var step = affairs.step(place);
        var begun = new Change(StepStateId.create(), State.UNDER_WAY, today.minusDays(20), "Påbörjat");
        plan.move(place.lead(), place.initiative(), step, begun);
        plan.move(place.lead(), place.initiative(), step, begun);
        plan.move(
                place.officer(),
                place.initiative(),
                step,
                new Change(StepStateId.create(), State.DONE, today.minusDays(2), ""));
        var seen = plan.see(place.administrator(), place.initiative(), step).step();
        assertThat(seen.state()).isEqualTo(State.DONE);
        assertThat(seen.changes()).extracting(Change::state).containsExactly(State.DONE, State.UNDER_WAY);
        var visitor = new Visitor(port).signIn(world.email(place.lead()));
        var early = visitor.post(
                "/initiatives/%s/steps/%s/state".formatted(place.initiative(), step),
                Map.of(
                        "changeId", UUID.randomUUID().toString(),
                        "state", "PLANNED",
                        "on", today.minusDays(10).toString()));
        assertThat(early.body()).contains("Skriv den dagen eller en senare.");
    }
}
