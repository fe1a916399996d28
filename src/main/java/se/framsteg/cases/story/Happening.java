package se.framsteg.cases.story;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened or goes on in a case.
 *
 * @param from its first day, or the day of a mark
 * @param to its last day; empty while it goes on
 * @param what what it is called
 * @param more what else is known, each a short piece: where, how much, why it ended
 * @param path where it is seen or changed; empty if nowhere
 * @param withdrawn whether it was a mistake: it stays in the list and is left off the picture
 * @param hollow whether it is drawn hollow: a break, or a round that has not been answered
 */
public record Happening(
        Lane lane,
        LocalDate from,
        Optional<LocalDate> to,
        Told what,
        List<Told> more,
        String path,
        boolean withdrawn,
        boolean hollow) {

    public Happening {
        more = List.copyOf(more);
    }

    /** Something of one day. */
    public static Happening mark(Lane lane, LocalDate day, Told what, List<Told> more, String path) {
        return new Happening(lane, day, Optional.of(day), what, more, path, false, false);
    }

    /** Something of a period. */
    public static Happening period(Lane lane, LocalDate from, Optional<LocalDate> to, Told what) {
        return new Happening(lane, from, to, what, List.of(), "", false, false);
    }

    /** The same, drawn hollow. */
    public Happening hollow(boolean hollow) {
        return new Happening(lane, from, to, what, more, path, withdrawn, hollow);
    }

    /** Whether it covers this day. */
    public boolean on(LocalDate day) {
        return !from.isAfter(day) && to.filter(last -> last.isBefore(day)).isEmpty();
    }

    @Override
    public String toString() {
        return lane + " from " + from;
    }
}
