package se.framsteg.pathway.library;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.definition.DefinitionTable;

/** The rows of {@code pathways}. */
@Repository
class PathwayTable extends DefinitionTable<PathwayId> {
    PathwayTable(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, "pathways", PathwayId::new);
    }
}
