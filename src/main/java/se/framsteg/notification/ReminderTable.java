package se.framsteg.notification;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.cases.CaseFacts;
import se.framsteg.notification.ReminderSource.Asked;
import se.framsteg.notification.carrier.Failure;
import se.framsteg.notification.carrier.Way;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Id;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.StaffId;

/** The queue of reminders as stored, and afterwards the record of them. */
@Component
class ReminderTable {
    /** Nobody is reminded twice within so many days, whatever there is to answer. */
    private static final int DAYS_BETWEEN = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    ReminderTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Puts a reminder in the queue, unless it is there already or the person was reminded lately. */
    void plan(CaseFacts facts, Asked asked, Occasion occasion, Way way) {
        jdbc.sql("""
            insert into reminders (id, association_id, initiative_id, case_id, participant_id, about_id, occasion, day, way,
              state, planned_at, next_attempt_at)
            select :id, :association, :initiative, :case, :participant, :about, :occasion, :day, :way, 'PLANNED', :now, :now
            where not exists (select from reminders where case_id = :case and planned_at > :lately
              and state in ('PLANNED', 'SENT'))
            on conflict do nothing\
            """)
                .param("id", Id.next())
                .param("association", facts.association().value())
                .param("initiative", facts.initiative().value())
                .param("case", facts.id().value())
                .param("participant", facts.participant().value())
                .param("about", asked.about())
                .param("occasion", occasion.name())
                .param("day", occasion.day(asked))
                .param("way", way.name())
                .param("now", at(clock.instant()))
                .param("lately", at(clock.instant().minus(Duration.ofDays(DAYS_BETWEEN))))
                .update();
    }

    /** Gives up reminders of occasions before this day that still wait. */
    @Transactional
    int drop(LocalDate before) {
        return jdbc.sql("update reminders set state = 'DROPPED', settled_at = :now where state = 'PLANNED' and day <"
                        + " :before")
                .param("now", at(clock.instant()))
                .param("before", before)
                .update();
    }

    /** Takes away what waits for this case. */
    void stop(CaseId caseId) {
        jdbc.sql("update reminders set state = 'STOPPED', settled_at = :now where state = 'PLANNED' and case_id"
                        + " = :case")
                .param("now", at(clock.instant()))
                .param("case", caseId.value())
                .update();
    }

    /**
     * Takes the reminder whose turn it is, so that nobody else does: its next attempt is moved ahead first. If the program is
     * killed before what became of it is written, it comes back then.
     *
     * @param suits the wishes about the time of day that are met now
     * @param open the ways that can be tried now
     */
    @Transactional
    Optional<Reminder> take(Set<PartOfDay> suits, Set<Way> open) {
        return jdbc.sql("""
            update reminders set attempts = attempts + 1, unsettled = unsettled + 1,
              next_attempt_at = :now + interval '5 minutes' * power(3, least(attempts, 8))
            where id = (select r.id from reminders r
              join reminder_choices c on c.case_id = r.case_id and c.ended_at is null
              where r.state = 'PLANNED' and r.next_attempt_at <= :now and r.way = any(:open)
                and c.part_of_day = any(:suits)
              order by r.next_attempt_at, r.id limit 1 for update of r skip locked)
            returning *\
            """)
                .param("now", at(clock.instant()))
                .param("open", names(open))
                .param("suits", names(suits))
                .query(ReminderTable::reminder)
                .optional();
    }

    /** Writes what became of a reminder that was taken. */
    void settle(Reminder reminder, Reminder.State state, Optional<Failure> failure) {
        var now = at(clock.instant());
        jdbc.sql("""
            update reminders set state = :state, unsettled = 0, failure = :failure,
              failed_at = case when :failed then cast(:now as timestamptz) else failed_at end,
              settled_at = case when :settled then cast(:now as timestamptz) end
            where id = :id and state = 'PLANNED'\
            """)
                .param("state", state.name())
                .param("failure", failure.map(Enum::name).orElse(null))
                .param("failed", failure.isPresent())
                .param("settled", state != Reminder.State.PLANNED)
                .param("now", now)
                .param("id", reminder.id())
                .update();
    }

    /** The newest reminders of a case. */
    List<Reminder> of(CaseId caseId, int most) {
        return jdbc.sql("select * from reminders where case_id = :case order by planned_at desc, id desc limit :most")
                .param("case", caseId.value())
                .param("most", most)
                .query(ReminderTable::reminder)
                .list();
    }

    /** How many reminders of an initiative have been planned since, by what became of them. */
    Map<Reminder.State, Integer> counts(InitiativeId initiative, Instant since) {
        var counts = new TreeMap<Reminder.State, Integer>();
        jdbc.sql("select state, count(*) as n from reminders where initiative_id = :initiative and planned_at > :since"
                        + " group by state")
                .param("initiative", initiative.value())
                .param("since", at(since))
                .query(row -> {
                    counts.put(Reminder.State.valueOf(row.getString("state")), row.getInt("n"));
                });
        return counts;
    }

    /** Those of an initiative that did not go, newest first, in cases that this lead reaches. */
    List<Reminder> failed(InitiativeId initiative, StaffId lead, Instant since, int most) {
        return jdbc.sql("""
            select r.* from reminders r
            join case_reach h on h.case_id = r.case_id and h.staff_id = :staff and h.reach = 'LEAD'
            where r.initiative_id = :initiative and r.planned_at > :since and r.state in ('FAILED', 'DROPPED')
            order by r.settled_at desc, r.id limit :most\
            """)
                .param("initiative", initiative.value())
                .param("staff", lead.value())
                .param("since", at(since))
                .param("most", most)
                .query(ReminderTable::reminder)
                .list();
    }

    /** This caseworker's cases in which the last reminder did not go, and nobody has chosen anew since. */
    List<Reminder> failedLast(StaffId caseworker, Instant since, int most) {
        return jdbc.sql("""
            select r.* from case_reach h
            join reminder_choices c on c.case_id = h.case_id and c.ended_at is null and c.way <> 'NONE'
            join lateral (select * from reminders where case_id = h.case_id and state in ('SENT', 'FAILED')
              order by settled_at desc limit 1) r on r.state = 'FAILED'
            where h.staff_id = :staff and h.reach = 'CASEWORKER' and r.settled_at > :since and r.settled_at > c.recorded_at
              and not exists (select from restricted_cases x where x.case_id = h.case_id)
            order by r.settled_at, r.id limit :most\
            """)
                .param("staff", caseworker.value())
                .param("since", at(since))
                .param("most", most)
                .query(ReminderTable::reminder)
                .list();
    }

    /** The ways on which the last that happened since was that they could not be used at all. */
    Map<Way, Failure> waysFailing(Instant since) {
        var failing = new TreeMap<Way, Failure>();
        jdbc.sql("""
            select way, (array_agg(failure order by failed_at desc))[1] as failure from reminders
            where failed_at > :since and failure in ('NOT_LET_IN', 'UNREACHABLE') group by way
            having max(failed_at) > coalesce((select max(s.settled_at) from reminders s
              where s.way = reminders.way and s.state = 'SENT' and s.planned_at > :since), '-infinity')\
            """).param("since", at(since)).query(row -> {
            failing.put(Way.valueOf(row.getString("way")), Failure.valueOf(row.getString("failure")));
        });
        return failing;
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Reminder reminder(ResultSet row, int i) throws SQLException {
        return new Reminder(
                row.getObject("id", UUID.class),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                new ParticipantId(row.getObject("participant_id", UUID.class)),
                row.getObject("about_id", UUID.class),
                Occasion.valueOf(row.getString("occasion")),
                row.getObject("day", LocalDate.class),
                Way.valueOf(row.getString("way")),
                Reminder.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("unsettled"),
                Optional.ofNullable(row.getString("failure")).map(Failure::valueOf),
                moment(row.getObject("settled_at", OffsetDateTime.class)));
    }

    private static Optional<Instant> moment(@Nullable OffsetDateTime at) {
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
