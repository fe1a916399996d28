package se.framsteg.statistics.ledger;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What each of these measures by. */
    Measured ofEach(Collection<InitiativeId> initiatives) {
        var instruments = new HashMap<InitiativeId, InstrumentId>();
        jdbc.sql("select id, instrument_id from initiatives where id = any(:ids)")
                .param("ids", initiatives.stream().map(InitiativeId::value).toArray(UUID[]::new))
                .query(row -> {
                    instruments.put(
                            new InitiativeId(row.getObject("id", UUID.class)),
                            new InstrumentId(row.getObject("instrument_id", UUID.class)));
                });
        return new Measured(instruments);
    }

    /** The instruments of some initiatives. */
    final class Measured {
        private final Map<InitiativeId, InstrumentId> instruments;

        private Measured(Map<InitiativeId, InstrumentId> instruments) {
            this.instruments = instruments;
        }

        /** In the order of the instruments, each area of each voice once. */
        List<FigureTable.Area> of(Collection<InitiativeId> initiatives) {
            var used = initiatives.stream()
                    .flatMap(one -> Optional.ofNullable(instruments.get(one)).stream())
                    .distinct()
                    .sorted(Comparator.comparing(InstrumentId::toString))
                    .map(library::get)
                    .toList();
            var areas = new LinkedHashMap<String, FigureTable.Area>();
            for (var voice : Respondent.values()) {
                used.forEach(instrument -> instrument.dimensions().stream()
                        .filter(dimension -> asked(instrument, dimension, voice))
                        .forEach(dimension -> areas.putIfAbsent(
                                CaseQueries.area(voice, dimension.key()),
                                new FigureTable.Area(dimension.key(), dimension.name(), voice))));
            }
            return List.copyOf(areas.values());
        }
    }

    static boolean asked(Instrument instrument, Dimension dimension, Respondent voice) {
        return instrument.itemsFor(voice).stream()
                .anyMatch(item -> item.dimension().equals(dimension.key()));
    }
}
