package se.framsteg.initiative.official;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.initiative.Affairs;
import se.framsteg.initiative.FreeWords;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.NotFoundException;

/** The door to the officials round an initiative. */
@Component
public class Officials {
    private final Affairs affairs;
    private final OfficialRows officials;

    Officials(Affairs affairs, OfficialRows officials) {
        this.affairs = affairs;
        this.officials = officials;
    }

    public record View(Affairs.Head head, List<Official> officials) {
        public View {
            officials = List.copyOf(officials);
        }
    }

    public record One(Affairs.Head head, Official official) {}

    /** @throws NotFoundException if the actor may not see the initiative's own side */
    @Transactional
    public View see(Actor.Staff actor, InitiativeId id) {
        return new View(affairs.see(actor, id), officials.of(id));
    }

    /** @throws NotFoundException unless the actor may change it, and there is one */
    @Transactional
    public One see(Actor.Staff actor, InitiativeId id, OfficialId official) {
        return new One(affairs.change(actor, id), officials.find(id, official).orElseThrow(NotFoundException::new));
    }

    /** What stands above the form for a new one. */
    @Transactional
    public Affairs.Head head(Actor.Staff actor, InitiativeId id) {
        return affairs.change(actor, id);
    }

    /** Adds somebody. Adding the same once more changes nothing. */
    @Transactional
    public void add(Actor.Staff actor, InitiativeId id, Official official) {
        affairs.change(actor, id);
        require(official);
        officials.add(id, official, actor.id());
        requireIn(id, official.id());
    }

    /** @throws ChangedMeanwhileException if it is no longer of the version */
    @Transactional
    public void change(Actor.Staff actor, InitiativeId id, Official official) {
        affairs.change(actor, id);
        require(official);
        requireIn(id, official.id());
        changed(officials.change(official, actor.id()));
    }

    /**
     * Takes away who was added by mistake, and forgets the name.
     *
     * @throws ChangedMeanwhileException if it is no longer of the version
     */
    @Transactional
    public void remove(Actor.Staff actor, InitiativeId id, OfficialId official, int version) {
        affairs.change(actor, id);
        requireIn(id, official);
        changed(officials.remove(official, version, actor.id()));
    }

    private static void require(Official official) {
        FreeWords.require(official.function(), official.organisation(), official.name());
        if (official.endsBeforeStart() || official.function().isEmpty()) {
            throw new IllegalArgumentException("it can't be so");
        }
    }

    private void requireIn(InitiativeId id, OfficialId official) {
        if (officials.find(id, official).isEmpty()) {
            throw new NotFoundException();
        }
    }

    private static void changed(boolean changed) {
        if (!changed) {
            throw new ChangedMeanwhileException();
        }
    }
}
