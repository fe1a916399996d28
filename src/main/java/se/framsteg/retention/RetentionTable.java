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
import se.framsteg.shared.ReferralId;
import se.framsteg.shared.StaffId;

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
            select retention_default(:kind) as by_default, r.years, r.counts_from, r.archive, r.referral_years,
              r.version
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
                Optional.ofNullable(row.getObject("referral_years", Integer.class))
                        .or(() -> byDefault),
                row.getInt("version"));
    }

    /** False if somebody else has set it since that version. */
    boolean set(Actor.Staff actor, int version, Retentions.Rule rule) {
        return jdbc.sql("""
            insert into retention_rules as r (organisation_id, association_id, years, counts_from, archive, referral_years,
              set_by, set_at)
            select :organisation, :association, :years, :from, :archive, :referralYears, :by, :now
            where :version = 0 or exists (select from retention_rules where organisation_id = :organisation)
            on conflict (organisation_id) do update set years = :years, counts_from = :from, archive = :archive,
              referral_years = :referralYears, set_by = :by, set_at = :now, version = r.version + 1
            where r.version = :version\
            """)
                        .param("organisation", actor.organisation().value())
                        .param("association", actor.association().value())
                        .param("years", rule.years())
                        .param("from", rule.countsFrom().name())
                        .param("archive", rule.archive())
                        .param("referralYears", rule.referralYears())
                        .param("by", actor.id().value())
                        .param("now", now())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** The ended cases of an organisation for which it is known when they may go, those that may go first before the others. */
    List<EndedCase> ended(OrganisationId organisation) {
        return jdbc.sql("""
            select e.*, case e.counts_from when 'END' then e.ended_on else greatest(e.ended_on, e.last_entry_on) end as from_on,
              exists (select from disposal_cases d where d.case_id = e.case_id) as under_way
            from retention_cases e where e.organisation_id = ? and e.may_go_on is not null
            order by e.may_go_on, e.number\
            """)
                .param(organisation.value())
                .query((row, i) -> new EndedCase(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("number"),
                        new InitiativeId(row.getObject("initiative_id", UUID.class)),
                        row.getObject("ended_on", LocalDate.class),
                        row.getInt("years"),
                        CountsFrom.valueOf(row.getString("counts_from")),
                        row.getObject("from_on", LocalDate.class),
                        row.getObject("may_go_on", LocalDate.class),
                        row.getBoolean("held"),
                        row.getBoolean("restricted"),
                        row.getBoolean("under_way")))
                .list();
    }

    /** @param mayGoOn since when the first of them may have gone */
    record Late(int cases, LocalDate mayGoOn) {}

    /**
     * The cases of an organisation that should be gone by today, see {@link EndedCase#late}, and that are neither kept nor approved;
     * empty if there are none. A case is kept for a year at least: what ended later isn't looked at.
     */
    Optional<Late> late(OrganisationId organisation, LocalDate today) {
        var lastYear = today.withDayOfYear(1).minusYears(1);
        return jdbc.sql("""
            select count(*) as cases, min(e.may_go_on) as may_go_on from retention_cases e
            where e.organisation_id = :organisation and e.ended_on < :ended and e.may_go_on < :lastYear
              and not e.held and not e.restricted
              and not exists (select from disposal_cases d where d.case_id = e.case_id)
            having count(*) > 0\
            """)
                .param("organisation", organisation.value())
                .param("ended", lastYear.minusYears(1))
                .param("lastYear", lastYear)
                .query((row, i) -> new Late(row.getInt("cases"), row.getObject("may_go_on", LocalDate.class)))
                .optional();
    }

    /** The referrals of an organisation that became no case and for which it is known when they may go, those that may first. */
    List<OldReferral> referrals(OrganisationId organisation) {
        return jdbc.sql("""
            select e.*, exists (select from disposal_referrals d where d.referral_id = e.referral_id) as under_way
            from retention_referrals e where e.organisation_id = ? and e.may_go_on is not null
            order by e.may_go_on, e.reference\
            """)
                .param(organisation.value())
                .query((row, i) -> new OldReferral(
                        new ReferralId(row.getObject("referral_id", UUID.class)),
                        row.getString("reference"),
                        new InitiativeId(row.getObject("initiative_id", UUID.class)),
                        row.getString("state").equals("DECLINED"),
                        row.getObject("received_on", LocalDate.class),
                        row.getObject("last_entry_on", LocalDate.class),
                        row.getObject("may_go_on", LocalDate.class),
                        row.getBoolean("held"),
                        row.getBoolean("under_way")))
                .list();
    }

    /** The holds of an organisation, the latest first. A reason that a lead has given is for those alone who have the case. */
    List<Held> held(OrganisationId organisation) {
        return jdbc.sql("""
            select coalesce(c.number, f.reference) as number, coalesce(c.initiative_id, f.initiative_id) as initiative_id,
              h.set_by, h.set_at, case when h.by_administrator then h.reason else '' end as reason
            from retention_holds h
            left join retention_cases c on c.case_id = h.case_id
            left join retention_referrals f on f.referral_id = h.referral_id
            where h.organisation_id = ? and h.lifted_at is null and coalesce(c.case_id, f.referral_id) is not null
            order by h.set_at desc, h.id\
            """)
                .param(organisation.value())
                .query((row, i) -> new Held(
                        row.getString("number"),
                        new InitiativeId(row.getObject("initiative_id", UUID.class)),
                        row.getString("reason"),
                        new StaffId(row.getObject("set_by", UUID.class)),
                        row.getObject("set_at", OffsetDateTime.class).toInstant()))
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
