package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Actor;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.OwnerSql;
import se.framsteg.testing.World;

@FramstegTest
class AnsweringTest {
    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private Answering answering;

    @Autowired
    private CaseworkerSheets sheets;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private OwnerSql jdbc;

    private CaseExamples examples;
    private World.Place place;
    private CaseId caseId;
    private RoundId round;
    private Actor.Respondent participant;

    @BeforeEach
    void round() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        round = examples.baseline(place, caseId);
        participant = new Actor.Respondent(round, false);
    }

    @Test
    void anAnswerIsSavedAloneAndTheOthersStay() {
        answering.save(participant, round, 4, 3, "sv");
        answering.save(participant, round, 0, 0, "en");
        answering.save(participant, round, 4, 2, "en");
        var sheet = answering.sheet(participant, round);
        assertThat(sheet.answers().get(0)).isZero();
        assertThat(sheet.answers().get(4)).isEqualTo(2);
        assertThat(sheet.unanswered()).doesNotContain(0, 4).hasSize(sheet.questions() - 2);
        assertThat(jdbc.sql("select language from assessments where round_id = ?")
                        .param(round.value())
                        .query(String.class)
                        .single())
                .isEqualTo("en");
    }

    @Test
    void answersGivenInSeveralPlacesAtOnceAreAllKept() throws Exception {
        var questions = answering.sheet(participant, round).questions();
        var go = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(questions)) {
            var all = IntStream.range(0, questions)
                    .mapToObj(position -> threads.submit(() -> {
                        go.await();
                        answering.save(participant, round, position, position % 5 + 1, "sv");
                        return position;
                    }))
                    .toList();
            go.countDown();
            for (var one : all) {
                one.get();
            }
        }
        assertThat(answering.sheet(participant, round).answers())
                .containsExactlyElementsOf(IntStream.range(0, questions)
                        .mapToObj(position -> position % 5 + 1)
                        .toList());
    }

    @Test
    void anAnswerOffTheScaleOrToNoQuestionIsRefusedAndChangesNothing() {
        answering.save(participant, round, 0, 1, "sv");
        for (var forged : List.of(List.of(0, 6), List.of(0, -1), List.of(9, 1), List.of(-1, 1))) {
            assertThatThrownBy(() -> answering.save(participant, round, forged.get(0), forged.get(1), "sv"))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(answering.sheet(participant, round).answers().getFirst()).isEqualTo(1);
    }

    @Test
    void nothingCanBeChangedOrReadOnceItIsSent() {
        examples.participantAnswers(round, 4);
        assertThatThrownBy(() -> answering.save(participant, round, 0, 1, "sv")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answering.sheet(participant, round)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answering.send(participant, round, "sv")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> jdbc.sql("update assessments set answers[1] = 1 where round_id = ?")
                        .param(round.value())
                        .update())
                .hasMessageContaining("immutable");
    }

    @Test
    void anAnswerOnItsWayIsNotSavedInARoundThatIsSkippedMeanwhile() {
        var answer = examples.whileUncommitted(
                () -> changes.change(place.lead(), round, 0, RoundChanges.Asked.of(RoundChange.SKIP, "Svår period")),
                () -> answering.saveIfOnScale(participant, round, 0, 1, "sv"));
        assertThat(answer).failsWithin(Duration.ZERO).withThrowableThat().withCauseInstanceOf(NotFoundException.class);
        assertThat(jdbc.sql("select count(*) from assessments where round_id = ?")
                        .param(round.value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void theScoresAreStoredWithWhatIsSentAndWithNothingElse() {
        answering.save(participant, round, 0, 3, "sv");
        assertThat(scores()).isEmpty();
        answering.send(participant, round, "sv");
        assertThat(scores()).containsOnly(3f, null).contains(3f);
        assertThatThrownBy(() -> jdbc.sql("update assessments set scores = null where round_id = ?")
                        .param(round.value())
                        .update())
                .hasMessageContaining("immutable");
    }

    private List<Object> scores() {
        return jdbc.sql("select unnest(scores) from assessments where round_id = ? and submitted_at is not null")
                .param(round.value())
                .query((row, i) -> row.getObject(1))
                .list();
    }

    @Test
    void aSheetWithoutAnyAnswerIsNotSent() {
        assertThat(answering.send(participant, round, "sv")).isFalse();
        assertThat(examples.rounds(place, caseId).getFirst().round().participantProgress())
                .isEqualTo(Round.Progress.NOT_BEGUN);
    }

    @Test
    void eachLookAndAnswerIsJournaledWithThePersonItConcerns() {
        answering.sheet(participant, round);
        answering.save(participant, round, 0, 1, "sv");
        answering.send(participant, round, "sv");
        assertThat(examples.journaled("ANSWER_AS_PARTICIPANT", round)).isEqualTo(3);
    }

    @Test
    void theCaseworkersSecondTabIsToldOfTheFirst() {
        var first = CaseExamples.all(11, 2);
        var second = CaseExamples.all(11, 4);
        assertThat(sheets.save(place.caseworker(), round, first, 0, "sv"))
                .isInstanceOf(CaseworkerSheets.Result.Saved.class);
        var result = sheets.save(place.caseworker(), round, second, 0, "sv");
        assertThat(result).isInstanceOfSatisfying(CaseworkerSheets.Result.Conflict.class, conflict -> {
            assertThat(conflict.sheet().answers()).isEqualTo(first);
            assertThat(conflict.sheet().version()).isEqualTo(1);
        });
        assertThat(sheets.submit(place.caseworker(), round, second, 1, "sv"))
                .isInstanceOf(CaseworkerSheets.Result.Saved.class);
        assertThatThrownBy(() -> sheets.submit(place.caseworker(), round, second, 2, "sv"))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlyTheCaseworkerOfTheCaseAnswersAsCaseworker() {
        for (var staff : List.of(place.lead(), place.otherCaseworker(), place.officer())) {
            assertThatThrownBy(() -> sheets.sheet(staff, round)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> sheets.submit(staff, round, CaseExamples.all(11, 1), 0, "sv"))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> sheets.save(place.caseworker(), round, CaseExamples.all(11, 6), 0, "sv"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
