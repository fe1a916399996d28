package se.framsteg.assessment.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.InstrumentReader;
import se.framsteg.assessment.instrument.InstrumentReading;
import se.framsteg.initiative.InstrumentCatalogue;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.NotFoundException;

/** The instruments that can be used. What is published never changes, so each is read once and kept. */
@Component
public class InstrumentLibrary implements InstrumentCatalogue {
    private final Map<InstrumentId, Instrument> read = new ConcurrentHashMap<>();
    private final JdbcClient jdbc;

    InstrumentLibrary(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A published instrument and its id. */
    public record Published(InstrumentId id, Instrument instrument) {}

    /**
     * The published or retired instrument with this id. For other packages, which guard what they show themselves.
     *
     * @throws NotFoundException if there is none
     */
    public Instrument get(InstrumentId id) {
        return read.computeIfAbsent(id, this::load);
    }

    private Instrument load(InstrumentId id) {
        return jdbc.sql("select id, definition from instruments where id = ? and state <> 'DRAFT'")
                .param(id.value())
                .query(InstrumentLibrary::read)
                .optional()
                .orElseThrow(NotFoundException::new)
                .instrument();
    }

    /** All instruments that initiatives can choose, by key and version. */
    public List<Published> published() {
        return jdbc.sql("select id, definition from instruments where state = 'PUBLISHED' order by key, version")
                .query(InstrumentLibrary::read)
                .list();
    }

    @Override
    public List<Choice> published(String language) {
        return published().stream()
                .map(one -> new Choice(
                        one.id(),
                        one.instrument().name().in(language) + ", version "
                                + one.instrument().version()))
                .sorted(Comparator.comparing(Choice::name))
                .toList();
    }

    private static Published read(ResultSet row, int i) throws SQLException {
        var id = new InstrumentId(row.getObject("id", UUID.class));
        return switch (InstrumentReader.read(row.getString("definition"))) {
            case InstrumentReading.Accepted(var instrument) -> new Published(id, instrument);
            case InstrumentReading.Refused _ ->
                throw new IllegalStateException("instrument " + id + " is published but not readable");
        };
    }
}
