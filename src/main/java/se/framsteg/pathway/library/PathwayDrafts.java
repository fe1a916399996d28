package se.framsteg.pathway.library;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.pathway.method.PathwayReader;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.definition.Problem;
import se.framsteg.shared.definition.Reading;

/**
 * The door to an association's own pathways: written as drafts, published, retired. A draft may be faulty; what is
 * published is not, and says under its key and version the same for ever.
 */
@Component
public class PathwayDrafts {
    /** Keys that begin so are kept for what ships with Framsteg, now or later. */
    private static final String RESERVED = "framsteg-";

    private final PathwayTable table;
    private final Guard guard;

    PathwayDrafts(PathwayTable table, Guard guard) {
        this.table = table;
        this.guard = guard;
    }

    /**
     * A draft as it is saved.
     *
     * @param definition its text, faulty or not
     * @param edition goes into every form, and back with the change
     */
    public record Draft(PathwayId id, String definition, int edition) {
        /** The pathway, or what remains to be mended. */
        public Reading<Pathway> reading() {
            return PathwayReader.read(definition);
        }

        /** What remains to be mended; nothing if it can be published. */
        public List<Problem> problems() {
            return reading() instanceof Reading.Faulty<Pathway>(var problems) ? problems : List.of();
        }
    }

    /** What came of the wish to publish. */
    public enum Publishing {
        DONE,
        /** Something remains to be mended. */
        FAULTY,
        /** The key belongs to what ships with Framsteg. */
        KEY_RESERVED,
        /** The association has this version already, or a later one. */
        VERSION_TAKEN
    }

    public boolean mayAdd(Actor.Staff staff) {
        return guard.allows(staff, Action.ADD_PATHWAY, shelf(staff));
    }

    /** A new draft with this text, which may be faulty. */
    @Transactional
    public PathwayId add(Actor.Staff staff, String definition) {
        guard.admit(staff, Action.ADD_PATHWAY, shelf(staff));
        var id = PathwayId.create();
        table.insert(id, staff.association(), definition);
        return id;
    }

    /** The draft, to be changed. */
    @Transactional
    public Draft open(Actor.Staff staff, PathwayId id) {
        guard.permit(staff, Action.CHANGE_PATHWAY, id).journal(Action.SEE_PATHWAY);
        return table.find(id)
                .map(row -> new Draft(row.id(), row.definition(), row.edition()))
                .orElseThrow(NotFoundException::new);
    }

    /** @throws ChangedMeanwhileException if it has been changed or published since this edition */
    @Transactional
    public void change(Actor.Staff staff, PathwayId id, int edition, String definition) {
        guard.admit(staff, Action.CHANGE_PATHWAY, id);
        ChangedMeanwhileException.unless(table.change(id, edition, definition));
    }

    /** @throws ChangedMeanwhileException if it has been changed or published since this edition */
    @Transactional
    public void discard(Actor.Staff staff, PathwayId id, int edition) {
        guard.admit(staff, Action.DISCARD_PATHWAY, id);
        ChangedMeanwhileException.unless(table.delete(id, edition));
    }

    /**
     * Publishes what was looked at: this edition and no other.
     *
     * @throws ChangedMeanwhileException if it has been changed since
     * @throws org.springframework.dao.DuplicateKeyException if somebody publishes the same version at this moment
     */
    @Transactional
    public Publishing publish(Actor.Staff staff, PathwayId id, int edition) {
        var permit = guard.permit(staff, Action.PUBLISH_PATHWAY, id);
        var publishing = store(staff, id, edition);
        permit.journal(publishing == Publishing.DONE ? Action.PUBLISH_PATHWAY : Action.SEE_PATHWAY);
        return publishing;
    }

    /** What would keep a whole draft from being published: its key, or its version. */
    @Transactional
    public Optional<Publishing> obstacle(Actor.Staff staff, Draft draft) {
        return draft.reading() instanceof Reading.Whole<Pathway>(var pathway)
                ? obstacle(staff, pathway)
                : Optional.empty();
    }

    private Publishing store(Actor.Staff staff, PathwayId id, int edition) {
        var row = table.find(id).orElseThrow(NotFoundException::new);
        if (!(PathwayReader.read(row.definition()) instanceof Reading.Whole<Pathway>(var pathway))) {
            return Publishing.FAULTY;
        }
        var obstacle = obstacle(staff, pathway);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        ChangedMeanwhileException.unless(table.publish(id, edition, pathway.key(), pathway.version()));
        return Publishing.DONE;
    }

    private Optional<Publishing> obstacle(Actor.Staff staff, Pathway pathway) {
        if (pathway.key().startsWith(RESERVED) || table.isShipped(pathway.key())) {
            return Optional.of(Publishing.KEY_RESERVED);
        }
        return table.highestVersion(staff.association(), pathway.key()) >= pathway.version()
                ? Optional.of(Publishing.VERSION_TAKEN)
                : Optional.empty();
    }

    /** Takes it from what is offered. It can still be read. */
    @Transactional
    public void retire(Actor.Staff staff, PathwayId id) {
        guard.admit(staff, Action.RETIRE_PATHWAY, id);
        table.retire(id);
    }

    /**
     * A draft of the next version, as text. From a pathway that ships with Framsteg it becomes the association's own, under a key
     * of its own.
     */
    @Transactional
    public PathwayId copy(Actor.Staff staff, PathwayId id) {
        guard.admit(staff, Action.COPY_PATHWAY, id);
        var row = table.find(id).orElseThrow(NotFoundException::new);
        if (!(PathwayReader.read(row.definition()) instanceof Reading.Whole<Pathway>(var pathway))) {
            throw new NotFoundException();
        }
        var key = pathway.key().replaceFirst("^" + RESERVED, "");
        var version = table.highestVersion(staff.association(), key) + 1;
        return add(staff, renamed(row.definition(), key, version));
    }

    /**
     * The text with another key and version, all else as it was written. Where the two do not stand on lines of their own it is
     * left as it is: whoever publishes is told what to change.
     */
    private static String renamed(String definition, String key, int version) {
        return definition
                .replaceFirst("(?m)^key:.*$", "key: " + key)
                .replaceFirst("(?m)^version:.*$", "version: " + version);
    }

    private static Shelf shelf(Actor.Staff staff) {
        return new Shelf(staff.association());
    }
}
