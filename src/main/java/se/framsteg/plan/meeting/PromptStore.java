package se.framsteg.plan.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseLists;
import se.framsteg.plan.Plan;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;

/** What plans wait for, by cases that a member of staff reaches. Guards nothing: the doors do. */
@Component
class PromptStore {
    /** Of a need that no plan has come of the last answer holds; a plan that has ended has answered its need. */
    private static final String STANDINGS = """
        select distinct c.id as case_id, c.association_id, c.participant_id, p.kind, w.seen_on, w.said_on, m.meets_on,
          exists (select from plan_meetings x where x.plan_id = p.id and x.state = 'HELD') as met,
          (select min(i.sent_at) from plan_invitees i where i.meeting_id = m.id and i.how = 'SUMMONS'
            and i.removed_at is null) as summoned_at,
          (select min(i.sent_at) from plan_invitees i join plan_meetings x on x.id = i.meeting_id
            where x.plan_id = p.id and i.how = 'SUMMONS') as called_at,
          exists (select from plan_invitees i where i.meeting_id = m.id and i.sent_at is not null) as told,
          exists (select from plan_invitees i where i.meeting_id = m.id and i.removed_at is null and i.reply is null
            and (select o.state from outbox o where o.about_id = i.id order by o.queued_at desc limit 1) = 'FAILED') as returned,
          k.samsip_days, k.discharge_days
        from case_reach h
        join cases c on c.id = h.case_id and c.state <> 'ENDED'
        left join plans p on p.case_id = c.id and p.ended_on is null
        left join plan_meetings m on m.plan_id = p.id and m.state = 'PLANNED'
        left join lateral (select n.seen_on, a.said_on from plan_needs n
          join lateral (select * from plan_answers a where a.need_id = n.id order by a.number desc limit 1) a on a.wanted
          where n.case_id = c.id and (n.id = p.need_id or p.id is null
            and not exists (select from plans e where e.case_id = c.id and e.ended_on >= a.said_on))
          order by a.said_on desc limit 1) w on true
        left join plan_clocks k on k.association_id = c.association_id
        where h.staff_id = :staff and (p.id is not null or w.said_on is not null)
          and not exists (select from restricted_cases x where x.case_id = c.id) and\
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    PromptStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Found(CaseId caseId, Trace trace, Prompt prompt) {}

    /** What waits for this caseworker, or for this lead while nobody has the case; what has waited longest first. */
    List<Found> of(StaffId staff, int most) {
        return found(
                jdbc.sql(STANDINGS + " (h.reach = 'CASEWORKER' or h.reach = 'LEAD' and not exists"
                                + " (select from case_reach w where w.case_id = h.case_id and w.reach = 'CASEWORKER'))")
                        .param("staff", staff.value()),
                most);
    }

    /** What waits in the cases of an initiative that this lead reaches. */
    List<Found> of(InitiativeId initiative, StaffId lead, int most) {
        return found(
                jdbc.sql(STANDINGS + " h.reach = 'LEAD' and c.initiative_id = :initiative")
                        .param("staff", lead.value())
                        .param("initiative", initiative.value()),
                most);
    }

    private List<Found> found(JdbcClient.StatementSpec asked, int most) {
        var today = LocalDate.now(clock);
        return asked.query((row, i) -> found(row, today)).list().stream()
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing((Found one) -> one.prompt().due())
                        .thenComparing(one -> one.caseId().value()))
                .limit(most)
                .toList();
    }

    private static Optional<Found> found(ResultSet row, LocalDate today) throws SQLException {
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        var trace = CaseLists.trace(row);
        return Prompt.of(standing(row), days(row), today).map(prompt -> new Found(caseId, trace, prompt));
    }

    private static Prompt.Standing standing(ResultSet row) throws SQLException {
        return new Prompt.Standing(
                Optional.ofNullable(row.getString("kind")).map(Plan.Kind::valueOf),
                Optional.ofNullable(row.getObject("seen_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("said_on", LocalDate.class)),
                row.getBoolean("met"),
                Optional.ofNullable(row.getObject("meets_on", LocalDate.class)),
                day(row, "summoned_at"),
                day(row, "called_at"),
                row.getBoolean("told"),
                row.getBoolean("returned"));
    }

    private static CallClock.Days days(ResultSet row) throws SQLException {
        var samsip = row.getObject("samsip_days", Integer.class);
        return samsip == null ? CallClock.Days.USUAL : new CallClock.Days(samsip, row.getInt("discharge_days"));
    }

    private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(at -> LocalDate.ofInstant(at.toInstant(), Time.SWEDEN));
    }
}
