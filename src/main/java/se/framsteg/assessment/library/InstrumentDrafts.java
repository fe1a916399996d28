package se.framsteg.assessment.library;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.assessment.outline.Keys;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.shared.ChangedMeanwhileException;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.definition.Problem;

/**
 * The door to an association's own instruments: written as drafts, published, retired. A draft may be faulty; what is
 * published is not, and says under its key and version the same for ever.
 */
@Component
public class InstrumentDrafts {
    /** Keys that begin so are kept for what ships with Framsteg, now or later. */
    private static final String RESERVED = "framsteg-";

    private final InstrumentTable table;
    private final Guard guard;

    InstrumentDrafts(InstrumentTable table, Guard guard) {
        this.table = table;
        this.guard = guard;
    }

    /**
     * A draft as it is saved.
     *
     * @param definition its text, faulty or not
     * @param edition goes into every form, and back with the change
     */
    public record Draft(InstrumentId id, String definition, int edition) {
        /** The instrument, or what remains to be mended. */
        public InstrumentReading reading() {
            return InstrumentReader.read(definition);
        }

        /** What remains to be mended; nothing if it can be published. */
        public List<Problem> problems() {
            return reading() instanceof InstrumentReading.Refused(var problems) ? problems : List.of();
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
        return guard.allows(staff, Action.ADD_INSTRUMENT, shelf(staff));
    }

    /** A new draft with this text, which may be faulty. */
    @Transactional
    public InstrumentId add(Actor.Staff staff, String definition) {
        guard.admit(staff, Action.ADD_INSTRUMENT, shelf(staff));
        var id = InstrumentId.create();
        table.insert(id, staff.association(), definition);
        return id;
    }

    /** The draft, to be changed. */
    @Transactional
    public Draft open(Actor.Staff staff, InstrumentId id) {
        guard.permit(staff, Action.CHANGE_INSTRUMENT, id).journal(Action.SEE_INSTRUMENT);
        return table.find(id)
                .map(row -> new Draft(row.id(), row.definition(), row.edition()))
                .orElseThrow(NotFoundException::new);
    }

    /** @throws ChangedMeanwhileException if it has been changed or published since this edition */
    @Transactional
    public void change(Actor.Staff staff, InstrumentId id, int edition, String definition) {
        guard.admit(staff, Action.CHANGE_INSTRUMENT, id);
        ChangedMeanwhileException.unless(table.change(id, edition, definition));
    }

    /** @throws ChangedMeanwhileException if it has been changed or published since this edition */
    @Transactional
    public void discard(Actor.Staff staff, InstrumentId id, int edition) {
        guard.admit(staff, Action.DISCARD_INSTRUMENT, id);
        ChangedMeanwhileException.unless(table.delete(id, edition));
    }

    /**
     * Publishes what was looked at: this edition and no other.
     *
     * @throws ChangedMeanwhileException if it has been changed since
     * @throws org.springframework.dao.DuplicateKeyException if somebody publishes the same version at this moment
     */
    @Transactional
    public Publishing publish(Actor.Staff staff, InstrumentId id, int edition) {
        var permit = guard.permit(staff, Action.PUBLISH_INSTRUMENT, id);
        var publishing = store(staff, id, edition);
        permit.journal(publishing == Publishing.DONE ? Action.PUBLISH_INSTRUMENT : Action.SEE_INSTRUMENT);
        return publishing;
    }

    private Publishing store(Actor.Staff staff, InstrumentId id, int edition) {
        var row = table.find(id).orElseThrow(NotFoundException::new);
        if (!(InstrumentReader.read(row.definition()) instanceof InstrumentReading.Accepted(var instrument))) {
            return Publishing.FAULTY;
        }
        var obstacle = obstacle(staff, instrument);
        if (obstacle.isPresent()) {
            return obstacle.get();
        }
        ChangedMeanwhileException.unless(table.publish(id, edition, instrument.key(), instrument.version()));
        return Publishing.DONE;
    }

    private Optional<Publishing> obstacle(Actor.Staff staff, Instrument instrument) {
        if (instrument.key().startsWith(RESERVED) || table.isShipped(instrument.key())) {
            return Optional.of(Publishing.KEY_RESERVED);
        }
        return table.highestVersion(staff.association(), instrument.key()) >= instrument.version()
                ? Optional.of(Publishing.VERSION_TAKEN)
                : Optional.empty();
    }

    /** Takes it from what initiatives can choose. Those that use it go on with it. */
    @Transactional
    public void retire(Actor.Staff staff, InstrumentId id) {
        guard.admit(staff, Action.RETIRE_INSTRUMENT, id);
        table.retire(id);
    }

    /**
     * A draft of the next version, with all keys as they are so that rounds of the two can be compared. From an instrument
     * that ships with Framsteg it becomes the association's own, under a key of its own.
     */
    @Transactional
    public InstrumentId copy(Actor.Staff staff, InstrumentId id) {
        guard.admit(staff, Action.COPY_INSTRUMENT, id);
        var row = table.find(id).orElseThrow(NotFoundException::new);
        var outline = Outline.of(row.definition()).orElseThrow(NotFoundException::new);
        var key = row.place().association().isPresent()
                ? outline.about().key()
                : Keys.of(outline.about().key().replaceFirst("^" + RESERVED, ""), "instrument", List.of());
        var version = table.highestVersion(staff.association(), key) + 1;
        return add(staff, outline.with(outline.about().named(key, version)).yaml());
    }

    private static Shelf shelf(Actor.Staff staff) {
        return new Shelf(staff.association());
    }
}
