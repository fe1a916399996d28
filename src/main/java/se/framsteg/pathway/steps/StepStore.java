package se.framsteg.pathway.steps;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.pathway.library.Pathways;
import se.framsteg.pathway.steps.Followed.Choice;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.StaffId;

/** Steps as rows. Guards nothing: the doors do. */
@Component
class StepStore {
    private final JdbcClient jdbc;
    private final Pathways pathways;
    private final Clock clock;

    StepStore(JdbcClient jdbc, Pathways pathways, Clock clock) {
        this.jdbc = jdbc;
        this.pathways = pathways;
        this.clock = clock;
    }

    /** All pathways of the case that were not a mistake, the latest first. */
    List<Followed> of(CaseId caseId) {
        return of(caseId, "and p.withdrawn_at is null");
    }

    /** All that the case goes or went by, also those that were a mistake. */
    List<Followed> ever(CaseId caseId) {
        return of(caseId, "");
    }

    Optional<Followed> ever(CaseId caseId, FollowedId id) {
        return ever(caseId).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private List<Followed> of(CaseId caseId, String which) {
        var rows = jdbc.sql("""
            select p.id, p.pathway_id, p.from_on, p.to_on, p.version,
              array(select c.list || '=' || c.number || '=' || c.point from case_pathway_choices c where c.case_pathway_id = p.id
                order by c.number) as choices,
              s.id as stay, s.stage, s.from_on as entered_on, s.to_on as left_on, s.reached, s.version as stay_version
            from case_pathways p
            left join case_stages s on s.case_pathway_id = p.id and s.withdrawn_at is null
            where p.case_id = ? %s order by p.from_on desc, p.id desc, s.from_on, s.id\
            """.formatted(which))
                .param(caseId.value())
                .query((row, i) -> new Row(followed(row), stay(row)))
                .list();
        var byId = new LinkedHashMap<FollowedId, List<Row>>();
        rows.forEach(row -> byId.computeIfAbsent(row.followed().id(), _ -> new ArrayList<>())
                .add(row));
        return byId.values().stream().map(StepStore::together).toList();
    }

    Optional<Followed> find(CaseId caseId, FollowedId id) {
        return of(caseId).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** A pathway, without its stays, beside one of them. */
    private record Row(Followed followed, Optional<Stay> stay) {}

    private static Followed together(List<Row> rows) {
        return rows.getFirst()
                .followed()
                .with(rows.stream().flatMap(row -> row.stay().stream()).toList());
    }

    private Followed followed(ResultSet row) throws SQLException {
        var pathway = new PathwayId(row.getObject("pathway_id", UUID.class));
        return new Followed(
                new FollowedId(row.getObject("id", UUID.class)),
                pathway,
                pathways.get(pathway),
                row.getObject("from_on", LocalDate.class),
                Optional.ofNullable(row.getObject("to_on", LocalDate.class)),
                choices((String[]) row.getArray("choices").getArray()),
                List.of(),
                row.getInt("version"));
    }

    /** The last of each list. Keys hold no equals sign. */
    private static Map<String, Choice> choices(String[] written) {
        return Arrays.stream(written)
                .map(choice -> choice.split("=", 3))
                .collect(toMap(
                        part -> part[0], part -> new Choice(part[2], Integer.parseInt(part[1])), (_, later) -> later));
    }

    private static Optional<Stay> stay(ResultSet row) throws SQLException {
        if (row.getObject("stay") == null) {
            return Optional.empty();
        }
        return Optional.of(new Stay(
                new StayId(row.getObject("stay", UUID.class)),
                row.getString("stage"),
                row.getObject("entered_on", LocalDate.class),
                Optional.ofNullable(row.getObject("left_on", LocalDate.class)),
                Optional.ofNullable(row.getObject("reached", Boolean.class)),
                row.getInt("stay_version")));
    }

    /** Adds it; does nothing if it is there already, if the case goes by the same pathway, or if the case has ended. */
    void begin(CaseId caseId, FollowedId id, PathwayId pathway, LocalDate on, StaffId by) {
        jdbc.sql("""
            insert into case_pathways (id, association_id, case_id, pathway_id, from_on, registered_by, registered_at)
            select :id, c.association_id, c.id, :pathway, :on, :by, :now
            from (select id, association_id from cases where id = :case and state <> 'ENDED' for share) c
            on conflict do nothing\
            """)
                .param("id", id.value())
                .param("pathway", pathway.value())
                .param("on", on)
                .param("by", by.value())
                .param("now", now())
                .param("case", caseId.value())
                .update();
    }

    /** Keeps others from ending it meanwhile. Whether the case still goes by it. */
    boolean keepOpen(FollowedId id) {
        return jdbc.sql("""
            select id from case_pathways where id = ? and to_on is null and withdrawn_at is null for update\
            """).param(id.value()).query(UUID.class).optional().isPresent();
    }

    /** Ends it, and the stays that go on in it. Whether it was still of that version. */
    boolean end(FollowedId id, int version, LocalDate on, StaffId by) {
        var ended = jdbc.sql("""
            update case_pathways set to_on = :on, ended_by = :by, version = version + 1
            where id = :id and version = :version and to_on is null and withdrawn_at is null\
            """)
                .param("on", on)
                .param("by", by.value())
                .param("id", id.value())
                .param("version", version)
                .update();
        if (ended == 1) {
            jdbc.sql("""
                update case_stages set to_on = :on, ended_by = :by, version = version + 1
                where case_pathway_id = :id and to_on is null and withdrawn_at is null\
                """)
                    .param("on", on)
                    .param("by", by.value())
                    .param("id", id.value())
                    .update();
        }
        return ended == 1;
    }

    /** Whether it was still of that version. What was written of its stages stays with it. */
    boolean withdraw(FollowedId id, int version, StaffId by) {
        return withdraw("case_pathways", id.value(), version, by);
    }

    /** Whether the stay was still of that version. */
    boolean withdraw(StayId stay, int version, StaffId by) {
        return withdraw("case_stages", stay.value(), version, by);
    }

    private boolean withdraw(String table, UUID id, int version, StaffId by) {
        return jdbc.sql("""
            update %s set withdrawn_at = :now, withdrawn_by = :by, version = version + 1
            where id = :id and version = :version and withdrawn_at is null\
            """.formatted(table))
                        .param("now", now())
                        .param("by", by.value())
                        .param("id", id)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Whether nothing else has been chosen from the list since this number. */
    boolean choose(CaseId caseId, FollowedId id, String list, Choice choice, StaffId by) {
        return jdbc.sql("""
            insert into case_pathway_choices (case_pathway_id, case_id, list, number, point, chosen_by, chosen_at)
            values (:id, :case, :list, :number, :point, :by, :now) on conflict do nothing\
            """)
                        .param("id", id.value())
                        .param("case", caseId.value())
                        .param("list", list)
                        .param("number", choice.number())
                        .param("point", choice.point())
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Adds the stay; does nothing if it is there already, or if the person is in the stage. */
    void enter(CaseId caseId, FollowedId id, StayId stay, String stage, LocalDate on, StaffId by) {
        jdbc.sql("""
            insert into case_stages (id, case_pathway_id, case_id, stage, from_on, registered_by, registered_at)
            values (:stay, :id, :case, :stage, :on, :by, :now) on conflict do nothing\
            """)
                .param("stay", stay.value())
                .param("id", id.value())
                .param("case", caseId.value())
                .param("stage", stage)
                .param("on", on)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether the stay was still of that version. */
    boolean leave(StayId stay, int version, LocalDate on, Optional<Boolean> reached, StaffId by) {
        return jdbc.sql("""
            update case_stages set to_on = :on, reached = :reached, ended_by = :by, version = version + 1
            where id = :id and version = :version and to_on is null and withdrawn_at is null\
            """)
                        .param("on", on)
                        .param("reached", reached.orElse(null))
                        .param("by", by.value())
                        .param("id", stay.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Ends on that day what goes on; what was written to begin later has not been. */
    void endAll(CaseId caseId, LocalDate on) {
        for (var table : List.of("case_pathways", "case_stages")) {
            jdbc.sql("""
                update %s set
                  to_on = case when from_on <= :on then :on else to_on end,
                  withdrawn_at = case when from_on > :on then cast(:now as timestamptz) end,
                  version = version + 1
                where case_id = :case and withdrawn_at is null and (to_on is null or to_on > :on)\
                """.formatted(table))
                    .param("on", on)
                    .param("now", now())
                    .param("case", caseId.value())
                    .update();
        }
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
