package se.framsteg.initiative.training;

import java.util.List;
import java.util.Optional;
import se.framsteg.shared.InitiativeId;

/**
 * The training of one initiative.
 *
 * @param name the initiative's
 * @param goal empty as long as none is set
 * @param trained how many people have been trained
 * @param courses those that anybody takes or has taken
 * @param people who; empty for those who see numbers alone
 */
public record TrainingView(
        InitiativeId initiative,
        String name,
        Optional<Goal> goal,
        Numbers trained,
        List<ByCourse> courses,
        Optional<List<Person>> people) {
    public TrainingView {
        courses = List.copyOf(courses);
        people = people.map(List::copyOf);
    }

    /** How many people by how deep; each is counted once, where it goes deepest. */
    public record Numbers(int inDepth, int oneDay) {
        public int all() {
            return inDepth + oneDay;
        }
    }

    /** How many are to be trained. */
    public record Goal(Numbers numbers, int version) {}

    public record ByCourse(Course course, int planned, int done) {}

    /**
     * @param name of whoever takes it
     * @param role in words, of those without an account
     */
    public record Person(Training training, String name, String role, String course) {
        /** Not the name: it stays out of logs. */
        @Override
        public String toString() {
            return training.toString();
        }
    }
}
