package se.framsteg.fidelity.scale;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.definition.DefinitionTable;

/** The rows of {@code fidelity_scales}. */
@Repository
class ScaleTable extends DefinitionTable<ScaleId> {
    private final JdbcClient jdbc;

    ScaleTable(JdbcClient jdbc, Clock clock) {
        super(jdbc, clock, "fidelity_scales", ScaleId::new);
        this.jdbc = jdbc;
    }

    /** Holds others off who would put one in at the same time. */
    void lock(AssociationId association) {
        jdbc.sql("select 1 from (select pg_advisory_xact_lock(hashtextextended('fidelity scales ' || ?, 0))) l")
                .param(association.toString())
                .query(Integer.class)
                .single();
    }
}
