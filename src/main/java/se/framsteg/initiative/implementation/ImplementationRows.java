package se.framsteg.initiative.implementation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.initiative.implementation.ImplementationStep.Change;
import se.framsteg.initiative.implementation.ImplementationStep.State;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** Steps and how far they have come as rows. Guards nothing: the door does. */
@Component
class ImplementationRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    ImplementationRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<ImplementationStep> of(InitiativeId initiative) {
        var changes = new HashMap<UUID, List<Change>>();
        jdbc.sql("select * from initiative_step_states where initiative_id = ? order by number desc")
                .param(initiative.value())
                .query(row -> {
                    changes.computeIfAbsent(row.getObject("step_id", UUID.class), _ -> new ArrayList<>())
                            .add(change(row));
                });
        return jdbc.sql("""
            select * from initiative_steps where initiative_id = ? and removed_at is null order by position, id\
            """)
                .param(initiative.value())
                .query((row, i) -> step(row, changes.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    Optional<ImplementationStep> find(InitiativeId initiative, ImplementationStepId id) {
        return of(initiative).stream().filter(step -> step.id().equals(id)).findFirst();
    }

    /** Adds it; does nothing if there is one with its id. */
    void add(InitiativeId initiative, ImplementationStep step, StaffId by) {
        with(jdbc.sql("""
            insert into initiative_steps (id, association_id, initiative_id, position, text, responsible, due_on, saved_by, saved_at)
            select :id, i.association_id, i.id, :position, :text, :responsible, :due, :by, :now
            from initiatives i where i.id = :initiative on conflict (id) do nothing\
            """), step, by).param("initiative", initiative.value()).update();
    }

    boolean change(ImplementationStep step, StaffId by) {
        return with(jdbc.sql("""
            update initiative_steps set position = :position, text = :text, responsible = :responsible, due_on = :due,
              version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """), step, by).param("version", step.version()).update() == 1;
    }

    boolean remove(ImplementationStepId id, int version, StaffId by) {
        return jdbc.sql("""
            update initiative_steps set removed_at = :now, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Adds it; does nothing if there is one with its id. */
    void add(ImplementationStepId step, Change change, StaffId by) {
        jdbc.sql("""
            insert into initiative_step_states (id, association_id, initiative_id, step_id, state, changed_on, words, saved_by, saved_at)
            select :id, s.association_id, s.initiative_id, s.id, :state, :on, :words, :by, :now
            from initiative_steps s where s.id = :step on conflict (id) do nothing\
            """)
                .param("id", change.id().value())
                .param("step", step.value())
                .param("state", change.state().name())
                .param("on", change.on())
                .param("words", change.words())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    private JdbcClient.StatementSpec with(JdbcClient.StatementSpec statement, ImplementationStep step, StaffId by) {
        return statement
                .param("id", step.id().value())
                .param("position", step.position())
                .param("text", step.text())
                .param("responsible", step.responsible())
                .param("due", step.due().orElse(null))
                .param("by", by.value())
                .param("now", now());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Change change(ResultSet row) throws SQLException {
        return new Change(
                new StepStateId(row.getObject("id", UUID.class)),
                State.valueOf(row.getString("state")),
                row.getObject("changed_on", LocalDate.class),
                row.getString("words"));
    }

    private static ImplementationStep step(ResultSet row, List<Change> changes) throws SQLException {
        return new ImplementationStep(
                new ImplementationStepId(row.getObject("id", UUID.class)),
                row.getInt("position"),
                row.getString("text"),
                row.getString("responsible"),
                Optional.ofNullable(row.getObject("due_on", LocalDate.class)),
                changes,
                row.getInt("version"));
    }
}
