package se.framsteg.retention;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.shared.Id;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/** Approved lists as rows, which stay as receipts. Guards nothing: the doors do. */
@Component
class Disposals {
    private final JdbcClient jdbc;
    private final Clock clock;

    Disposals(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Lets one transaction at a time approve an organisation's list. */
    void lock(OrganisationId organisation) {
        jdbc.sql("select true from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("disposal of " + organisation)
                .query(Boolean.class)
                .single();
    }

    /** Approves these cases. */
    void approve(Actor.Staff actor, KeepingRule rule, List<EndedCase> cases) {
        var list = new Approved(
                What.CASES, rule.years().orElseThrow(), rule.countsFrom(), rule.archive(), "disposal_cases");
        approve(
                actor,
                list,
                cases.stream().map(EndedCase::initiative).toList(),
                cases.stream().map(EndedCase::id).toList());
    }

    /** Approves these referrals. */
    void approveReferrals(Actor.Staff actor, KeepingRule rule, List<OldReferral> referrals) {
        var list = new Approved(
                What.REFERRALS, rule.referralYears().orElseThrow(), CountsFrom.LAST_ENTRY, false, "disposal_referrals");
        approve(
                actor,
                list,
                referrals.stream().map(OldReferral::initiative).toList(),
                referrals.stream().map(OldReferral::id).toList());
    }

    /** @param rows the table in which what is still to go stands */
    private record Approved(What what, int years, CountsFrom countsFrom, boolean archive, String rows) {}

    private void approve(Actor.Staff actor, Approved list, List<InitiativeId> initiatives, List<? extends Id> going) {
        var id = UUID.randomUUID();
        jdbc.sql("""
            insert into disposals (id, association_id, organisation_id, what, years, counts_from, archive, approved_by,
              approved_at)
            values (:id, :association, :organisation, :what, :years, :from, :archive, :by, :now)\
            """)
                .param("id", id)
                .param("what", list.what().name())
                .param("association", actor.association().value())
                .param("organisation", actor.organisation().value())
                .param("years", list.years())
                .param("from", list.countsFrom().name())
                .param("archive", list.archive())
                .param("by", actor.id().value())
                .param("now", now())
                .update();
        jdbc.sql("""
            insert into disposal_counts (disposal_id, initiative_id, approved)
            select :id, initiative, count(*) from unnest(:initiatives) as of(initiative) group by initiative\
            """).param("id", id).param("initiatives", values(initiatives)).update();
        jdbc.sql("insert into " + list.rows() + " select one, :id from unnest(:going) as of(one)")
                .param("id", id)
                .param("going", values(going))
                .update();
    }

    private static UUID[] values(List<? extends Id> ids) {
        return ids.stream().map(Id::value).toArray(UUID[]::new);
    }

    /** All lists of an organisation, the latest first. */
    List<Receipt> of(OrganisationId organisation) {
        var found = new LinkedHashMap<UUID, Receipt>();
        jdbc.sql("""
            select d.*, n.initiative_id, n.approved, n.disposed, n.kept, w.withdrawn_by, w.withdrawn_at
            from disposals d join disposal_counts n on n.disposal_id = d.id
            left join disposal_withdrawals w on w.disposal_id = d.id
            where d.organisation_id = ? order by d.approved_at desc, d.id, n.approved desc, n.initiative_id\
            """).param(organisation.value()).query(row -> {
            var id = row.getObject("id", UUID.class);
            var receipt = found.get(id);
            if (receipt == null) {
                receipt = receipt(id, row);
                found.put(id, receipt);
            }
            receipt.counts()
                    .add(new Receipt.Count(
                            new InitiativeId(row.getObject("initiative_id", UUID.class)),
                            row.getInt("approved"),
                            row.getInt("disposed"),
                            row.getInt("kept")));
        });
        return List.copyOf(found.values());
    }

    private static Receipt receipt(UUID id, ResultSet row) throws SQLException {
        return new Receipt(
                id,
                What.valueOf(row.getString("what")),
                row.getInt("years"),
                CountsFrom.valueOf(row.getString("counts_from")),
                row.getBoolean("archive"),
                new StaffId(row.getObject("approved_by", UUID.class)),
                row.getObject("approved_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("finished_at", OffsetDateTime.class)),
                withdrawal(row),
                new ArrayList<>());
    }

    private static Optional<Receipt.Withdrawal> withdrawal(ResultSet row) throws SQLException {
        var at = row.getObject("withdrawn_at", OffsetDateTime.class);
        return at == null
                ? Optional.empty()
                : Optional.of(
                        new Receipt.Withdrawal(new StaffId(row.getObject("withdrawn_by", UUID.class)), at.toInstant()));
    }

    /** Takes what is left of a list off it; how much that was. */
    int withdraw(UUID list) {
        return jdbc.sql("select withdraw_approval(?, ?)")
                .param(list)
                .param(now())
                .query(Integer.class)
                .single();
    }

    private static Optional<Instant> instant(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
