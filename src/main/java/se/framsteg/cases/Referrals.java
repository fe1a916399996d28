package se.framsteg.cases;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Initiative;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.ReferralId;

/** The door to referrals (aktualiseringar). Every look and change is journaled in its own transaction. */
@Component
public class Referrals {
    private final ReferralRegistration registration;
    private final ReferralDecisions decisions;
    private final ReferralReading reading;

    Referrals(ReferralRegistration registration, ReferralDecisions decisions, ReferralReading reading) {
        this.registration = registration;
        this.decisions = decisions;
        this.reading = reading;
    }

    /** The initiatives that have not ended and in which the actor may register a referral, by name. */
    @Transactional(readOnly = true)
    public List<Initiative> openTo(Actor.Staff actor) {
        return registration.openTo(actor);
    }

    /**
     * Registers a referral and its participant. Who is protected elsewhere in the organisation is so here too, without the
     * registrant being told. The same id once more by the same registrant changes nothing and answers with
     * the one that is there.
     *
     * @throws NotFoundException if the actor may not register in the initiative, or the id is somebody else's
     */
    @Transactional
    public Result<ReferralId> register(Actor.Staff actor, NewReferral referral) {
        return registration.register(actor, referral);
    }

    /**
     * The referrals that the actor reaches, oldest first.
     *
     * @param state only those in this state; if empty those that are not yet accepted or declined
     * @param page from 1
     */
    @Transactional
    public Listed<ReferralRow> list(Actor.Staff actor, Optional<ReferralState> state, int page) {
        return reading.list(actor, state, page);
    }

    /** Those that nobody has looked at yet and that the actor is to decide, oldest first. */
    @Transactional
    public List<ReferralRow> toDecide(Actor.Staff actor, int most) {
        return reading.toDecide(actor, most);
    }

    /** @throws NotFoundException if there is none that the actor may see */
    @Transactional
    public ReferralView see(Actor.Staff actor, ReferralId id) {
        return reading.see(actor, id);
    }

    /**
     * Decides about a referral. Accepting it opens a case, which is what comes back. Stale if somebody else has decided
     * meanwhile.
     *
     * @param version of the referral as it was when the decision was made up
     * @throws NotFoundException if the actor may not decide about it
     */
    @Transactional
    public Result<Optional<CaseId>> decide(Actor.Staff actor, ReferralId id, int version, Decision decision) {
        return decisions.decide(actor, id, version, decision);
    }
}
