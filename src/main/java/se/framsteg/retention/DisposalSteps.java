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
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;

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

    /** A list with cases left to go, and whether they are archived first. */
    record Approved(UUID id, OrganisationId organisation, boolean archive) {}

    /** The lists that are not finished, in the order in which they were approved. */
    @Transactional
    public List<Approved> unfinished() {
        asking.by(INSTALLATION);
        return jdbc.sql("select * from disposals where finished_at is null order by approved_at, id")
                .query((row, i) -> new Approved(
                        row.getObject("id", UUID.class),
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
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
        GONE
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
              and not exists (select from disposal_cases c where c.disposal_id = :id)\
            """)
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("id", list.id())
                .update();
    }
}
