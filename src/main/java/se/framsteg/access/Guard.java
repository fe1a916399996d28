package se.framsteg.access;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.audit.Journal;
import se.framsteg.shared.NotFoundException;

/**
 * The one guard that every door asks. Letting somebody in and writing it in the journal are one step, so that neither
 * can be forgotten, and both happen in the transaction of the look or change. Whoever is asked about is also who the
 * database is told is asking, see {@link Asking}.
 */
@Component
public class Guard {
    private final Rulings rulings;
    private final Asking asking;
    private final Journal journal;

    Guard(Rulings rulings, Asking asking, Journal journal) {
        this.rulings = rulings;
        this.asking = asking;
        this.journal = journal;
    }

    /**
     * Lets the actor do this with this thing, and journals it.
     *
     * @return all that the actor may do with it, for a page to offer just that
     * @throws NotFoundException if no rule allows it, whether the thing exists or not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <S> Set<Action> admit(Actor actor, Action action, S subject) {
        var ruling = require(actor, action, subject);
        journal.write(actor.who(), action.name(), ruling.trace());
        return ruling.allowed();
    }

    private <S> Ruling require(Actor actor, Action action, S subject) {
        return ruling(actor, action, subject).orElseThrow(NotFoundException::new);
    }

    private <S> Optional<Ruling> ruling(Actor actor, Action action, S subject) {
        return ruling(actor, subject).filter(found -> found.allowed().contains(action));
    }

    private <S> Optional<Ruling> ruling(Actor actor, S subject) {
        asking.by(actor);
        return rulings.of(actor, subject);
    }

    /**
     * What the actor may do with this thing, for a page to offer just that. Opens nothing and is not journaled.
     */
    @Transactional
    public <S> Set<Action> allowed(Actor actor, S subject) {
        return ruling(actor, subject).map(Ruling::allowed).orElse(Set.of());
    }

    @Transactional
    public <S> boolean allows(Actor actor, Action action, S subject) {
        return allowed(actor, subject).contains(action);
    }

    /**
     * Lets the actor ask for this change, which may be refused: what came of it is journaled by the permit.
     *
     * @throws NotFoundException if no rule allows it, whether the thing exists or not
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public <S> Permit permit(Actor actor, Action action, S subject) {
        return permitted(actor, action, subject).orElseThrow(NotFoundException::new);
    }

    /** The same for who has more to ask if it is not allowed; empty then. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <S> Optional<Permit> permitted(Actor actor, Action action, S subject) {
        return permitted(actor, Set.of(action), subject);
    }

    /** The same where several things are shown at once: all of them must be allowed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public <S> Optional<Permit> permitted(Actor actor, Set<Action> actions, S subject) {
        return ruling(actor, subject)
                .filter(found -> found.allowed().containsAll(actions))
                .map(found -> new Permit(journal, actor.who(), found.trace()));
    }
}
