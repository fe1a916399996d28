package se.framsteg.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.plan.Plan.End;
import se.framsteg.plan.Plan.EndReason;
import se.framsteg.plan.Plan.Head;
import se.framsteg.plan.Plan.Kind;
import se.framsteg.plan.Plan.Part;
import se.framsteg.plan.Plan.Text;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.OrganisationId;
import se.framsteg.shared.StaffId;

/** Joint plans as rows, without what hangs on their goals and efforts. Guards nothing: the doors do. */
@Component
public class PlanStore {
    private final JdbcClient jdbc;
    private final Clock clock;
    private final GoalStore goals;
    private final EffortStore efforts;

    PlanStore(JdbcClient jdbc, Clock clock, GoalStore goals, EffortStore efforts) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.goals = goals;
        this.efforts = efforts;
    }

    /** Latest first. */
    List<Plan> of(CaseId caseId) {
        return whole(jdbc.sql("select * from plans where case_id = ? order by started_on desc, id desc")
                .param(caseId.value())
                .query((row, i) -> row(row))
                .list());
    }

    public Optional<Plan> find(CaseId caseId, PlanId id) {
        return find(caseId, id, "");
    }

    /** The plan, which nobody else changes or ends before the transaction ends. */
    Optional<Plan> keep(CaseId caseId, PlanId id) {
        return find(caseId, id, " for no key update");
    }

    private Optional<Plan> find(CaseId caseId, PlanId id, String lock) {
        return whole(jdbc.sql("select * from plans where case_id = ? and id = ?" + lock)
                        .params(caseId.value(), id.value())
                        .query((row, i) -> row(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** The plan that is open; none if there has been none or the last has ended. */
    public Optional<Plan> open(CaseId caseId) {
        return whole(jdbc.sql("select * from plans where case_id = ? and ended_on is null")
                        .param(caseId.value())
                        .query((row, i) -> row(row))
                        .list())
                .stream()
                .findFirst();
    }

    /** With what is written in them, which is asked for all of them at once. */
    private List<Plan> whole(List<Plan> plans) {
        if (plans.isEmpty()) {
            return plans;
        }
        var ids = plans.stream().map(Plan::id).toList();
        var texts = texts(ids);
        var theirGoals = goals.of(ids);
        var theirEfforts = efforts.of(ids);
        return plans.stream()
                .map(plan -> new Plan(
                        plan.id(),
                        plan.kind(),
                        plan.need(),
                        plan.startedOn(),
                        plan.head(),
                        texts.getOrDefault(plan.id(), Map.of()),
                        theirGoals.getOrDefault(plan.id(), List.of()),
                        theirEfforts.getOrDefault(plan.id(), List.of()),
                        plan.end()))
                .toList();
    }

    static UUID[] ids(Collection<PlanId> plans) {
        return plans.stream().map(PlanId::value).toArray(UUID[]::new);
    }

    private static Plan row(ResultSet row) throws SQLException {
        return new Plan(
                new PlanId(row.getObject("id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("need_id", UUID.class)).map(NeedId::new),
                row.getObject("started_on", LocalDate.class),
                new Head(
                        row.getString("coordinator"),
                        organisation(row, "coordinator_organisation_id"),
                        organisation(row, "overall_organisation_id"),
                        row.getString("may_have"),
                        row.getInt("version")),
                Map.of(),
                List.of(),
                List.of(),
                end(row));
    }

    private static Optional<End> end(ResultSet row) throws SQLException {
        var reason = row.getString("end_reason");
        return reason == null
                ? Optional.empty()
                : Optional.of(new End(row.getObject("ended_on", LocalDate.class), EndReason.valueOf(reason)));
    }

    static Optional<OrganisationId> organisation(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(OrganisationId::new);
    }

    private Map<PlanId, Map<Part, Text>> texts(Collection<PlanId> plans) {
        var texts = new HashMap<PlanId, Map<Part, Text>>();
        jdbc.sql("select plan_id, part, text, version from plan_texts where plan_id = any(?)")
                .param(ids(plans))
                .query(row -> {
                    texts.computeIfAbsent(
                                    new PlanId(row.getObject("plan_id", UUID.class)), _ -> new EnumMap<>(Part.class))
                            .put(
                                    Part.valueOf(row.getString("part")),
                                    new Text(row.getString("text"), row.getInt("version")));
                });
        return texts;
    }

    /** Adds it, and keeps the case from ending meanwhile; does nothing if it has ended, if it has an open one, or if it is there already, as when a form is sent twice. */
    void add(CaseId caseId, PlanId id, Kind kind, Optional<NeedId> need, StaffId by) {
        jdbc.sql("""
            insert into plans (id, association_id, case_id, need_id, kind, started_on, started_by)
            select :id, c.association_id, c.id, :need, :kind, :today, :by from cases c where c.id = :case and c.state <> 'ENDED' for share
            on conflict do nothing\
            """)
                .param("id", id.value())
                .param("case", caseId.value())
                .param("need", need.map(NeedId::value).orElse(null))
                .param("kind", kind.name())
                .param("today", LocalDate.now(clock))
                .param("by", by.value())
                .update();
    }

    /** Whether the text was still of that version and has been saved. */
    boolean write(PlanId id, Part part, String text, int version, StaffId by) {
        return jdbc.sql(version == 0 ? """
            insert into plan_texts (plan_id, part, text, version, saved_by, saved_at)
            values (:plan, :part, :text, :version + 1, :by, :now) on conflict (plan_id, part) do nothing\
            """ : """
                update plan_texts set text = :text, version = version + 1, saved_by = :by, saved_at = :now
                where plan_id = :plan and part = :part and version = :version\
                """)
                        .param("plan", id.value())
                        .param("part", part.name())
                        .param("text", text)
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Empties what belongs to one meeting, now that a version holds it. */
    public void clear(PlanId id, Set<Part> parts, StaffId by) {
        jdbc.sql("""
            update plan_texts set text = '', version = version + 1, saved_by = :by, saved_at = :now
            where plan_id = :plan and part = any(:parts) and text <> ''\
            """)
                .param("plan", id.value())
                .param("parts", parts.stream().map(Part::name).toArray(String[]::new))
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether the head was still of its version and has been saved. */
    boolean head(PlanId id, Head head) {
        return jdbc.sql("""
            update plans set coordinator = :coordinator, coordinator_organisation_id = :coordinatorOf,
              overall_organisation_id = :overall, may_have = :mayHave, version = version + 1
            where id = :plan and version = :version\
            """)
                        .param("plan", id.value())
                        .param("coordinator", head.coordinator())
                        .param("coordinatorOf", value(head.coordinatorOf()))
                        .param("overall", value(head.overall()))
                        .param("mayHave", head.mayHave())
                        .param("version", head.version())
                        .update()
                == 1;
    }

    /** Whether it was open. */
    boolean end(PlanId id, End end, StaffId by) {
        return jdbc.sql("""
            update plans set ended_on = :on, end_reason = :reason, ended_by = :by where id = :plan and ended_on is null\
            """)
                        .param("plan", id.value())
                        .param("on", end.on())
                        .param("reason", end.reason().name())
                        .param("by", by.value())
                        .update()
                == 1;
    }

    /** Ends the open plan, if there is one, no earlier than it began; tells which. */
    Optional<PlanId> endWithCase(CaseId caseId, LocalDate on) {
        return jdbc.sql("""
            update plans set ended_on = greatest(started_on, :on), end_reason = 'CASE_ENDED'
            where case_id = :case and ended_on is null returning id\
            """)
                .param("case", caseId.value())
                .param("on", on)
                .query((row, i) -> new PlanId(row.getObject("id", UUID.class)))
                .optional();
    }

    static @Nullable UUID value(Optional<OrganisationId> organisation) {
        return organisation.map(OrganisationId::value).orElse(null);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
