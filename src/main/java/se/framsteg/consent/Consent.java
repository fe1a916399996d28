package se.framsteg.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.framsteg.shared.OrganisationId;

/**
 * A question that a person was asked: may this organisation pass this on to that recipient, and for what?
 *
 * @param purpose 1–1000 characters
 * @param answers in order; at least one
 */
public record Consent(ConsentId id, OrganisationId from, Recipient to, String purpose, List<Answer> answers) {
    public Consent {
        answers = List.copyOf(answers);
    }

    /** What holds, if anything. */
    public Answer last() {
        return answers.getLast();
    }

    /** Whether it opens anything on this day, as it stands now. */
    public boolean holdsOn(LocalDate day) {
        return last().opensOn(day);
    }

    /** Whether it was a yes, has run out, and has neither been renewed nor withdrawn. */
    public boolean ranOutBefore(LocalDate day) {
        return last().answered() == Answer.Answered.YES
                && last().validUntil().filter(until -> until.isBefore(day)).isPresent();
    }

    /** The answer that was the last at that moment; empty if none had been recorded. */
    public Optional<Answer> lastAt(Instant moment) {
        return answers.reversed().stream()
                .filter(answer -> !answer.recordedAt().isAfter(moment))
                .findFirst();
    }

    /** What this answer did to the consent. */
    public Turn turn(Answer answer) {
        return switch (answer.answered()) {
            case NO -> Turn.REFUSED;
            case WITHDRAWN -> Turn.WITHDRAWN;
            case YES -> answer.number() == 1 ? Turn.GIVEN : changed(answer);
        };
    }

    private Turn changed(Answer answer) {
        var before = answers.get(answer.number() - 2);
        return before.kinds().equals(answer.kinds()) ? Turn.RENEWED : Turn.NARROWED;
    }

    /** What an answer did. */
    public enum Turn {
        GIVEN,
        REFUSED,
        NARROWED,
        RENEWED,
        WITHDRAWN,
        /** Ended by a new yes about the same recipient. */
        REPLACED
    }

    /** Not the purpose: what was said stays out of logs. */
    @Override
    public String toString() {
        return "consent " + id;
    }
}
