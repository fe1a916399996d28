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
    void aStartedCaseHasAnOpenBaselineAndAComingFollowUp() {
        var id = examples.started(place);
        assertThat(examples.rounds(place, id))
                .extracting(offered -> offered.round().kind(), Rounds.Offered::stage)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Round.Kind.BASELINE, Round.Stage.OPEN),
                        org.assertj.core.groups.Tuple.tuple(Round.Kind.FOLLOW_UP, Round.Stage.COMING));
    }

    @Test
    void aRoundIsLateAfterItsDueDayAndClosedAfterItsWindow() throws Exception {
        var id = examples.started(place);
        clock.on(today().plusDays(21), () -> assertThat(stages(id).getFirst()).isEqualTo(Round.Stage.OPEN));
        clock.on(today().plusDays(22), () -> assertThat(stages(id).getFirst()).isEqualTo(Round.Stage.LATE));
        clock.on(today().plusDays(42), () -> assertThat(stages(id).getFirst()).isEqualTo(Round.Stage.LATE));
        clock.on(today().plusDays(43), () -> assertThat(stages(id).getFirst()).isEqualTo(Round.Stage.CLOSED));
    }

    @Test
    void lookingMakesTheNextRoundWhenOneHasOpened() throws Exception {
        var id = examples.started(place);
        clock.on(
                today().plusMonths(3),
                () -> assertThat(stages(id)).containsExactly(Round.Stage.CLOSED, Round.Stage.OPEN, Round.Stage.COMING));
        assertThat(stages(id)).hasSize(3);
    }

    @Test
    void aCaseRegisteredLongAfterItsStartStillGetsTimeForItsBaseline() {
        var id = examples.started(place, today().minusDays(50), Optional.empty());
        assertThat(stages(id)).startsWith(Round.Stage.LATE);
    }

    @Test
    void theEndOfACaseOpensAnEndingRoundAndDropsWhatHasNotOpened() {
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
    void ofAnEndedCaseOnlyTheEndingRoundIsAskedForUnlessSomebodyHasAnsweredTheOneBefore() {
        var id = examples.started(place);
        var baseline = examples.baseline(place, id);
        examples.end(place, id);
        assertThat(toDos.toDo(place.caseworker()))
                .extracting(ToDo::textKey)
                .containsExactly("to-do.both-answers.ENDING");
        assertThat(asked(id)).containsExactly(Round.Kind.ENDING);

        examples.participantAnswers(baseline, 2);
        assertThat(toDos.toDo(place.caseworker()))
                .extracting(ToDo::textKey)
                .containsExactlyInAnyOrder("to-do.own-answer.BASELINE", "to-do.both-answers.ENDING");
        assertThat(asked(id)).containsExactlyInAnyOrder(Round.Kind.BASELINE, Round.Kind.ENDING);
    }

    private List<Round.Kind> asked(CaseId id) {
        return examples.rounds(place, id).stream()
                .map(Rounds.Offered::round)
                .filter(round -> round.asked(today()))
                .map(Round::kind)
                .toList();
    }

    @Test
    void aReopenedCaseGoesOnWithItsScheduleAndAsksNothingOfTheTimeBetween() throws Exception {
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
    void anExtraRoundCanBeOpenedOnlyWhileNoneIsOpen() throws Exception {
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
    void somebodyWithoutTheCaseSeesAndDoesNothingWithItsRounds() {
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
    void aLeadSeesTheRoundsButAnswersForNobody() {
        var round = examples.baseline(place, examples.started(place));
        assertThat(guard.allowed(place.lead(), round))
                .contains(Action.SEE_PROGRESSION)
                .doesNotContain(
                        Action.ANSWER_AS_CASEWORKER, Action.ANSWER_AS_PARTICIPANT, Action.GIVE_KEY, Action.HAND_OVER);
    }

    @Test
    void aRespondentCanAnswerTheOwnRoundAlone() {
        var own = examples.baseline(place, examples.started(place));
        var another = examples.baseline(place, examples.started(place));
        var respondent = new Actor.Respondent(own, false);
        assertThat(guard.allowed(respondent, own))
                .containsExactlyInAnyOrder(Action.ANSWER_AS_PARTICIPANT, Action.SEE_OWN_PAGE, Action.EXTRACT_REGISTER);
        assertThat(guard.allowed(respondent, another)).isEmpty();
    }

    @Test
    void aRoundIsClosedByHandOnlyWhenSomebodyHasSentIn() {
        var id = examples.started(place);
        var round = examples.baseline(place, id);
        assertThatThrownBy(() -> rounds.close(place.caseworker(), round)).isInstanceOf(NotFoundException.class);
        examples.caseworkerAnswers(place, round, 3);
        rounds.close(place.caseworker(), round);
        assertThat(stages(id)).startsWith(Round.Stage.CLOSED);
        assertThat(guard.allowed(new Actor.Respondent(round, true), round)).isEmpty();
    }

    @Test
    void theCaseworkerIsToldWhatIsMissingAndEachPersonToldOfIsJournaled() {
        var id = examples.started(place);
        var round = examples.baseline(place, id);
        assertThat(toDos.toDo(place.caseworker()))
                .extracting(ToDo::textKey)
                .containsExactly("to-do.both-answers.BASELINE");
        examples.participantAnswers(round, 2);
        assertThat(toDos.toDo(place.caseworker()))
                .extracting(ToDo::textKey)
                .containsExactly("to-do.own-answer.BASELINE");
        examples.caseworkerAnswers(place, round, 2);
        assertThat(toDos.toDo(place.caseworker())).isEmpty();
        assertThat(toDos.toDo(place.otherCaseworker())).isEmpty();
        assertThat(beans.getBean(se.framsteg.testing.OwnerSql.class)
                        .sql("select count(*) from journal where action = 'LIST_CASE' and case_id = ?"
                                + " and participant_id is not null")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }
}
