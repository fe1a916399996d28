package se.framsteg.fidelity.scale;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.framsteg.shared.definition.DefinitionTable;

/** The rows of {@code fidelity_scales}. */
@Repository
class ScaleTable extends DefinitionTable<ScaleId> {
    ScaleTable(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, "fidelity_scales", ScaleId::new);
    }
}
