package se.framsteg.initiative.terms;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.initiative.Kronor;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to what was applied for and agreed on of an initiative. */
@Component
public class InitiativeTerms {
    private final Affairs affairs;
    private final TermsRows rows;

    InitiativeTerms(Affairs affairs, TermsRows rows) {
        this.affairs = affairs;
        this.rows = rows;
    }

    /** @param version 0 as long as nothing has been written */
    public record View(Affairs.Head head, Terms terms, int version) {}

    /** For other rooms. Guards nothing: to be asked inside the transaction of a guarded door. */
    public Terms of(InitiativeId id) {
        return rows.of(id).terms();
    }

    /** @throws NotFoundException if the actor may not see the initiative's own side */
    @Transactional
    public View see(Actor.Staff actor, InitiativeId id) {
        return view(affairs.see(actor, id));
    }

    /** @throws NotFoundException if the actor may not change it */
    @Transactional
    public View toChange(Actor.Staff actor, InitiativeId id) {
        return view(affairs.change(actor, id));
    }

    private View view(Affairs.Head head) {
        var stored = rows.of(head.id());
        return new View(head, stored.terms(), stored.version());
    }

    /**
     * Writes what was applied for and agreed on.
     *
     * @param version 0 as long as nothing had been written
     * @throws ChangedMeanwhileException if it is no longer of the version
     * @throws IllegalArgumentException if it can't be so
     */
    @Transactional
    public void save(Actor.Staff actor, InitiativeId id, Terms terms, int version) {
        affairs.change(actor, id);
        FreeWords.require(terms.background(), terms.purpose(), terms.method(), terms.decision(), terms.agreement());
        terms.sum().ifPresent(Kronor::require);
        if (terms.decidedBeforeApplied()) {
            throw new IllegalArgumentException("decided on before it was applied for");
        }
        if (!rows.save(id, terms, version, actor.id())) {
            throw new ChangedMeanwhileException();
        }
    }
}
