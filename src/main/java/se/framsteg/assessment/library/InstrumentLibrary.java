package se.framsteg.assessment.library;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.initiative.InstrumentCatalogue;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.definition.State;

/** The instruments that can be used. What is published never changes, so each is read once and kept. */
@Component
public class InstrumentLibrary implements InstrumentCatalogue {
    private final Map<InstrumentId, Instrument> read = new ConcurrentHashMap<>();
    private final InstrumentTable table;

    InstrumentLibrary(InstrumentTable table) {
        this.table = table;
    }

    /** A published instrument and its id. */
    public record Published(InstrumentId id, Instrument instrument) {}

    /**
     * The published or retired instrument with this id. For other packages, which guard what they show themselves.
     *
     * @throws NotFoundException if there is none
     */
    public Instrument get(InstrumentId id) {
        return find(id).orElseThrow(NotFoundException::new);
    }

    private Optional<Instrument> find(InstrumentId id) {
        var known = read.get(id);
        return known != null
                ? Optional.of(known)
                : table.find(id)
                        .filter(row -> row.place().state() != State.DRAFT)
                        .map(this::read);
    }

    private Instrument read(InstrumentTable.Row<InstrumentId> row) {
        return read.computeIfAbsent(row.id(), _ -> parsed(row));
    }

    private static Instrument parsed(InstrumentTable.Row<InstrumentId> row) {
        return switch (InstrumentReader.read(row.definition())) {
            case InstrumentReading.Accepted(var instrument) -> instrument;
            case InstrumentReading.Refused _ ->
                throw new IllegalStateException("instrument " + row.id() + " is published but not readable");
        };
    }

    /** The published instruments that ship with Framsteg, by key and version. */
    public List<Published> shipped() {
        return table.shipped().stream()
                .map(row -> new Published(row.id(), read(row)))
                .toList();
    }

    @Override
    public List<Choice> published(AssociationId association, String language) {
        return table.of(association).stream()
                .filter(row -> row.place().state() == State.PUBLISHED)
                .map(row -> new Choice(row.id(), named(read(row), language)))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    @Override
    public Optional<String> name(InstrumentId id, String language) {
        return find(id).map(instrument -> named(instrument, language));
    }

    private static String named(Instrument instrument, String language) {
        return instrument.name().in(language) + ", version " + instrument.version();
    }
}
