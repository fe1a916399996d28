package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.World;

/** Answers that come late: each counts once, and what was given last stays. */
@FramstegTest
class WaitingAnswersTest {
    @Autowired
    private Asking asking;

    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private WaitingAnswers waiting;

    @Autowired
    private Answering answering;

    @Autowired
    private AssessmentTable assessments;

    @Autowired
    private Clock clock;

    private RoundId round;
    private Actor.Respondent participant;

    @BeforeEach
    void round() {
        var examples = new CaseExamples(beans);
        var place = world.place();
        round = examples.baseline(place, examples.started(place));
        participant = new Actor.Respondent(round, false);
    }

    private WaitingAnswers.Given given(int position, int answer, Duration ago) {
        return new WaitingAnswers.Given(position, answer, clock.instant().minus(ago));
    }

    private List<Integer> saved() {
        return asking
                .byInstallation(() -> assessments.find(round, Respondent.PARTICIPANT))
                .orElseThrow()
                .answers()
                .stream()
                .map(answer -> answer == null ? -1 : answer)
                .limit(3)
                .toList();
    }

    @Test
    void aLateAnswerFillsAnEmptyPlaceButNeverTakesThatOfANewer() {
        answering.save(participant, round, 0, 5, "sv");
        waiting.save(
                participant,
                round,
                List.of(given(0, 1, Duration.ofMinutes(3)), given(1, 2, Duration.ofMinutes(2))),
                "sv");
        assertThat(saved()).containsExactly(5, 2, -1);
    }

    @Test
    void anAnswerChangedWithoutALineTakesThePlaceOfTheOlder() {
        answering.save(participant, round, 0, 5, "sv");
        waiting.save(participant, round, List.of(given(0, 1, Duration.ofSeconds(-1))), "sv");
        assertThat(saved()).containsExactly(1, -1, -1);
    }

    @Test
    void sentTwiceIsSavedOnce() {
        var late = List.of(given(0, 4, Duration.ofMinutes(1)), given(2, 3, Duration.ofMinutes(1)));
        waiting.save(participant, round, late, "sv");
        waiting.save(participant, round, late, "sv");
        assertThat(saved()).containsExactly(4, -1, 3);
    }

    @Test
    void anAnswerThatIsNoneSavesNoneOfThem() {
        var late = List.of(given(0, 4, Duration.ZERO), given(99, 3, Duration.ZERO));
        assertThatThrownBy(() -> waiting.save(participant, round, late, "sv")).isInstanceOf(NotFoundException.class);
        assertThat(assessments.find(round, Respondent.PARTICIPANT)).isEmpty();
    }

    @Test
    void aDeviceThatWasHandedOverHasNothingWaiting() {
        var handedOver = new Actor.Respondent(round, true);
        assertThatThrownBy(() -> waiting.save(handedOver, round, List.of(given(0, 4, Duration.ZERO)), "sv"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> waiting.blank(handedOver, round)).isInstanceOf(NotFoundException.class);
    }
}
