package se.framsteg.consent;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A person's consents as they are told.
 *
 * @param holds what holds today, by recipient
 * @param ranOut what was a yes, has run out, and has been neither renewed nor withdrawn
 * @param history every answer, in the order in which they were recorded
 */
public record ConsentView(List<Line> holds, List<Line> ranOut, List<Line> history) {
    /**
     * One answer to one question.
     *
     * @param turn what the answer did
     * @param from name of the organisation that asked
     * @param called name of the recipient
     * @param by name of who recorded it; empty if the person did it alone
     */
    public record Line(Consent consent, Answer answer, Consent.Turn turn, String from, String called, String by) {
        /** The recipient's sort, if it is somebody named. */
        public Optional<Recipient.Sort> sort() {
            return consent.to() instanceof Recipient.Named named ? Optional.of(named.sort()) : Optional.empty();
        }

        /** Not the names: they stay out of logs. */
        @Override
        public String toString() {
            return consent + " " + answer.number();
        }
    }

    /** How it stands with one recipient. */
    public enum State {
        HOLDS,
        RAN_OUT,
        /** The person has said no, or has stopped it. */
        NOTHING
    }

    /**
     * All that was said about one recipient.
     *
     * @param now what holds; if nothing does, the answer that came last
     * @param earlier all other answers, the latest first
     */
    public record About(State state, List<Line> now, List<Line> earlier) {
        /** What stands for them all: its recipient, and the name of that. */
        public Line one() {
            return now.getFirst();
        }

        @Override
        public String toString() {
            return state + " " + now;
        }
    }

    /** With whom it stands like this, by name; each recipient is in one of the states alone. */
    public List<About> about(State state) {
        var said = new LinkedHashMap<Recipient, List<Line>>();
        history.forEach(line -> said.computeIfAbsent(line.consent().to().key(), _ -> new ArrayList<>())
                .add(line));
        return said.values().stream()
                .map(this::about)
                .filter(about -> about.state() == state)
                .sorted(Comparator.comparing(about -> about.one().called()))
                .toList();
    }

    private About about(List<Line> said) {
        var standing = said.stream().filter(holds::contains).toList();
        var now = standing.isEmpty() ? List.of(said.getLast()) : standing;
        return new About(
                state(now.getFirst()),
                now,
                said.reversed().stream().filter(line -> !now.contains(line)).toList());
    }

    private State state(Line line) {
        if (holds.contains(line)) {
            return State.HOLDS;
        }
        return ranOut.contains(line) ? State.RAN_OUT : State.NOTHING;
    }

    /** The last answer to this question, if it is a yes that can be withdrawn, narrowed or renewed. */
    public Optional<Line> yes(ConsentId id) {
        return Stream.concat(holds.stream(), ranOut.stream())
                .filter(line -> line.consent().id().equals(id))
                .findFirst();
    }
}
