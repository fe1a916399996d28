package se.framsteg.plan.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.assessment.CaseExamples;
import se.framsteg.cases.restriction.Restrictions;
import se.framsteg.home.ToDo;
import se.framsteg.plan.EffortExamples;
import se.framsteg.plan.EffortId;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.Plan;
import se.framsteg.plan.Plans;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/** What was agreed on is ticked from the case page, and waits on the to-do list when its day has passed. */
@FramstegTest
class FollowedUpTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    Plans plans;

    @Autowired
    FollowUpToDos toDos;

    @Autowired
    OwnerSql owner;

    @LocalServerPort
    int port;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;
    private CaseId id;
    private EffortExamples examples;

    @BeforeEach
    void aStartedCase() {
        place = world.place();
        id = world.aCase(place).started();
        examples = new EffortExamples(beans);
    }

    private EffortId effort(String what, LocalDate due) {
        return examples.effort(place.caseworker(), id, LifeArea.WORK, what, Optional.of(due));
    }

    private Visitor visitor(Actor.Staff who) {
        return new Visitor(port).signIn(world.email(who));
    }

    private Plan plan() {
        return plans.see(place.caseworker(), id).open().orElseThrow();
    }

    private Plan.Effort.State state() {
        return plan().efforts().getFirst().state();
    }

    @Test
    void anEffortIsTickedWithOnePressOnTheCasePageAndTheTickIsTakenBack() {
        var effort = effort("Ringa bageriet", today.minusDays(1));
        var visitor = visitor(place.caseworker());
        var path = "/cases/%s/plan/%s/efforts/%s/state?back=case".formatted(id, plan().id(), effort);
        assertThat(visitor.get("/cases/" + id).body())
                .contains("Det ni har kommit överens om", "Ringa bageriet", "Dagen har gått", path);
        var pressed = visitor.post(path, Map.of("state", "DONE"));
        assertThat(pressed.headers().firstValue("Location").orElseThrow()).endsWith("/cases/" + id + "#ticks");
        assertThat(state()).isEqualTo(Plan.Effort.State.DONE);
        assertThat(visitor.get("/cases/" + id).body()).contains("Ringa bageriet", "Ångra");
        visitor.post(path, Map.of("state", "PLANNED"));
        assertThat(state()).isEqualTo(Plan.Effort.State.PLANNED);
        assertThat(visitor.post(path, Map.of("state", "PERHAPS")).statusCode()).isEqualTo(404);
        assertThat(visitor(place.otherCaseworker())
                        .post(path, Map.of("state", "DONE"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(state()).isEqualTo(Plan.Effort.State.PLANNED);
    }

    @Test
    void whatWasTickedAnEarlierDayIsGoneFromTheCasePage() {
        examples.mark(place.caseworker(), id, effort("Gjort i går", today), Plan.Effort.State.DONE);
        assertThat(visitor(place.caseworker()).get("/cases/" + id).body()).contains("Gjort i går");
        owner.sql("update plan_efforts set state_on = state_on - 1 where what = 'Gjort i går'")
                .update();
        assertThat(visitor(place.caseworker()).get("/cases/" + id).body()).doesNotContain("Gjort i går");
    }

    @Test
    void whatIsPlannedEndsWithTheCaseAndCanNoLongerBeTicked() {
        var effort = effort("Ringa bageriet", today);
        var plan = plan().id();
        new CaseExamples(beans).end(place, id);
        var ended = plans.see(place.caseworker(), id).ended().getFirst();
        assertThat(ended.end().orElseThrow().reason()).isEqualTo(Plan.EndReason.CASE_ENDED);
        var visitor = visitor(place.caseworker());
        visitor.post(
                "/cases/%s/plan/%s/efforts/%s/state?back=case".formatted(id, plan, effort), Map.of("state", "DONE"));
        assertThat(visitor.get("/cases/" + id).body())
                .contains("Inget är ändrat.")
                .doesNotContain("Det ni har kommit överens om");
        assertThat(plans.see(place.caseworker(), id)
                        .ended()
                        .getFirst()
                        .efforts()
                        .getFirst()
                        .state())
                .isEqualTo(Plan.Effort.State.PLANNED);
    }

    private List<String> waiting(Actor.Staff who) {
        return toDos.toDo(who).stream().map(ToDo::textKey).toList();
    }

    @Test
    void aMissedDayAndAPlanThatNobodyHasSetADayForWaitForTheCaseworker() {
        var effort = effort("Ringa bageriet", today);
        assertThat(waiting(place.caseworker())).as("the day has not passed").isEmpty();
        owner.sql("update plan_efforts set due_on = due_on - 1 where id = ?")
                .param(effort.value())
                .update();
        assertThat(waiting(place.caseworker())).containsExactly("to-do.plan.effort");
        assertThat(waiting(place.lead())).as("the caseworker does it").isEmpty();
        examples.mark(place.caseworker(), id, effort, Plan.Effort.State.NOT_DONE);
        assertThat(waiting(place.caseworker())).as("told of").isEmpty();

        owner.sql("update plans set started_on = :day where id = :plan")
                .param("day", today.minusMonths(FollowUpToDos.MONTHS))
                .param("plan", plan().id().value())
                .update();
        assertThat(waiting(place.caseworker())).containsExactly("to-do.plan.meeting");
        meeting(today.minusDays(2), "HELD");
        assertThat(waiting(place.caseworker())).as("just met").isEmpty();
        owner.sql("delete from plan_meetings where plan_id = ?")
                .param(plan().id().value())
                .update();
        meeting(today.minusMonths(FollowUpToDos.MONTHS), "HELD");
        assertThat(waiting(place.caseworker())).containsExactly("to-do.plan.meeting");
        meeting(today.plusDays(30), "PLANNED");
        assertThat(waiting(place.caseworker())).as("a day is set").isEmpty();
    }

    private void meeting(LocalDate day, String state) {
        Meetings.add(owner, plan().id(), place.caseworker().id(), "FOLLOW_UP", day, state);
    }

    @Test
    void nobodyIsAskedToFollowUpWhileTheCaseIsRestricted() {
        var effort = effort("Ringa bageriet", today);
        owner.sql("update plan_efforts set due_on = due_on - 1 where id = ?")
                .param(effort.value())
                .update();
        beans.getBean(Restrictions.class)
                .restrict(place.caseworker(), id, "Bestrids", today)
                .orThrow();
        assertThat(waiting(place.caseworker())).isEmpty();
        assertThat(visitor(place.caseworker()).get("/cases/" + id).body())
                .contains("Ringa bageriet")
                .doesNotContain("/state?back=case");
    }
}
