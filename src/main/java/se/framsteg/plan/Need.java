package se.framsteg.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.framsteg.shared.StaffId;

/**
 * That somebody sees that the person needs a joint plan, and what the person has answered. The person decides, and may answer anew: the
 * last answer holds.
 *
 * @param registeredBy who wrote it down; empty if the person did
 * @param answers in order
 */
public record Need(NeedId id, Seen seen, Optional<StaffId> registeredBy, List<Answer> answers) {
    public Need {
        answers = List.copyOf(answers);
    }

    /** Who sees it. Anybody can, also the person and those who are near. */
    public enum By {
        PERSON,
        RELATIVE,
        OWN_ORGANISATION,
        OTHER_ORGANISATION
    }

    /**
     * The need as it was seen.
     *
     * @param who which relative by role, or which organisation; up to 200 characters, empty where {@code by} tells all
     * @param on the day that it was seen
     * @param what what is to be coordinated, 1–4000 characters
     */
    public record Seen(By by, String who, LocalDate on, String what) {
        /** Who sees it alone: what is needed stays out of logs. */
        @Override
        public String toString() {
            return "need seen by " + by;
        }
    }

    /** Whether the person wants a joint plan. */
    public enum Said {
        YES,
        NO
    }

    /**
     * What the person answered about a joint plan.
     *
     * @param on the day that they said it
     * @param words in their own words, up to 2000 characters, may be empty
     * @param number from 1, in order
     * @param recordedBy who wrote it down; empty if the person answered by themselves
     */
    public record Answer(
            int number, Said said, LocalDate on, String words, Optional<StaffId> recordedBy, Instant recordedAt) {
        @Override
        public String toString() {
            return "answer " + number;
        }
    }

    /** What holds; empty while the person has not been asked. */
    public Optional<Answer> last() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
    }

    /**
     * Whether the person wants a plan, and none has ended since they said so.
     *
     * @param ended those of the case that have ended
     */
    boolean waits(List<Plan> ended) {
        return last().filter(answer -> answer.said() == Said.YES)
                .filter(answer -> ended.stream().noneMatch(plan -> plan.goesOnAt(answer.on())))
                .isPresent();
    }

    public boolean wanted() {
        return last().filter(one -> one.said() == Said.YES).isPresent();
    }

    @Override
    public String toString() {
        return "need " + id;
    }
}
