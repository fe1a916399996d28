package se.framsteg.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CaseChangeTest {
    private static final Set<Reach> NOBODY = EnumSet.noneOf(Reach.class);
    private static final Set<Reach> CASEWORKER = EnumSet.of(Reach.CASEWORKER);
    private static final Set<Reach> LEAD = EnumSet.of(Reach.LEAD);

    record Row(CaseState state, boolean started, Set<Reach> reach, Set<CaseChange> permitted) {}

    /** The whole table once more, written out by hand. */
    static Stream<Row> table() {
        var start = EnumSet.of(CaseChange.START, CaseChange.END);
        var active = EnumSet.of(CaseChange.PAUSE, CaseChange.END);
        var paused = EnumSet.of(CaseChange.RESUME, CaseChange.END);
        var none = EnumSet.noneOf(CaseChange.class);
        return Stream.of(
                new Row(CaseState.ACCEPTED, false, CASEWORKER, start),
                new Row(CaseState.ACCEPTED, false, LEAD, start),
                new Row(CaseState.ACTIVE, true, CASEWORKER, active),
                new Row(CaseState.ACTIVE, true, LEAD, active),
                new Row(CaseState.PAUSED, true, CASEWORKER, paused),
                new Row(CaseState.PAUSED, true, LEAD, paused),
                new Row(CaseState.ENDED, true, CASEWORKER, none),
                new Row(CaseState.ENDED, true, LEAD, EnumSet.of(CaseChange.REOPEN)),
                new Row(CaseState.ENDED, false, CASEWORKER, none),
                new Row(CaseState.ENDED, false, LEAD, none));
    }

    @ParameterizedTest
    @MethodSource("table")
    void theTablePermitsJustThis(Row row) {
        assertThat(CaseChange.permittedOf(row.state(), row.started(), row.reach()))
                .isEqualTo(row.permitted());
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void whoDoesNotReachTheCaseCanDoNothing(CaseState state) {
        assertThat(CaseChange.permittedOf(state, true, NOBODY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CaseState.class)
    void whoIsBothCaseworkerAndLeadCanDoWhatEitherCan(CaseState state) {
        var either = EnumSet.noneOf(CaseChange.class);
        either.addAll(CaseChange.permittedOf(state, true, CASEWORKER));
        either.addAll(CaseChange.permittedOf(state, true, LEAD));
        assertThat(CaseChange.permittedOf(state, true, EnumSet.allOf(Reach.class)))
                .isEqualTo(either);
    }

    @Test
    void pausingTakingUpAndReopeningAskForAReason() {
        assertThat(Stream.of(CaseChange.values()).filter(CaseChange::asksForReason))
                .containsExactly(CaseChange.PAUSE, CaseChange.RESUME, CaseChange.REOPEN);
    }

    @ParameterizedTest
    @EnumSource(CaseChange.class)
    void everyChangeIsFoundByItsPath(CaseChange change) {
        assertThat(CaseChange.ofPath(change.path())).contains(change);
    }
}
