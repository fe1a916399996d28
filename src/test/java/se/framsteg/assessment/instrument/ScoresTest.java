package se.framsteg.assessment.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static se.framsteg.assessment.instrument.Respondent.CASEWORKER;
import static se.framsteg.assessment.instrument.Respondent.PARTICIPANT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.framsteg.shared.definition.LocalizedText;

class ScoresTest {

    @Test
    void theMeanOfTheAnswersThatWereGiven() {
        assertThat(scoreOf(Scoring.Method.MEAN, 1, 1, 2, 5)).hasValue(8 / 3.0);
        assertThat(scoreOf(Scoring.Method.MEAN, 1, 4)).hasValue(4);
    }

    @Test
    void theMedianOfAnEvenNumberOfAnswersLiesBetweenTheMiddleTwo() {
        assertThat(scoreOf(Scoring.Method.MEDIAN, 1, 5, 1, 2)).hasValue(2);
        assertThat(scoreOf(Scoring.Method.MEDIAN, 1, 5, 1, 2, 3)).hasValue(2.5);
    }

    @Test
    void notKnowingAndNotHavingAnsweredAreNoLowAnswers() {
        assertThat(scoreOf(Scoring.Method.MEAN, 1, 4, 0, null)).hasValue(4);
        assertThat(scoreOf(Scoring.Method.MEDIAN, 1, 0, 0, 3)).hasValue(3);
    }

    @Test
    void thereIsNoScoreWithFewerAnswersThanNeeded() {
        assertThat(scoreOf(Scoring.Method.MEAN, 2, 4, 0, null)).isEmpty();
        assertThat(scoreOf(Scoring.Method.MEAN, 2, 4, 0, 5)).hasValue(4.5);
        assertThat(scoreOf(Scoring.Method.MEAN, 1, 0, null)).isEmpty();
    }

    @Test
    void eachDimensionHasAScoreOfItsOwnInTheOrderOfTheRadar() {
        List<Score> scores = ExampleInstrument.instrument().scores(PARTICIPANT, List.of(3, 1));

        assertThat(scores)
                .extracting(score -> score.dimension().key(), Score::value)
                .containsExactly(
                        tuple("everyday-life", OptionalDouble.of(3)), tuple("own-belief", OptionalDouble.of(1)));
    }

    @Test
    void aDimensionWithoutQuestionToTheRespondentHasNoScore() {
        List<Score> scores = ExampleInstrument.instrument().scores(CASEWORKER, List.of(2));

        assertThat(scores).extracting(Score::value).containsExactly(OptionalDouble.of(2), OptionalDouble.empty());
    }

    @Test
    void answersThatDoNotFitTheSheetAreRefused() {
        Instrument example = ExampleInstrument.instrument();

        assertThatThrownBy(() -> example.scores(PARTICIPANT, List.of(1))).hasMessageContaining("2 items but 1 answers");
        assertThatThrownBy(() -> example.scores(PARTICIPANT, List.of(1, 4))).hasMessageContaining("1–3");
        assertThatThrownBy(() -> example.scores(PARTICIPANT, List.of(1, -1))).hasMessageContaining("1–3");
    }

    @Property
    void aScoreStaysBetweenTheLowestAndTheHighestAnswer(@ForAll("sheets") Sheet sheet) {
        int[] given = sheet.given();

        sheet.score()
                .ifPresent(score -> assertThat(score)
                        .isBetween((double) Arrays.stream(given).min().orElseThrow(), (double)
                                Arrays.stream(given).max().orElseThrow()));
    }

    @Property
    void thereIsAScoreExactlyWhenEnoughWasAnswered(@ForAll("sheets") Sheet sheet) {
        assertThat(sheet.score().isPresent()).isEqualTo(sheet.given().length >= sheet.fewest());
    }

    @Property
    void notAnsweringAndNotKnowingWeighTheSame(@ForAll("sheets") Sheet sheet) {
        List<@Nullable Integer> unanswered = new ArrayList<>(sheet.answers());
        unanswered.replaceAll(answer -> answer != null && answer == Instrument.DONT_KNOW ? null : answer);

        assertThat(sheet.with(unanswered).score()).isEqualTo(sheet.score());
    }

    @Property
    void aHigherAnswerNeverLowersTheScore(@ForAll("sheets") Sheet sheet, @ForAll Random random) {
        int position = random.nextInt(sheet.answers().size());
        Integer answer = sheet.answers().get(position);
        if (answer == null
                || answer == Instrument.DONT_KNOW
                || answer == Sheet.HIGHEST
                || sheet.score().isEmpty()) {
            return;
        }
        List<@Nullable Integer> higher = new ArrayList<>(sheet.answers());
        higher.set(position, answer + 1);

        assertThat(sheet.with(higher).score().orElseThrow())
                .isGreaterThanOrEqualTo(sheet.score().orElseThrow());
    }

    @Property
    void theOrderOfTheItemsInADimensionDoesNotMatter(@ForAll("sheets") Sheet sheet, @ForAll Random random) {
        List<@Nullable Integer> shuffled = new ArrayList<>(sheet.answers());
        Collections.shuffle(shuffled, random);

        assertThat(sheet.with(shuffled).score()).isEqualTo(sheet.score());
    }

    @Property
    void answersInOneDimensionLeaveTheOthersAlone(@ForAll("sheets") Sheet sheet) {
        List<Score> scores = sheet.allScores();

        assertThat(scores.getLast().value()).isEqualTo(OptionalDouble.of(1));
    }

    @Provide
    Arbitrary<Sheet> sheets() {
        Arbitrary<@Nullable Integer> answer =
                Arbitraries.integers().between(0, Sheet.HIGHEST).injectNull(0.2);
        return Combinators.combine(
                        Arbitraries.of(Scoring.Method.values()),
                        Arbitraries.integers().between(1, 4),
                        answer.list().ofMinSize(1).ofMaxSize(8))
                .as(Sheet::new);
    }

    private static OptionalDouble scoreOf(Scoring.Method method, int fewest, @Nullable Integer... answers) {
        return new Sheet(method, fewest, Arrays.asList(answers)).score();
    }

    /** Answers to the items of one dimension, beside a second dimension whose only item was answered with 1. */
    record Sheet(Scoring.Method method, int fewest, List<@Nullable Integer> answers) {

        static final int HIGHEST = 7;

        Sheet with(List<@Nullable Integer> others) {
            return new Sheet(method, fewest, others);
        }

        int[] given() {
            return answers.stream()
                    .mapToInt(answer -> answer == null ? 0 : answer)
                    .filter(answer -> answer > 0)
                    .toArray();
        }

        OptionalDouble score() {
            return allScores().getFirst().value();
        }

        List<Score> allScores() {
            List<@Nullable Integer> all = new ArrayList<>(answers);
            all.add(1);
            return instrument().scores(PARTICIPANT, all);
        }

        private Instrument instrument() {
            LocalizedText text = LocalizedText.of("sv", "Text");
            Wording wording = new Wording(text, null, Collections.nCopies(HIGHEST, text));
            List<Item> items = new ArrayList<>(IntStream.range(0, answers.size())
                    .mapToObj(i -> new Item("item-" + i, "first", Map.of(PARTICIPANT, wording)))
                    .toList());
            items.add(new Item("other", "second", Map.of(PARTICIPANT, wording)));
            List<Dimension> dimensions = List.of(
                    new Dimension("first", text, text, new Scoring(method, fewest), 1),
                    new Dimension("second", text, text, new Scoring(Scoring.Method.MEAN, 1), 1));
            return new Instrument(
                    "test", 1, List.of("sv"), List.of(), text, text, text, text, HIGHEST, 1, dimensions, items);
        }
    }
}
