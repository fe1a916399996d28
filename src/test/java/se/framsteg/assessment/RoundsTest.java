package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.home.ToDo;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

@FramstegTest
class RoundsTest {
    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private Rounds rounds;

    @Autowired
    private RoundToDos toDos;

    @Autowired
    private Guard guard;

    private CaseExamples examples;
    private World.Place place;

    @BeforeEach
    void place() {
        examples = new CaseExamples(beans);
        place = world.place();
    }

    private List<Round.Stage> stages(CaseId id) {
        return examples.rounds(place, id).stream().map(Rounds.Offered::stage).toList();
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    @Test
    void a_started_case_has_an_open_baseline_and_a_coming_follow_up() {
        var id = examples.started(place);
        assertThat(examples.rounds(place, id))
                .extracting(offered -> offered.round().kind(), Rounds.Offered::stage)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Round.Kind.BASELINE, Round.Stage.OPEN),
                        org.assertj.core.groups.Tuple.tuple(Round.Kind.FOLLOW_UP, Round.Stage.COMING));
    }

    @Test
    void a_round_is_late_after_its_due_day_and_closed_after_its_window() throws Exception {
        var id = examples.started(place);
        clock.on(today().plusDays(21), () -> assertThat(stages(id).getFirst()).isEqualTo(Round.Stage.OPEN));
        clock.on(today().plusDays(22), () -> assertThat(stages(id).getFirst()).isEqualTo(Round.Stage.LATE));
        clock.on(today().plusDays(42), () -> assertThat(stages(id).getFirst()).isEqualTo(Round.Stage.LATE));
        clock.on(today().plusDays(43), () -> assertThat(stages(id).getFirst()).isEqualTo(Round.Stage.CLOSED));
    }

    @Test
    void looking_makes_the_next_round_when_one_has_opened() throws Exception {
        var id = examples.started(place);
        clock.on(
                today().plusMonths(3),
                () -> assertThat(stages(id)).containsExactly(Round.Stage.CLOSED, Round.Stage.OPEN, Round.Stage.COMING));
        assertThat(stages(id)).hasSize(3);
    }

    @Test
    void a_case_registered_long_after_its_start_still_gets_time_for_its_baseline() {
        var id = examples.started(place, today().minusDays(50), Optional.empty());
        assertThat(stages(id)).startsWith(Round.Stage.LATE);
    }

    @Test
    void the_end_of_a_case_opens_an_ending_round_and_drops_what_has_not_opened() {
        var id = examples.started(place);
        examples.end(place, id);
        assertThat(examples.rounds(place, id))
                .extracting(offered -> offered.round().kind())
                .containsExactlyInAnyOrder(Round.Kind.BASELINE, Round.Kind.ENDING);
        assertThat(examples.rounds(place, id))
                .allSatisfy(offered ->
                        assertThat(offered.allowed()).contains(Action.GIVE_KEY, Action.ANSWER_AS_CASEWORKER));
    }

    @Test
    void a_reopened_case_goes_on_with_its_schedule_and_asks_nothing_of_the_time_between() throws Exception {
        var id = examples.started(place);
        examples.end(place, id);
        clock.on(today().plusMonths(7), () -> {
            examples.reopen(place, id);
            assertThat(examples.rounds(place, id))
                    .filteredOn(offered -> offered.round().kind() == Round.Kind.FOLLOW_UP)
                    .extracting(Rounds.Offered::stage)
                    .containsExactly(Round.Stage.COMING);
            return id;
        });
    }

    @Test
    void an_extra_round_can_be_opened_only_while_none_is_open() throws Exception {
        var id = examples.started(place);
        rounds.add(place.caseworker(), id);
        assertThat(stages(id)).hasSize(2);
        clock.on(today().plusDays(50), () -> {
            rounds.add(place.caseworker(), id);
            rounds.add(place.caseworker(), id);
            return assertThat(stages(id)).containsOnlyOnce(Round.Stage.OPEN);
        });
    }

    @Test
    void somebody_without_the_case_sees_and_does_nothing_with_its_rounds() {
        var id = examples.started(place);
        var round = examples.baseline(place, id);
        for (var staff : List.of(place.otherCaseworker(), place.officer(), place.administrator())) {
            assertThatThrownBy(() -> rounds.of(staff, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> rounds.add(staff, id)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> rounds.close(staff, round)).isInstanceOf(NotFoundException.class);
            assertThat(guard.allowed(staff, round)).isEmpty();
        }
    }

    @Test
    void a_lead_sees_the_rounds_but_answers_for_nobody() {
        var round = examples.baseline(place, examples.started(place));
        assertThat(guard.allowed(place.lead(), round))
                .contains(Action.SEE_PROGRESSION)
                .doesNotContain(
                        Action.ANSWER_AS_CASEWORKER, Action.ANSWER_AS_PARTICIPANT, Action.GIVE_KEY, Action.HAND_OVER);
    }

    @Test
    void a_respondent_can_answer_the_own_round_alone() {
        var own = examples.baseline(place, examples.started(place));
        var another = examples.baseline(place, examples.started(place));
        var respondent = new Actor.Respondent(own, false);
        assertThat(guard.allowed(respondent, own)).containsExactly(Action.ANSWER_AS_PARTICIPANT);
        assertThat(guard.allowed(respondent, another)).isEmpty();
    }

    @Test
    void a_round_is_closed_by_hand_only_when_somebody_has_sent_in() {
        var id = examples.started(place);
        var round = examples.baseline(place, id);
        assertThatThrownBy(() -> rounds.close(place.caseworker(), round)).isInstanceOf(NotFoundException.class);
        examples.caseworkerAnswers(place, round, 3);
        rounds.close(place.caseworker(), round);
        assertThat(stages(id)).startsWith(Round.Stage.CLOSED);
        assertThat(guard.allowed(new Actor.Respondent(round, true), round)).isEmpty();
    }

    @Test
    void the_caseworker_is_told_what_is_missing_and_each_person_told_of_is_journaled() {
        var id = examples.started(place);
        var round = examples.baseline(place, id);
        assertThat(toDos.toDo(place.caseworker())).extracting(ToDo::textKey).containsExactly("to-do.both-answers");
        examples.participantAnswers(round, 2);
        assertThat(toDos.toDo(place.caseworker())).extracting(ToDo::textKey).containsExactly("to-do.own-answer");
        examples.caseworkerAnswers(place, round, 2);
        assertThat(toDos.toDo(place.caseworker())).isEmpty();
        assertThat(toDos.toDo(place.otherCaseworker())).isEmpty();
        assertThat(beans.getBean(org.springframework.jdbc.core.simple.JdbcClient.class)
                        .sql("select count(*) from journal where action = 'LIST_CASE' and case_id = ?"
                                + " and participant_id is not null")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
