package se.framsteg.statistics.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.cases.activity.Activity;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.Time;
import se.framsteg.statistics.Figures;
import se.framsteg.statistics.Group;
import se.framsteg.statistics.continuity.ContinuityOverview.Measure;
import se.framsteg.statistics.continuity.ContinuityOverview.Median;
import se.framsteg.statistics.continuity.ContinuityOverview.Value;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.StoryExamples;
import se.framsteg.testing.World;

/** Ten women, half of them with an effort towards work since their second day, and men who all have one. */
@FramstegTest
class ContinuityOverviewTest {
    @Autowired
    World world;

    @Autowired
    ListableBeanFactory beans;

    @Autowired
    ContinuityOverviews overviews;

    @Autowired
    OwnerSql owner;

    private final LocalDate today = LocalDate.now(Time.SWEDEN);
    private World.Place place;

    @BeforeEach
    void women() {
        place = world.place();
        for (int i = 0; i < 10; i++) {
            lived(world.aCase(place).started(), i % 2 == 0);
        }
    }

    private void men(int number) {
        for (int i = 0; i < number; i++) {
            lived(world.aCase(place).ofAMan().started(), true);
        }
    }

    /** Begun ten days ago. */
    private void lived(CaseId id, boolean works) {
        owner.sql("update cases set accepted_on = :day, started_on = :day where id = :id")
                .param("day", today.minusDays(9))
                .param("id", id.value())
                .update();
        owner.sql("update assignments set from_on = :day where case_id = :id")
                .param("day", today.minusDays(9))
                .param("id", id.value())
                .update();
        if (works) {
            new StoryExamples(beans)
                    .activity(place.caseworker(), id, Activity.Kind.WORK, "Träning", today.minusDays(8));
        }
    }

    private ContinuityOverview seen() {
        return overviews.of(place.lead(), place.initiative(), Optional.empty(), Optional.empty());
    }

    private static List<Figures> rows(ContinuityOverview view, Measure measure) {
        return view.counts().stream()
                .filter(counted -> counted.measure() == measure)
                .findFirst()
                .orElseThrow()
                .rows();
    }

    @Test
    void theLeadSeesCountsAndMediansBySexWhereBothAreEnough() {
        men(5);
        var view = seen();
        assertThat(rows(view, Measure.WORK))
                .containsExactly(
                        new Figures(Group.ALL, List.of(10, 5)),
                        new Figures(Group.WOMEN, List.of(5, 5)),
                        new Figures(Group.MEN, List.of(5, 0)));
        assertThat(rows(view, Measure.SAME)).contains(new Figures(Group.ALL, List.of(15, 0)));
        assertThat(view.medians())
                .contains(
                        new Median(Value.CURRENT, Group.ALL, 10),
                        new Median(Value.TO_WORK, Group.MEN, 1),
                        new Median(Value.GAP_DAYS, Group.MEN, 1),
                        new Median(Value.PARALLEL, Group.WOMEN, 0));
    }

    @Test
    void whereOneSexIsSmallTheTwoAreToldTogetherAndWhoTheLeadDoesNotReachIsNotCounted() {
        men(4);
        lived(world.aCase(place).protectedIdentity().started(), false);
        owner.sql("delete from named_access where participant_id in (select participant_id from cases where"
                        + " initiative_id = ?)")
                .param(place.initiative().value())
                .update();
        var view = seen();
        assertThat(rows(view, Measure.WORK)).containsExactly(new Figures(Group.ALL, List.of(9, 5)));
        assertThat(view.medians()).extracting(Median::group).containsOnly(Group.ALL);
    }

    @Test
    void ofAFewNothingIsTold() {
        owner.sql("update cases set started_on = accepted_on + 600, accepted_on = accepted_on + 600 where"
                        + " initiative_id = ? and id in (select case_id from activities)")
                .param(place.initiative().value())
                .update();
        owner.sql("delete from activities where case_id in (select id from cases where initiative_id = ?)")
                .param(place.initiative().value())
                .update();
        men(1);
        var view = seen();
        assertThat(rows(view, Measure.WORK)).as("five and one").isEmpty();
        assertThat(view.medians()).extracting(Median::value).doesNotContain(Value.TO_WORK);
    }

    private void paused(String which) {
        owner.sql("""
            insert into case_changes (case_id, at, by_staff, effective_on, from_state, to_state)
            select c.id, now(), :by, :on, 'ACTIVE', 'PAUSED' from cases c
            where c.initiative_id = :initiative and c.id in (%s)\
            """.formatted(which))
                .param("by", place.caseworker().id().value())
                .param("on", today.minusDays(1))
                .param("initiative", place.initiative().value())
                .update();
    }

    @Test
    void whatRestsIsNotAskedWhetherSomethingGoesOnAndAFewThatRestCannotBeGotBySubtraction() {
        men(5);
        assertThat(rows(seen(), Measure.GOING_ON)).contains(new Figures(Group.ALL, List.of(10, 5)));
        paused("select c.id except select case_id from activities");
        assertThat(rows(seen(), Measure.GOING_ON))
                .containsExactly(
                        new Figures(Group.ALL, List.of(10, 0)),
                        new Figures(Group.WOMEN, List.of(5, 0)),
                        new Figures(Group.MEN, List.of(5, 0)));
        owner.sql("delete from case_changes where to_state = 'PAUSED' and case_id in (select id from cases where"
                        + " initiative_id = ?)")
                .param(place.initiative().value())
                .update();
        lived(world.aCase(place).started(), true);
        paused("select id from cases where initiative_id = c.initiative_id order by number desc limit 1");
        assertThat(rows(seen(), Measure.GOING_ON)).as("ten, five and one").isEmpty();
    }

    @Test
    void whatNobodyHasHadForSomeDaysIsNotTheSameSinceTheStart() {
        owner.sql("""
            update assignments set from_on = :on where case_id in
              (select a.case_id from activities a join cases c on c.id = a.case_id where c.initiative_id = :initiative)\
            """)
                .param("on", today.minusDays(8))
                .param("initiative", place.initiative().value())
                .update();
        assertThat(rows(seen(), Measure.SAME)).contains(new Figures(Group.ALL, List.of(5, 5)));
        owner.sql("delete from assignments where case_id in (select id from cases where initiative_id = ?)")
                .param(place.initiative().value())
                .update();
        assertThat(rows(seen(), Measure.SAME)).contains(new Figures(Group.ALL, List.of(0, 10)));
    }

    @Test
    void itIsForTheLeadAlone() {
        for (var other : List.of(place.caseworker(), place.officer(), place.administrator())) {
            assertThatThrownBy(() -> overviews.of(other, place.initiative(), Optional.empty(), Optional.empty()))
                    .isInstanceOf(NotFoundException.class);
        }
    }
}
