package se.framsteg.initiative.implementation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A step towards the initiative becoming ordinary work.
 *
 * @param position where it stands among the others, 1–1000
 * @param responsible a function, not a name; may be empty
 * @param changes how far it has come, the latest first; planned as long as there is none
 */
public record ImplementationStep(
        ImplementationStepId id,
        int position,
        String text,
        String responsible,
        Optional<LocalDate> due,
        List<Change> changes,
        int version) {
    public ImplementationStep {
        changes = List.copyOf(changes);
    }

    public enum State {
        PLANNED,
        UNDER_WAY,
        DONE,
        ABANDONED
    }

    /**
     * How far it came.
     *
     * @param on the day of the change, not before that of the one before
     * @param words may be empty
     */
    public record Change(StepStateId id, State state, LocalDate on, String words) {}

    /** As it was at the end of that day. */
    public ImplementationStep asOf(LocalDate day) {
        var until = changes.stream().filter(change -> !change.on().isAfter(day)).toList();
        return new ImplementationStep(id, position, text, responsible, due, until, version);
    }

    public State state() {
        return changes.isEmpty() ? State.PLANNED : changes.getFirst().state();
    }

    /** Whether something was to be done by then, and is not. */
    public boolean late(LocalDate today) {
        return (state() == State.PLANNED || state() == State.UNDER_WAY)
                && due.filter(today::isAfter).isPresent();
    }

    /** The first day that the next change can be of. */
    Optional<LocalDate> lastChange() {
        return changes.stream().findFirst().map(Change::on);
    }
}
