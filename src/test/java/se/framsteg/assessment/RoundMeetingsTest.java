package se.framsteg.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.framsteg.access.Actor;
import se.framsteg.assessment.RoundChanges.Asked;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.RoundId;
import se.framsteg.testing.FramstegTest;
import se.framsteg.testing.Meeting;
import se.framsteg.testing.TestClock;
import se.framsteg.testing.World;

/** One sends in while another skips, closes or takes up the round: no answers end where nobody sees them. */
@FramstegTest
class RoundMeetingsTest {
    @Autowired
    private ListableBeanFactory beans;

    @Autowired
    private World world;

    @Autowired
    private TestClock clock;

    @Autowired
    private Rounds rounds;

    @Autowired
    private RoundChanges changes;

    @Autowired
    private Answering answering;

    @Autowired
    private CaseworkerSheets sheets;

    @Autowired
    private PaperSheets papers;

    private CaseExamples examples;
    private World.Place place;
    private CaseId caseId;
    private RoundId round;

    @BeforeEach
    void aRoundThatTheParticipantHasBegun() {
        examples = new CaseExamples(beans);
        place = world.place();
        caseId = examples.started(place);
        round = examples.baseline(place, caseId);
        answering.save(participant(), round, 0, 3, "sv");
    }

    private Actor.Respondent participant() {
        return new Actor.Respondent(round, true);
    }

    private RoundChanges.Result skip() {
        return changes.change(place.caseworker(), round, now().version(), Asked.of(RoundChange.SKIP, "Svår period"));
    }

    private boolean send() {
        return answering.send(participant(), round, "sv");
    }

    private CaseworkerSheets.Result submit() {
        return sheets.submit(place.caseworker(), round, CaseExamples.all(11, 2), 0, "sv");
    }

    private Round now() {
        return rounds.require(place.caseworker(), caseId, round);
    }

    private LocalDate today() {
        return LocalDate.now((Clock) clock);
    }

    private <T> Future<T> meet(Runnable first, Callable<T> second) {
        return new Meeting(beans).of(first, second);
    }

    private void assertSkippedAndNotSent(Future<?> sending) {
        assertThat(sending)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(NotFoundException.class);
        assertThat(now().stage(today())).isEqualTo(Round.Stage.SKIPPED);
        assertThat(now().participantSent() || now().caseworkerSent()).isFalse();
    }

    @Test
    void nothingIsSentIntoARoundThatIsBeingSkipped() {
        assertSkippedAndNotSent(meet(this::skip, this::send));
    }

    @Test
    void theCaseworkerSendsNothingIntoARoundThatIsBeingSkipped() {
        assertSkippedAndNotSent(meet(this::skip, this::submit));
    }

    @Test
    void noPaperIsTypedIntoARoundThatIsBeingSkipped() {
        var paper = new PaperSheets.Filled(
                CaseExamples.all(answering.sheet(participant(), round).questions(), 4), today(), "sv", true);
        assertSkippedAndNotSent(meet(this::skip, () -> papers.enter(place.caseworker(), round, paper)));
    }

    @Test
    void aRoundIntoWhichSomebodyIsSendingIsNotSkipped() throws Exception {
        assertThat(meet(this::send, this::skip).get()).isInstanceOf(RoundChanges.Result.Stale.class);
        assertThat(now().stage(today())).isEqualTo(Round.Stage.OPEN);
        assertThat(now().participantSent()).isTrue();
    }

    @Test
    void nothingIsSentIntoARoundThatIsBeingClosed() {
        submit();
        var sending = meet(() -> rounds.close(place.caseworker(), round), this::send);
        assertThat(sending)
                .failsWithin(Duration.ZERO)
                .withThrowableOfType(ExecutionException.class)
                .withCauseInstanceOf(NotFoundException.class);
        assertThat(now().participantSent()).isFalse();
    }

    @Test
    void noSingleAnswerIsAcknowledgedInARoundThatIsBeingSkipped() {
        assertSkippedAndNotSent(meet(this::skip, () -> {
            answering.save(participant(), round, 1, 4, "sv");
            return true;
        }));
    }
}
