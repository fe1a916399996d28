package se.framsteg.plan.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.plan.EffortExamples;
import se.framsteg.plan.PlanId;
import se.framsteg.plan.followup.PlanFollowUp.Measure;
import se.framsteg.plan.followup.PlanFollowUp.Outcome;
import se.framsteg.plan.followup.PlanFollowUp.Part;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.Quarter;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.PlanExamples;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.Visitor;
import se.framsteg.testing.World;

/**
 * A population small enough to count by hand: eight women and six men with a plan each, one of the men with protected identity whom the
 * lead is not named for.
 */
@FramstegTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanFollowUpTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    PlanFollowUps followUps;

    @Autowired
    OwnerSql owner;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private World.Place place;
    /** A lead who is named for somebody with protected identity too. */
    private Actor.Staff whole;

    private Quarter quarter;
    private LocalDate seen;

    @BeforeAll
    void aPopulation() {
        place = world.place();
        quarter = Quarter.of(LocalDate.now(clock)).minus(1);
        seen = quarter.first().plusDays(5);
        for (int i = 0; i < 8; i++) {
            live(world.aCase(place).started(), i, i % 2 == 0);
        }
        for (int i = 0; i < 6; i++) {
            live(world.aCase(place).ofAMan().started(), i, i % 2 == 0);
        }
        whole = world.person(place.kommun(), "Lisa Ledare", Role.LEAD);
        owner.sql("""
            update participants set protection = 'CONFIDENTIALITY_MARKING' where id = (select participant_id from cases c
              where c.initiative_id = :initiative and c.participant_id in (select id from participants where legal_sex = 'MAN')
              order by c.id desc limit 1)\
            """).param("initiative", place.initiative().value()).update();
        owner.sql("insert into initiative_leads (initiative_id, staff_id) values (?, ?)")
                .params(place.initiative().value(), whole.id().value())
                .update();
        owner.sql("""
            insert into named_access (organisation_id, participant_id, staff_id, named_at)
            select organisation_id, id, :lead, now() from participants where organisation_id = :kommun and protection <> 'NONE'\
            """)
                .param("lead", whole.id().value())
                .param("kommun", place.kommun().value())
                .update();
    }

    /** The need is seen on one day; the first meeting comes ten days and one for each number later, and the follow-up in the same quarter. */
    private void live(CaseId id, int number, boolean kept) {
        var need = new PlanExamples(beans).wanted(place, id);
        var plan = new EffortExamples(beans).openedFor(place.caseworker(), id, need);
        owner.sql("alter table plan_needs disable trigger need_stays").update();
        owner.sql("update plan_needs set seen_on = :day where id = :id")
                .param("day", seen)
                .param("id", need.value())
                .update();
        owner.sql("alter table plan_needs enable trigger need_stays").update();
        owner.sql("update plans set started_on = :day where id = :id")
                .param("day", seen)
                .param("id", plan.value())
                .update();
        var by = place.caseworker().id();
        var first = Meetings.add(owner, plan, by, "FIRST", seen.plusDays(10 + number), "HELD");
        Meetings.asked(owner, first, "PERSON", true);
        Meetings.asked(owner, first, "RELATIVE", number == 0 ? null : kept);
        Meetings.add(owner, plan, by, "FOLLOW_UP", seen.plusDays(60), kept ? "HELD" : "CANCELLED");
        effort(plan, seen.plusDays(30), kept ? "DONE" : number == 7 ? "NOT_DONE" : "PLANNED");
        effort(plan, quarter.last().plusDays(200), "PLANNED");
    }

    private void effort(PlanId plan, LocalDate due, String state) {
        owner.sql("""
            insert into plan_efforts (id, plan_id, what, by_whom, responsible, due_on, state, state_on, version, added_at, saved_by,
              saved_at)
            values (gen_random_uuid(), :plan, 'Något', 'PERSON', '', :due, :state, :due, 1, now(), :by, now())\
            """)
                .param("plan", plan.value())
                .param("due", due)
                .param("state", state)
                .param("by", place.caseworker().id().value())
                .update();
    }

    private PlanFollowUp view(Actor.Staff who) {
        var chosen = Optional.of(quarter.toString());
        return followUps.of(who, place.initiative(), chosen, chosen);
    }

    private static Part only(PlanFollowUp view, Measure measure) {
        return view.table(measure).orElseThrow().parts().getFirst();
    }

    @Test
    void theLeadIsToldOfHowManyAndTheSexesTogetherWhereOneOfThemIsSmall() {
        var view = view(whole);
        var half = List.of(new Figures(Group.ALL, List.of(7, 7)));
        assertThat(only(view, Measure.FOLLOW_UP).columns())
                .isEqualTo(List.of(List.of(Outcome.YES), List.of(Outcome.NO)));
        assertThat(only(view, Measure.FOLLOW_UP).rows()).isEqualTo(half);
        assertThat(only(view, Measure.PLAN).rows())
                .as("a cancelled day is no day")
                .isEqualTo(half);
        var efforts = only(view, Measure.EFFORT);
        assertThat(efforts.rows()).isEqualTo(half);
        assertThat(efforts.columns())
                .as("one was not done: that is told with what nobody has marked")
                .isEqualTo(List.of(List.of(Outcome.YES), List.of(Outcome.NO, Outcome.NOT_TOLD)));
        assertThat(view.table(Measure.CAME).orElseThrow().parts().getLast().rows())
                .as("relatives: five came, seven did not, two not marked")
                .containsExactly(new Figures(Group.ALL, List.of(5, 9)));
    }

    @Test
    void whatIsManyEnoughIsToldBySexAndTheMedianWithHowManyItIsOf() {
        var view = view(whole);
        assertThat(only(view, Measure.NEED).rows())
                .containsExactly(
                        new Figures(Group.ALL, List.of(14, 0)),
                        new Figures(Group.WOMEN, List.of(8, 0)),
                        new Figures(Group.MEN, List.of(6, 0)));
        // Women 10–17 days, men 10–15: the middle of all is between the seventh, 13, and the eighth, 13.
        assertThat(view.days())
                .containsExactly(
                        new PlanFollowUp.Median(Group.ALL, 13, 14),
                        new PlanFollowUp.Median(Group.WOMEN, 14, 8),
                        new PlanFollowUp.Median(Group.MEN, 13, 6));
        var person = view.table(Measure.CAME).orElseThrow().parts().stream()
                .filter(part -> part.part().equals("PERSON"))
                .findFirst()
                .orElseThrow();
        assertThat(person.rows().getFirst()).isEqualTo(new Figures(Group.ALL, List.of(14, 0, 0)));
        assertThat(only(view, Measure.DATED).rows().getFirst())
                .as("those whose day is far ahead too")
                .isEqualTo(new Figures(Group.ALL, List.of(28, 0)));
    }

    @Test
    void aLeadIsCountedTheCasesThatTheLeadReachesAlone() {
        assertThat(only(view(place.lead()), Measure.NEED).rows())
                .containsExactly(
                        new Figures(Group.ALL, List.of(13, 0)),
                        new Figures(Group.WOMEN, List.of(8, 0)),
                        new Figures(Group.MEN, List.of(5, 0)));
    }

    @Test
    void nobodyElseSeesItAndTheFileHoldsWhatThePageShows() {
        assertThatThrownBy(() -> view(place.officer())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> view(place.caseworker())).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> view(place.administrator())).isInstanceOf(NotFoundException.class);
        var visitor = new Visitor(port).signIn(world.email(whole));
        var path = "/initiatives/%s/follow-up/plans%s?from=%3$s&to=%3$s";
        var file = visitor.get(path.formatted(place.initiative(), ".csv", quarter));
        assertThat(file.body()).contains("Median, dagar;13", "Har träffats;14", "Alla");
        var page = visitor.get(path.formatted(place.initiative(), "", quarter)).body();
        assertThat(page).contains("100 % (14 av 14)", "50 % (7 av 14)");
        assertThat(visitor.get("/initiatives/" + place.initiative() + "/follow-up")
                        .body())
                .contains("/follow-up/plans");
    }

    @Test
    void noCountFromOneToFourIsInAnyTable() {
        for (var who : List.of(whole, place.lead())) {
            var numbers = new ArrayList<Integer>();
            view(who)
                    .tables()
                    .forEach(table ->
                            table.parts().forEach(part -> part.rows().forEach(row -> numbers.addAll(row.numbers()))));
            assertThat(numbers).isNotEmpty().allMatch(number -> number == 0 || number >= 5);
        }
    }
}
