package se.framsteg.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.organisation.OrganisationKind;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;

/** Rules, and the cases that they are about, as rows. Guards nothing: the doors do. */
@Component
class RetentionTable {
    private final JdbcClient jdbc;
    private final Clock clock;

    RetentionTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    KeepingRule rule(OrganisationId organisation, OrganisationKind kind) {
        return jdbc.sql("""
            select retention_default(:kind) as by_default, r.years, r.counts_from, r.archive, r.version
            from (select) as one left join retention_rules r on r.organisation_id = :organisation\
            """)
                .param("kind", kind.name())
                .param("organisation", organisation.value())
                .query((row, i) -> rule(kind, row))
                .single();
    }

    private static KeepingRule rule(OrganisationKind kind, ResultSet row) throws SQLException {
        var byDefault = Optional.ofNullable(row.getObject("by_default", Integer.class));
        var from = Optional.ofNullable(row.getString("counts_from"));
        return new KeepingRule(
                kind,
                Optional.ofNullable(row.getObject("years", Integer.class)).or(() -> byDefault),
                byDefault.orElse(1),
                from.map(CountsFrom::valueOf).orElse(CountsFrom.LAST_ENTRY),
                row.getBoolean("archive"),
                row.getInt("version"));
    }

    /** False if somebody else has set it since that version. */
    boolean set(Actor.Staff actor, int version, int years, CountsFrom countsFrom, boolean archive) {
        return jdbc.sql("""
            insert into retention_rules as r (organisation_id, association_id, years, counts_from, archive, set_by, set_at)
            select :organisation, :association, :years, :from, :archive, :by, :now
            where :version = 0 or exists (select from retention_rules where organisation_id = :organisation)
            on conflict (organisation_id) do update set years = :years, counts_from = :from, archive = :archive, set_by = :by,
              set_at = :now, version = r.version + 1
            where r.version = :version\
            """)
                        .param("organisation", actor.organisation().value())
                        .param("association", actor.association().value())
                        .param("years", years)
                        .param("from", countsFrom.name())
                        .param("archive", archive)
                        .param("by", actor.id().value())
                        .param("now", now())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** The ended cases of an organisation for which it is known when they may go, those that may go first before the others. */
    List<EndedCase> ended(OrganisationId organisation) {
        return jdbc.sql("""
            select e.*, exists (select from disposal_cases d where d.case_id = e.case_id) as under_way
            from retention_cases e where e.organisation_id = ? and e.may_go_on is not null
            order by e.may_go_on, e.number\
            """)
                .param(organisation.value())
                .query((row, i) -> new EndedCase(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("number"),
                        new InitiativeId(row.getObject("initiative_id", UUID.class)),
                        row.getObject("ended_on", LocalDate.class),
                        row.getObject("may_go_on", LocalDate.class),
                        row.getBoolean("held"),
                        row.getBoolean("restricted"),
                        row.getBoolean("under_way")))
                .list();
    }

    /** How many cases of an organisation have ended, whether it is known when they may go or not. */
    int countEnded(OrganisationId organisation) {
        return jdbc.sql("select count(*) from retention_cases where organisation_id = ?")
                .param(organisation.value())
                .query(Integer.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
