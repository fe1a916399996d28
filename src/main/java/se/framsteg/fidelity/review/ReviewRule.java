package se.framsteg.fidelity.review;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;
import se.framsteg.initiative.Initiative;
import se.framsteg.initiative.InitiativeRegister;

/**
 * A review is seen by the initiative's leads and by those who rate it, who may come from another organisation of the association. They see
 * numbers and no person. Raters rate; they agree once all are done. Nothing is done with a review that is agreed on, but to read it.
 */
@Component
class ReviewRule implements Rule<ReviewId> {
    private final ReviewStore reviews;
    private final InitiativeRegister initiatives;

    ReviewRule(ReviewStore reviews, InitiativeRegister initiatives) {
        this.reviews = reviews;
        this.initiatives = initiatives;
    }

    @Override
    public Class<ReviewId> about() {
        return ReviewId.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, ReviewId id) {
        return actor instanceof Actor.Staff staff
                ? reviews.find(id)
                        .map(review -> new Ruling(
                                decide(staff, review, initiatives.find(review.initiative())),
                                Trace.of("fidelity-review", id, review.association())))
                : Optional.empty();
    }

    static Set<Action> decide(Actor.Staff staff, Review review, Optional<Initiative> initiative) {
        var allowed = EnumSet.noneOf(Action.class);
        var works = staff.is(Role.CASEWORKER) || staff.is(Role.LEAD);
        if (!works || !staff.association().equals(review.association())) {
            return allowed;
        }
        var leads = staff.is(Role.LEAD)
                && initiative
                        .filter(one -> one.owner().equals(staff.organisation())
                                && one.leads().contains(staff.id()))
                        .isPresent();
        var rater = review.rater(staff.id());
        if (leads || rater.isPresent()) {
            allowed.add(Action.SEE_FIDELITY_REVIEW);
        }
        if (leads) {
            allowed.add(Action.SEE_FIDELITY);
        }
        if (review.agreed().isPresent()) {
            return allowed;
        }
        if (leads) {
            allowed.add(Action.DROP_FIDELITY_REVIEW);
        }
        if (rater.filter(one -> one.finished().isEmpty()).isPresent()) {
            allowed.add(Action.RATE_FIDELITY);
        }
        if (rater.isPresent() && review.rated()) {
            allowed.add(Action.AGREE_ON_FIDELITY);
        }
        return allowed;
    }
}
