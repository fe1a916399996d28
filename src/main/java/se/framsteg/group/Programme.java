package se.framsteg.group;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/**
 * A group as a programme: nothing of those enrolled but how many they are, to whoever sees all of them.
 *
 * @param organisation the owner of the initiative
 * @param first the day of the first session that is not cancelled; empty while there is none
 * @param last the day of the last one
 * @param sessions how many there are that are not cancelled
 * @param enrolled how many are enrolled now; empty for an asker who does not see each of them
 * @param full whether all places are taken
 * @param evaluationClosed whether the evaluation takes no more answers, and can be read
 */
public record Programme(
        GroupId id,
        AssociationId association,
        OrganisationId organisation,
        InitiativeId initiative,
        Details details,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        int sessions,
        Optional<Integer> enrolled,
        boolean full,
        boolean evaluationClosed,
        int version) {

    /** Follows from the sessions. */
    public enum State {
        PLANNED,
        RUNNING,
        ENDED
    }

    /**
     * What is written of it.
     *
     * @param name 1–200 characters; stands on the person's time line
     * @param purpose up to 2000 characters, may be empty
     * @param places how many can be enrolled at once, 1–200; empty: no limit
     * @param leaders staff of the owner: they see who is enrolled
     */
    public record Details(String name, String purpose, Optional<Integer> places, Set<StaffId> leaders) {
        public Details {
            leaders = Set.copyOf(leaders);
        }
    }

    public State state(LocalDate today) {
        if (last.filter(day -> day.isBefore(today)).isPresent()) {
            return State.ENDED;
        }
        return first.filter(day -> !day.isAfter(today)).isPresent() ? State.RUNNING : State.PLANNED;
    }

    /** How many more can be enrolled; empty: no limit, or the asker may not know. Below none where the number of places has been lowered. */
    public Optional<Integer> free() {
        return details.places().flatMap(places -> enrolled.map(taken -> places - taken));
    }

    /** Whether the last session has begun or been, so that it can be told what it was like. */
    public boolean over(LocalDate today) {
        return last.filter(day -> !day.isAfter(today)).isPresent();
    }
}
