package se.framsteg.plan.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.plan.Plan;
import se.framsteg.plan.meeting.CallClock.Days;
import se.framsteg.plan.meeting.CallClock.Late;

class CallClockTest {
    private static final LocalDate DAY = LocalDate.of(2026, 2, 10);

    @Property
    void aPartyIsLateFromTheDayAfterTheLastAndNotBefore(
            @ForAll @IntRange(min = 1, max = 365) int days, @ForAll @IntRange(min = 0, max = 800) int later) {
        var by = CallClock.comeBy(Plan.Kind.SAMSIP, DAY, new Days(days, 3)).orElseThrow();
        var late = CallClock.late(by, DAY.plusDays(later), Optional.empty(), false);
        if (later > days) {
            assertThat(late).containsExactly(Late.NOT_MET, Late.NOT_REPLIED);
        } else {
            assertThat(late).isEmpty();
        }
    }

    @Property
    void anAnswerIsWishedForAWeekBeforeWhileThereAreDaysToAnswerIn(@ForAll @IntRange(min = 0, max = 400) int ahead) {
        assertThat(CallClock.replyBy(DAY.plusDays(ahead), DAY))
                .isEqualTo(ahead < 10 ? Optional.empty() : Optional.of(DAY.plusDays(ahead - 7)));
    }

    @Property
    void aMeetingInTimeIsNeverLateAndOneAfterItIs(
            @ForAll @IntRange(min = 1, max = 365) int days,
            @ForAll @IntRange(min = 0, max = 800) int met,
            @ForAll @IntRange(min = 0, max = 800) int later,
            @ForAll boolean replied) {
        var by = DAY.plusDays(days);
        var late = CallClock.late(by, by.plusDays(later), Optional.of(DAY.plusDays(met)), replied);
        assertThat(late.contains(Late.NOT_MET)).isEqualTo(later > 0 && met > days);
        assertThat(late.contains(Late.NOT_REPLIED)).isEqualTo(later > 0 && !replied);
    }

    @Property
    void whatIsLateStaysLate(
            @ForAll @IntRange(min = -400, max = 400) int from, @ForAll @IntRange(min = 0, max = 400) int more) {
        var before = CallClock.late(DAY, DAY.plusDays(from), Optional.empty(), false);
        assertThat(CallClock.late(DAY, DAY.plusDays(from + more), Optional.empty(), false))
                .containsAll(before);
        assertThat(CallClock.calledLate(DAY, DAY.plusDays(from + more), Optional.empty()))
                .isEqualTo(from + more > 0);
    }

    @Test
    void aSummonsThatWentInTimeIsInTimeForEver() {
        var by = CallClock.callBy(Plan.Kind.DISCHARGE, DAY, Days.USUAL).orElseThrow();
        assertThat(by).isEqualTo(LocalDate.of(2026, 2, 13));
        assertThat(CallClock.calledLate(by, by.plusYears(1), Optional.of(by))).isFalse();
        assertThat(CallClock.calledLate(by, by.plusYears(1), Optional.of(by.plusDays(1))))
                .isTrue();
    }

    @Test
    void theLawGivesASipNoNumberOfDays() {
        for (var kind : Plan.Kind.values()) {
            assertThat(CallClock.comeBy(kind, DAY, Days.USUAL).isPresent()).isEqualTo(kind == Plan.Kind.SAMSIP);
            assertThat(CallClock.callBy(kind, DAY, Days.USUAL).isPresent()).isEqualTo(kind == Plan.Kind.DISCHARGE);
        }
    }

    @Test
    void thoseWhoAreBoundAreSummonedAndAllOthersInvited() {
        for (var party : OrganisationKind.values()) {
            var byLaw = party == OrganisationKind.KOMMUN || party == OrganisationKind.REGION;
            assertThat(Bound.how(Plan.Kind.SIP, party) == Invitee.How.SUMMONS).isEqualTo(byLaw);
            assertThat(Bound.how(Plan.Kind.DISCHARGE, party) == Invitee.How.SUMMONS)
                    .isEqualTo(byLaw);
            assertThat(Bound.how(Plan.Kind.SAMSIP, party) == Invitee.How.SUMMONS)
                    .isEqualTo(party != OrganisationKind.OTHER);
            assertThat(Bound.how(Plan.Kind.TEAM, party)).isEqualTo(Invitee.How.INVITATION);
            assertThat(Bound.how(Plan.Kind.MY_PLAN, party)).isEqualTo(Invitee.How.INVITATION);
        }
    }
}
