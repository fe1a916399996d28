package se.framsteg.plan.document;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.plan.MeetingId;
import se.framsteg.plan.Plan;
import se.framsteg.plan.PlanId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.Time;
import tools.jackson.databind.json.JsonMapper;

/** Versions of plans as rows, never changed. Guards nothing: the doors do. */
@Component
class VersionStore {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final JsonMapper json;

    VersionStore(JdbcClient jdbc, Clock clock, JsonMapper json) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Lets nobody else settle it, or write in it what this would not see, until this transaction ends: a text that is new waits for the row
     * of the plan, one that is changed for its own.
     */
    void lock(PlanId plan) {
        jdbc.sql("select id from plans where id = ? for update")
                .param(plan.value())
                .query(UUID.class)
                .list();
        jdbc.sql("select part from plan_texts where plan_id = ? for update")
                .param(plan.value())
                .query(String.class)
                .list();
    }

    /** In order. */
    List<Plan.Made> of(PlanId plan) {
        return jdbc.sql("select number, made_at, made_by, meeting_id from plan_versions where plan_id = ? order by"
                        + " number")
                .param(plan.value())
                .query((row, i) -> new Plan.Made(
                        row.getInt("number"),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        new StaffId(row.getObject("made_by", UUID.class)),
                        Optional.ofNullable(row.getObject("meeting_id", UUID.class))
                                .map(MeetingId::new)))
                .list();
    }

    /** Those of all plans of a case, the latest first. */
    List<OwnVersions.Line> of(CaseId caseId) {
        return jdbc.sql("""
            select v.plan_id, v.number, v.made_at, p.ended_on is null as open from plan_versions v join plans p on p.id = v.plan_id
            where p.case_id = ? order by p.started_on desc, p.id desc, v.number desc\
            """)
                .param(caseId.value())
                .query((row, i) -> new OwnVersions.Line(
                        new PlanId(row.getObject("plan_id", UUID.class)),
                        row.getInt("number"),
                        LocalDate.ofInstant(
                                row.getObject("made_at", OffsetDateTime.class).toInstant(), Time.SWEDEN),
                        row.getBoolean("open")))
                .list();
    }

    Optional<PlanContent> content(PlanId plan, int number) {
        return jdbc.sql("select content from plan_versions where plan_id = ? and number = ?")
                .params(plan.value(), number)
                .query(String.class)
                .optional()
                .map(text -> json.readValue(text, PlanContent.class));
    }

    /** Whether it became the next; not if somebody else has made one of that number. */
    boolean add(PlanId plan, int number, Optional<MeetingId> meeting, PlanContent content, StaffId by) {
        return jdbc.sql("""
            insert into plan_versions (plan_id, number, meeting_id, content, made_by, made_at)
            values (:plan, :number, :meeting, cast(:content as jsonb), :by, :now) on conflict (plan_id, number) do nothing\
            """)
                        .param("plan", plan.value())
                        .param("number", number)
                        .param("meeting", meeting.map(MeetingId::value).orElse(null))
                        .param("content", json.writeValueAsString(content))
                        .param("by", by.value())
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
