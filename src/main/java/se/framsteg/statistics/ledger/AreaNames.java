package se.framsteg.statistics.ledger;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Respondent;
import se.framsteg.assessment.library.InstrumentLibrary;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.InstrumentId;

/** The areas that initiatives measure, as their instruments name them now: those who see the ledger reach no round. */
@Component
class AreaNames {
    private final JdbcClient jdbc;
    private final InstrumentLibrary library;

    AreaNames(JdbcClient jdbc, InstrumentLibrary library) {
        this.jdbc = jdbc;
        this.library = library;
    }

    /** In the order of the instruments, each area of each voice once. */
    List<FigureTable.Area> of(Collection<InitiativeId> initiatives) {
        var areas = new LinkedHashMap<String, FigureTable.Area>();
        for (var voice : Respondent.values()) {
            instruments(initiatives)
                    .forEach(instrument -> instrument.dimensions().stream()
                            .filter(dimension -> asked(instrument, dimension, voice))
                            .forEach(dimension -> areas.putIfAbsent(
                                    CaseQueries.area(voice, dimension.key()),
                                    new FigureTable.Area(dimension.key(), dimension.name(), voice))));
        }
        return List.copyOf(areas.values());
    }

    static boolean asked(Instrument instrument, Dimension dimension, Respondent voice) {
        return instrument.itemsFor(voice).stream()
                .anyMatch(item -> item.dimension().equals(dimension.key()));
    }

    private List<Instrument> instruments(Collection<InitiativeId> initiatives) {
        return jdbc
                .sql("select distinct instrument_id from initiatives where id = any(:ids) order by instrument_id")
                .param("ids", initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .query((row, i) -> new InstrumentId(row.getObject("instrument_id", UUID.class)))
                .list()
                .stream()
                .map(library::get)
                .toList();
    }
}
