package se.framsteg.initiative.terms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;

/** What was agreed on as rows. Guards nothing: the door does. */
@Component
class TermsRows {
    private final JdbcClient jdbc;
    private final Clock clock;

    TermsRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param version from 1; 0 of what has not been written */
    record Stored(Terms terms, int version) {}

    Stored of(InitiativeId initiative) {
        return jdbc.sql("select * from initiative_agreements where initiative_id = ?")
                .param(initiative.value())
                .query(TermsRows::stored)
                .optional()
                .orElse(new Stored(Terms.NONE, 0));
    }

    /** Whether they were still of that version, 0 for none, and have been saved. */
    boolean save(InitiativeId initiative, Terms terms, int version, StaffId by) {
        return jdbc.sql("""
            insert into initiative_agreements as a (initiative_id, association_id, background, purpose, method, applied_sum, applied_on,
              decided_on, decision_reference, agreed_on, agreement_reference, version, saved_by, saved_at)
            select i.id, i.association_id, :background, :purpose, :method, :sum, :applied, :decided, :decision, :agreed, :agreement,
              1, :by, :now
            from initiatives i where i.id = :initiative
              and (:version = 0 or exists (select from initiative_agreements o where o.initiative_id = i.id))
            on conflict (initiative_id) do update set background = :background, purpose = :purpose, method = :method,
              applied_sum = :sum, applied_on = :applied, decided_on = :decided, decision_reference = :decision,
              agreed_on = :agreed, agreement_reference = :agreement, version = a.version + 1, saved_by = :by, saved_at = :now
            where a.version = :version\
            """)
                        .param("initiative", initiative.value())
                        .param("background", terms.background())
                        .param("purpose", terms.purpose())
                        .param("method", terms.method())
                        .param("sum", terms.sum().orElse(null))
                        .param("applied", terms.appliedOn().orElse(null))
                        .param("decided", terms.decidedOn().orElse(null))
                        .param("decision", terms.decision())
                        .param("agreed", terms.agreedOn().orElse(null))
                        .param("agreement", terms.agreement())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Stored stored(ResultSet row, int i) throws SQLException {
        return new Stored(
                new Terms(
                        row.getString("background"),
                        row.getString("purpose"),
                        row.getString("method"),
                        Optional.ofNullable(row.getObject("applied_sum", Long.class)),
                        day(row, "applied_on"),
                        day(row, "decided_on"),
                        row.getString("decision_reference"),
                        day(row, "agreed_on"),
                        row.getString("agreement_reference")),
                row.getInt("version"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, LocalDate.class));
    }
}
