package se.framsteg.consent.mine;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.consent.OwnConsents;
import se.framsteg.consent.colleague.OwnColleagues;
import se.framsteg.shared.NotFoundException;

/** What the participant is told about who may see what, out of the doors that keep it. */
@Component
class Sharing {
    private final OwnConsents consents;
    private final OwnColleagues colleagues;

    Sharing(OwnConsents consents, OwnColleagues colleagues) {
        this.consents = consents;
        this.colleagues = colleagues;
    }

    /** @throws NotFoundException on a device that was handed over */
    @Transactional
    public Shared of(Actor.Respondent participant) {
        return new Shared(consents.own(participant), colleagues.of(participant));
    }
}
