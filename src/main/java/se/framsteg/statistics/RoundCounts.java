package se.framsteg.statistics;

import java.util.ArrayList;
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
    private static final List<List<Outcome>> ENDED_TOGETHER = List.of(
            List.of(Outcome.BOTH, Outcome.ONE, Outcome.NONE),
            List.of(Outcome.LATE),
            List.of(Outcome.OPEN),
            List.of(Outcome.SKIPPED));

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

    /**
     * What may be shown of it to others. If something is too small, the shares of those who answered come before how their answers meet, and
     * where not even they can be shown the outcomes are put together as the steps of a scale are.
     */
    Rounds shown() {
        var each = states.groups();
        if (!each.isEmpty()) {
            return new Rounds(EACH, outcomes().rows(each), rates(each));
        }
        var ended = states.columns(
                columns(State.BOTH, State.PARTICIPANT_ALONE, State.CASEWORKER_ALONE, State.NONE),
                columns(State.LATE),
                columns(State.OPEN),
                columns(State.SKIPPED));
        var groups = common(ended.groups(), participant().groups(), caseworker().groups());
        if (!states.shownTogether()) {
            return Rounds.NONE;
        }
        return groups.isEmpty() ? together() : new Rounds(ENDED_TOGETHER, ended.rows(groups), rates(groups));
    }

    /** Of these rows, those that all have. */
    @SafeVarargs
    private static List<Group> common(List<Group>... lists) {
        return Arrays.stream(Group.values())
                .filter(group -> Arrays.stream(lists).allMatch(list -> list.contains(group)))
                .toList();
    }

    /** At the least how many rounds there were. */
    private Rounds together() {
        var counts = outcomes();
        int columns = Outcome.values().length;
        var divisions = new ArrayList<>(SmallCells.divisions(columns));
        divisions.add(List.of(new SmallCells.Band(0, columns - 1)));
        var bands = SmallCells.finest(divisions, List.of(counts.all()));
        var sexesToo = bands.equals(SmallCells.finest(List.of(bands), counts.sexes()));
        return new Rounds(
                bands.stream().map(RoundCounts::outcomes).toList(),
                (sexesToo ? List.of(Group.values()) : List.of(Group.ALL))
                        .stream()
                                .map(group -> Figures.of(group, bands, counts.of(group)))
                                .toList(),
                List.of());
    }

    private static List<Outcome> outcomes(SmallCells.Band band) {
        return List.of(Outcome.values()).subList(band.from(), band.to() + 1);
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
