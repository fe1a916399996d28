package se.framsteg.assessment.library;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.framsteg.shared.InstrumentId;
import se.framsteg.shared.definition.DefinitionTable;

/** The rows of {@code instruments}. */
@Repository
class InstrumentTable extends DefinitionTable<InstrumentId> {
    InstrumentTable(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, "instruments", InstrumentId::new);
    }
}
