package se.framsteg.assessment.talk;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.framsteg.shared.RoundId;

/**
 * Something agreed in the talk about a round, and how it has gone since.
 *
 * @param step what was agreed; never changes
 * @param agreedOn the day of the talk
 * @param followUps how it went, each time it was asked, in order
 */
public record Agreement(AgreementId id, RoundId round, AgreedStep step, LocalDate agreedOn, List<FollowUp> followUps) {

    public Agreement {
        followUps = List.copyOf(followUps);
    }

    /** How it went. */
    public enum Outcome {
        DONE,
        PARTLY,
        NOT_YET,
        /** It is no longer relevant. */
        DROPPED,
        /** It was written by mistake: what was meant is written anew. */
        WITHDRAWN;

        /** Whether nothing is left to do or to ask. */
        public boolean settles() {
            return this == DONE || this == DROPPED || this == WITHDRAWN;
        }
    }

    /**
     * How it had gone when it was asked.
     *
     * @param round the round whose talk it was asked in
     * @param words in own words, at most 500 characters; empty if none
     */
    public record FollowUp(RoundId round, Outcome outcome, String words, LocalDate on) {
        /** Not the words: they stay out of logs. */
        @Override
        public String toString() {
            return outcome + " on " + on;
        }
    }

    /** Whether it is this one, agreed in the talk about this round, and about this step. */
    boolean says(AgreementId sought, RoundId talked, AgreedStep agreed) {
        return id.equals(sought) && round.equals(talked) && step.equals(agreed);
    }

    /** Grows by one with each follow-up, so that two who write at once notice each other. */
    public int version() {
        return followUps.size();
    }

    /** How it went when it was last asked. */
    public Optional<FollowUp> latest() {
        return followUps.isEmpty() ? Optional.empty() : Optional.of(followUps.getLast());
    }

    /** Whether there is still something to do or to ask. */
    public boolean open() {
        return latest().filter(last -> last.outcome().settles()).isEmpty();
    }

    /** Whether its day has passed and nobody has asked since. */
    public boolean overdue(LocalDate today) {
        return open()
                && step.dueOn()
                        .filter(day -> day.isBefore(today) && !askedFrom(day))
                        .isPresent();
    }

    private boolean askedFrom(LocalDate day) {
        return followUps.stream().anyMatch(followUp -> !followUp.on().isBefore(day));
    }

    public boolean withdrawn() {
        return latest().filter(last -> last.outcome() == Outcome.WITHDRAWN).isPresent();
    }

    /** The id alone: what was agreed stays out of logs. */
    @Override
    public String toString() {
        return "agreement " + id;
    }
}
