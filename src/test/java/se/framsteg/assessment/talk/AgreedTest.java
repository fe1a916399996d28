package se.framsteg.assessment.talk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import se.framsteg.shared.RoundId;

class AgreedTest {
    private static final RoundId FIRST = RoundId.create();
    private static final RoundId SECOND = RoundId.create();
    private static final RoundId THIRD = RoundId.create();
    private static final LocalDate DAY = LocalDate.of(2026, 5, 3);

    private static Agreement made(RoundId round, Agreement.FollowUp... followUps) {
        var step = new AgreedStep("Ringa", AgreedStep.Who.CASEWORKER, "", Optional.empty());
        return new Agreement(AgreementId.create(), round, step, DAY, List.of(followUps));
    }

    private static Agreement.FollowUp told(RoundId round, Agreement.Outcome outcome) {
        return new Agreement.FollowUp(round, outcome, "", DAY);
    }

    private static Agreed inTheThird(Agreement... all) {
        return Agreed.at(THIRD, List.of(FIRST, SECOND, THIRD), List.of(all));
    }

    @Test
    void whatWasAgreedInTheTalkBeforeIsAskedAboutEvenIfItIsDone() {
        var done = made(SECOND, told(SECOND, Agreement.Outcome.DONE));
        var now = made(THIRD);
        var agreed = inTheThird(done, now);
        assertThat(agreed.lastTime()).containsExactly(done);
        assertThat(agreed.now()).containsExactly(now);
        assertThat(agreed.older()).isEmpty();
    }

    @Test
    void whatIsOlderIsAskedAboutWhileItIsOpenAndInTheTalkThatSettlesIt() {
        var open = made(FIRST, told(SECOND, Agreement.Outcome.NOT_YET));
        var settledNow = made(FIRST, told(THIRD, Agreement.Outcome.DONE));
        var settledBefore = made(FIRST, told(SECOND, Agreement.Outcome.DROPPED));
        var takenUpAgain = made(FIRST, told(FIRST, Agreement.Outcome.DONE), told(SECOND, Agreement.Outcome.PARTLY));
        var agreed = inTheThird(open, settledNow, settledBefore, takenUpAgain, made(SECOND));
        assertThat(agreed.lastTime()).contains(open, settledNow, takenUpAgain).doesNotContain(settledBefore);
        assertThat(agreed.older()).containsExactly(settledBefore);
    }

    @Test
    void whoeverMeetsAgainBeforeTheNextRoundAsksFirstAboutWhatShouldHaveBeenDone() {
        var step = new AgreedStep("Ringa", AgreedStep.Who.CASEWORKER, "", Optional.of(DAY.plusDays(7)));
        var overdue = new Agreement(AgreementId.create(), THIRD, step, DAY, List.of());
        var asked = new Agreement(
                AgreementId.create(),
                THIRD,
                step,
                DAY,
                List.of(new Agreement.FollowUp(THIRD, Agreement.Outcome.NOT_YET, "", DAY.plusDays(7))));
        var before = made(SECOND);
        var agreed = inTheThird(before, overdue, asked, made(THIRD));
        assertThat(agreed.meetingAgain(DAY.plusDays(7)).lastTime()).containsExactly(before);
        assertThat(agreed.meetingAgain(DAY.plusDays(8)).lastTime()).containsExactly(overdue, before);
        assertThat(agreed.meetingAgain(DAY.plusDays(8)).now()).contains(asked).doesNotContain(overdue);
    }

    @Test
    void whatWasWithdrawnCanStillBeRead() {
        var withdrawn = made(THIRD, told(THIRD, Agreement.Outcome.WITHDRAWN));
        var agreed = inTheThird(withdrawn);
        assertThat(agreed.now()).isEmpty();
        assertThat(agreed.older()).containsExactly(withdrawn);
    }

    @Test
    void anEarlierTalkDoesNotKnowWhatWasAgreedLater() {
        var agreed = Agreed.at(FIRST, List.of(FIRST, SECOND, THIRD), List.of(made(SECOND)));
        assertThat(agreed).isEqualTo(new Agreed(List.of(), List.of(), List.of()));
    }
}
