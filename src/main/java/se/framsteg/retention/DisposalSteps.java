package se.framsteg.retention;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Asking;
import se.framsteg.access.Guard;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.ReferralId;

/** The steps of a disposal, each a transaction of its own, made by the installation. */
@Component
class DisposalSteps {
    private static final Actor.Installation INSTALLATION = new Actor.Installation();

    private final JdbcClient jdbc;
    private final Asking asking;
    private final Guard guard;
    private final Clock clock;

    DisposalSteps(JdbcClient jdbc, Asking asking, Guard guard, Clock clock) {
        this.jdbc = jdbc;
        this.asking = asking;
        this.guard = guard;
        this.clock = clock;
    }

    /** A list of which something is left to go, and whether that is archived first. */
    record Approved(UUID id, OrganisationId organisation, AssociationId association, What what, boolean archive) {}

    /** The lists that are not finished, in the order in which they were approved. */
    @Transactional
    public List<Approved> unfinished() {
        asking.by(INSTALLATION);
        return jdbc.sql("select * from disposals where finished_at is null order by approved_at, id")
                .query((row, i) -> new Approved(
                        row.getObject("id", UUID.class),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        new AssociationId(row.getObject("association_id", UUID.class)),
                        What.valueOf(row.getString("what")),
                        row.getBoolean("archive")))
                .list();
    }

    @Transactional
    public List<CaseId> cases(Approved list) {
        asking.by(INSTALLATION);
        return jdbc.sql("select case_id from disposal_cases where disposal_id = ? order by case_id")
                .param(list.id())
                .query((row, i) -> new CaseId(row.getObject("case_id", UUID.class)))
                .list();
    }

    @Transactional
    public List<ReferralId> referrals(Approved list) {
        asking.by(INSTALLATION);
        return jdbc.sql("select referral_id from disposal_referrals where disposal_id = ? order by referral_id")
                .param(list.id())
                .query((row, i) -> new ReferralId(row.getObject("referral_id", UUID.class)))
                .list();
    }

    /** Takes a referral that became no case out of the database, as it is now, and journals that by ids alone. */
    @Transactional
    public Outcome dispose(ReferralId id) {
        var permit = guard.permitted(INSTALLATION, Action.DISPOSE_OF_REFERRAL, id);
        if (permit.isEmpty()) {
            return Outcome.GONE;
        }
        var outcome = Outcome.valueOf(
                jdbc.sql("""
                    select dispose_of_referral(:id, (select as_read from retention_referrals where referral_id = :id))\
                    """).param("id", id.value()).query(String.class).single());
        if (outcome == Outcome.DISPOSED) {
            permit.get().journal(Action.DISPOSE_OF_REFERRAL);
        }
        return outcome;
    }

    /** Mixes what is left of cases for the statistics, so that no row can be told by when it was written. */
    @Transactional
    public void mix(AssociationId association) {
        asking.by(INSTALLATION);
        jdbc.sql("select mix_kept(?)").param(association.value()).query(row -> {});
    }

    /**
     * A case before it goes.
     *
     * @param asRead tells whether anything has been entered or changed since
     * @param mayGo whether nothing holds it now
     */
    record Doomed(CaseId id, String number, String asRead, boolean mayGo) {}

    /** Empty if the case has been opened again, or is gone. */
    @Transactional
    public Optional<Doomed> read(CaseId id) {
        asking.by(INSTALLATION);
        return jdbc.sql("""
            select *, not held and not restricted and coalesce(may_go_on <= asked_on(), false) as may_go
            from retention_cases where case_id = ?\
            """)
                .param(id.value())
                .query((row, i) ->
                        new Doomed(id, row.getString("number"), row.getString("as_read"), row.getBoolean("may_go")))
                .optional();
    }

    /** What came of it: the words of {@code dispose_of_case}. */
    enum Outcome {
        DISPOSED,
        /** Held, restricted, opened again or not due any longer: off the list. */
        KEPT,
        /** Written in since it was read: to be read again. */
        CHANGED,
        NOT_APPROVED,
        /** Not there: maybe because it was disposed of just now, and what is in the archive is all that is left of it. */
        GONE;

        /** Whether the database has the case, so that what the archive holds of it is one too many. */
        boolean stillThere() {
            return this == KEPT || this == CHANGED || this == NOT_APPROVED;
        }
    }

    /** Takes the case out of the database, and journals that by ids alone. */
    @Transactional
    public Outcome dispose(CaseId id, String asRead) {
        var permit = guard.permitted(INSTALLATION, Action.DISPOSE_OF_CASE, id);
        if (permit.isEmpty()) {
            return Outcome.GONE;
        }
        var outcome = Outcome.valueOf(jdbc.sql("select dispose_of_case(?, ?)")
                .param(id.value())
                .param(asRead)
                .query(String.class)
                .single());
        if (outcome == Outcome.DISPOSED) {
            permit.get().journal(Action.DISPOSE_OF_CASE);
        }
        return outcome;
    }

    /** Notes that a list is finished, if nothing of it is left. */
    @Transactional
    public void finish(Approved list) {
        asking.by(INSTALLATION);
        jdbc.sql("""
            update disposals set finished_at = :now
            where id = :id and finished_at is null
              and not exists (select from disposal_cases c where c.disposal_id = :id)
              and not exists (select from disposal_referrals c where c.disposal_id = :id)\
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", list.id())
                .update();
    }
}
