package se.framsteg.employment.counsel;

import java.time.LocalDate;
import java.util.Optional;
import se.framsteg.employment.EmploymentId;

/**
 * A talk about what an employer may be told of the person’s situation, and what they decided. A new one follows the old; all are kept.
 *
 * @param employer of the job that it is about; empty of one about all
 * @param withdrawn why it was a mistake, if it was
 */
public record Disclosure(TalkId id, Details details, Optional<String> employer, Optional<String> withdrawn) {
    public enum Decision {
        /** The employer may be told and contacted. */
        ALL,
        /** The employer may be told what the person says. */
        SOME,
        NO,
        /** Not decided yet. */
        LATER;

        /** Whether an employer may be contacted about the person. */
        public boolean open() {
            return this == ALL || this == SOME;
        }
    }

    /**
     * @param job that it is about; empty of all
     * @param prosAndCons whether what speaks for it and against it was talked through
     * @param mayTell what may be told, in the person’s words; up to 1000 characters, of a yes alone, and always of a yes to something
     */
    public record Details(
            LocalDate on, Optional<EmploymentId> job, boolean prosAndCons, Decision decision, String mayTell) {
        /** Nothing of it: it is about a person. */
        @Override
        public String toString() {
            return "disclosure";
        }
    }

    @Override
    public String toString() {
        return "disclosure " + id;
    }
}
