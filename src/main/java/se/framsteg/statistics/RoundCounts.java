package se.framsteg.statistics;

import java.util.Arrays;
import java.util.List;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.cases.LegalSex;
import se.framsteg.statistics.Rounds.Outcome;

/** How it went with the rounds that were due in a period. */
final class RoundCounts {
    /** Where a round stands today. */
    enum State {
        BOTH,
        PARTICIPANT_ALONE,
        CASEWORKER_ALONE,
        NONE,
        LATE,
        OPEN,
        SKIPPED
    }

    private static final List<List<Outcome>> EACH =
            Arrays.stream(Outcome.values()).map(List::of).toList();
    private final BySex states = new BySex(State.values().length);

    void add(LegalSex sex, State state, int count) {
        states.add(sex, state.ordinal(), count);
    }

    /** Every number, for the lead who reaches each of the cases that were counted. */
    Rounds whole() {
        var groups = List.of(Group.values());
        return states.sum(Group.ALL) == 0
                ? Rounds.NONE
                : new Rounds(EACH, outcomes().rows(groups), rates(groups));
    }

    private BySex outcomes() {
        return states.columns(
                columns(State.BOTH),
                columns(State.PARTICIPANT_ALONE, State.CASEWORKER_ALONE),
                columns(State.NONE),
                columns(State.LATE),
                columns(State.OPEN),
                columns(State.SKIPPED));
    }

    private List<Rounds.Rate> rates(List<Group> groups) {
        return List.of(
                new Rounds.Rate(Respondent.PARTICIPANT, participant().rows(groups)),
                new Rounds.Rate(Respondent.CASEWORKER, caseworker().rows(groups)));
    }

    /** Answered and not, of the rounds that take no more answers. */
    private BySex participant() {
        return states.columns(
                columns(State.BOTH, State.PARTICIPANT_ALONE), columns(State.CASEWORKER_ALONE, State.NONE));
    }

    private BySex caseworker() {
        return states.columns(
                columns(State.BOTH, State.CASEWORKER_ALONE), columns(State.PARTICIPANT_ALONE, State.NONE));
    }

    private static int[] columns(State... states) {
        return Arrays.stream(states).mapToInt(State::ordinal).toArray();
    }
}
