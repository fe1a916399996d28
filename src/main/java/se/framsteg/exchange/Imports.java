package se.framsteg.exchange;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.assessment.ImportedRounds;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.cases.CaseLookup;
import se.framsteg.shared.ImportId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;

/**
 * The door to imports. They are for the leads of the initiative; what is in a file, until it has been made, for the one who
 * uploaded it alone.
 */
@Component
public class Imports {
    private final ImportTable table;
    private final ImportedRounds rounds;
    private final CaseLookup lookup;
    private final InstrumentLibrary library;
    private final Guard guard;
    private final Clock clock;

    Imports(
            ImportTable table,
            ImportedRounds rounds,
            CaseLookup lookup,
            InstrumentLibrary library,
            Guard guard,
            Clock clock) {
        this.table = table;
        this.rounds = rounds;
        this.lookup = lookup;
        this.library = library;
        this.guard = guard;
        this.clock = clock;
    }

    /**
     * An import as its page shows it.
     *
     * @param sample the first rows
     * @param faults some of them, from the place asked for
     */
    public record View(Import one, Instrument instrument, List<Grid.Line> sample, List<Fault> faults) {}

    /** All imports of the initiative, the latest first; of what is not made, only one's own. */
    @Transactional
    public List<Import> of(Actor.Staff staff, InitiativeId initiative) {
        guard.admit(staff, Action.IMPORT_MEASUREMENTS, initiative);
        table.dropOld();
        return table.of(initiative).stream().filter(one -> readable(staff, one)).toList();
    }

    /** @throws NotFoundException if the actor may not, or the association may not use the instrument */
    @Transactional
    ImportId upload(Actor.Staff staff, InitiativeId initiative, InstrumentId instrument, String fileName, Grid grid) {
        guard.admit(staff, Action.IMPORT_MEASUREMENTS, initiative);
        if (library.published(staff.association(), "sv").stream()
                .noneMatch(choice -> choice.id().equals(instrument))) {
            throw new NotFoundException();
        }
        var id = ImportId.create();
        table.stage(
                new ImportTable.Staged(id, staff.association(), initiative, instrument, fileName, staff.id()), grid);
        return id;
    }

    @Transactional
    View see(Actor.Staff staff, InitiativeId initiative, ImportId id, int from, int most) {
        var one = admitted(staff, initiative, id);
        return new View(one, library.get(one.instrument()), table.rows(id, 3), table.faults(id, from, most));
    }

    /** What the columns probably hold. */
    @Transactional
    List<String> guess(Actor.Staff staff, InitiativeId initiative, ImportId id) {
        var one = admitted(staff, initiative, id);
        return new Guess(library.get(one.instrument()), table.remembered(initiative, one.instrument()))
                .of(one.headings());
    }

    /** Tries what would come of the file, makes nothing, and remembers what the headings meant. */
    @Transactional
    void check(Actor.Staff staff, InitiativeId initiative, ImportId id, Mapping mapping) {
        var one = staged(staff, initiative, id);
        table.remember(one, mapping.meanings());
        tried(staff, one, mapping);
    }

    /**
     * Makes all of it, or nothing. It is tried once more first: much may have happened since.
     *
     * @return false if something stands in the way now; it is then told where the import is shown
     */
    @Transactional
    boolean make(Actor.Staff staff, InitiativeId initiative, ImportId id) {
        table.lock(initiative);
        var one = admitted(staff, initiative, id);
        if (one.state() != Import.State.STAGED) {
            return true;
        }
        var mapping = one.mapping().map(ImportTable::mapping).orElseThrow(NotFoundException::new);
        var outcome = tried(staff, one, mapping);
        if (!outcome.faults().isEmpty()) {
            return false;
        }
        rounds.make(staff, id, one.instrument(), library.get(one.instrument()), outcome.measurements());
        table.made(id);
        return true;
    }

    private Check.Outcome tried(Actor.Staff staff, Import one, Mapping mapping) {
        var grid = new Grid(
                Grid.Kind.valueOf(one.source().kind()),
                one.source().detail(),
                one.headings(),
                table.rows(one.id(), Grid.MOST_ROWS));
        var today = LocalDate.now(clock);
        var found = found(staff, one.initiative(), grid, mapping, today);
        found.forEach(
                known -> guard.admit(staff, Action.CHECK_IMPORT, known.facts().id()));
        var answered =
                rounds.answered(found.stream().map(known -> known.facts().id()).toList());
        var outcome = Check.of(
                grid,
                mapping,
                library.get(one.instrument()),
                new Check.Existing(new KnownCases(found, today), answered),
                today);
        var cases = outcome.measurements().stream()
                .map(measurement -> measurement.in().id())
                .distinct()
                .count();
        table.tried(one.id(), mapping, outcome, (int) cases);
        return outcome;
    }

    private List<CaseLookup.Found> found(
            Actor.Staff staff, InitiativeId initiative, Grid grid, Mapping mapping, LocalDate today) {
        var identities = values(grid, mapping, Mapping.IDENTITY_NUMBER)
                .map(written -> KnownCases.stored(written, today))
                .toList();
        return lookup.find(
                staff.id(),
                initiative,
                values(grid, mapping, Mapping.CASE_NUMBER).toList(),
                identities);
    }

    private static Stream<String> values(Grid grid, Mapping mapping, String meaning) {
        var column = mapping.column(meaning);
        if (column.isEmpty()) {
            return Stream.empty();
        }
        return grid.rows().stream()
                .map(row -> row.cell(column.getAsInt()))
                .filter(value -> !value.isEmpty())
                .distinct();
    }

    /** Forgets a file of which nothing has been made. */
    @Transactional
    void drop(Actor.Staff staff, InitiativeId initiative, ImportId id) {
        table.drop(staged(staff, initiative, id).id());
    }

    /** How many agreements stand in the way of undoing it. */
    @Transactional
    int agreements(Actor.Staff staff, InitiativeId initiative, ImportId id) {
        admitted(staff, initiative, id);
        return rounds.agreements(id);
    }

    /**
     * Takes away all that it made, and nothing else.
     *
     * @return false if something has been agreed on it, which is kept
     */
    @Transactional
    boolean undo(Actor.Staff staff, InitiativeId initiative, ImportId id) {
        guard.admit(staff, Action.UNDO_IMPORT, initiative);
        var one = held(staff, initiative, id);
        if (one.state() == Import.State.STAGED) {
            throw new NotFoundException();
        }
        if (one.state() == Import.State.MADE) {
            if (rounds.agreements(id) > 0) {
                return false;
            }
            rounds.remove(staff, id);
            table.undone(id, staff.id());
        }
        return true;
    }

    private Import staged(Actor.Staff staff, InitiativeId initiative, ImportId id) {
        return Optional.of(admitted(staff, initiative, id))
                .filter(one -> one.state() == Import.State.STAGED)
                .orElseThrow(NotFoundException::new);
    }

    private Import admitted(Actor.Staff staff, InitiativeId initiative, ImportId id) {
        guard.admit(staff, Action.IMPORT_MEASUREMENTS, initiative);
        return held(staff, initiative, id);
    }

    private Import held(Actor.Staff staff, InitiativeId initiative, ImportId id) {
        return table.hold(id)
                .filter(one -> one.initiative().equals(initiative) && readable(staff, one))
                .orElseThrow(NotFoundException::new);
    }

    private boolean readable(Actor.Staff staff, Import one) {
        var fresh = one.uploaded().at().isAfter(clock.instant().minus(ImportTable.KEPT));
        return one.state() != Import.State.STAGED
                || (fresh && one.uploaded().by().equals(staff.id()));
    }
}
