package se.framsteg.evaluation;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.shared.NotFoundException;

/** The door to what a participant thinks of the initiative: what they are asked for, to answer it, and to say no. */
@Component
public class OwnOpinions {
    private final Guard guard;
    private final OpinionStore opinions;

    OwnOpinions(Guard guard, OpinionStore opinions) {
        this.guard = guard;
        this.opinions = opinions;
    }

    /**
     * What the participant is asked for now; nothing once they have answered or said no, or while the processing is restricted.
     *
     * @throws NotFoundException if it is no participant's key
     */
    @Transactional
    public Optional<Occasion> asked(Actor.Respondent participant) {
        guard.admit(participant, Action.GIVE_OPINION, own(participant));
        return opinions.asked();
    }

    /** The same for another page that the guard has let the participant in to; tells nothing but whether there is anything. */
    @Transactional
    boolean anything(Actor.Respondent participant) {
        return guard.allows(participant, Action.GIVE_OPINION, own(participant))
                && opinions.asked().isPresent();
    }

    /**
     * Says what they think, without telling whose it is.
     *
     * @return whether it was taken: not if they have answered or said no before, or are not asked now
     * @throws NotFoundException if it is no participant's key
     */
    @Transactional
    public boolean answer(Actor.Respondent participant, Occasion occasion, Opinion opinion) {
        guard.admit(participant, Action.GIVE_OPINION, own(participant));
        return !opinion.tells() && !opinion.isEmpty() && opinions.answer(occasion, opinion);
    }

    /**
     * Says that they don't want to.
     *
     * @return whether it was taken, as above
     * @throws NotFoundException if it is no participant's key
     */
    @Transactional
    public boolean decline(Actor.Respondent participant, Occasion occasion) {
        guard.admit(participant, Action.GIVE_OPINION, own(participant));
        return opinions.decline(occasion);
    }

    private static OwnOpinionRule.Own own(Actor.Respondent participant) {
        return new OwnOpinionRule.Own(participant.round());
    }
}
