package se.framsteg.pathway.sheet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.pathway.library.Pathways;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.PathwayId;
import se.framsteg.shared.StaffId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Worksheets as rows. Guards nothing: the doors do. What the asker may not read is not among the rows. */
@Component
class SheetStore {
    private static final TypeReference<Map<String, String>> WRITTEN = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final Pathways pathways;
    private final JsonMapper json;
    private final Clock clock;

    SheetStore(JdbcClient jdbc, Pathways pathways, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.pathways = pathways;
        this.json = json;
        this.clock = clock;
    }

    /** Whose worksheet is begun, and by whom: nobody of the staff if it is the person. */
    record Begun(AssociationId association, CaseId caseId, Optional<StaffId> by) {}

    /** Those of the case, the one that was written on last first. */
    List<Sheet> of(CaseId caseId) {
        var rows = jdbc.sql("""
            select w.id, w.pathway_id, w.sheet, w.shared_from, w.shared_at, w.own_share, v.number, v.answers, v.saved_by, v.saved_at
            from worksheets w join worksheet_versions v on v.worksheet_id = w.id
            where w.case_id = ?
            order by max(v.saved_at) over (partition by w.id) desc, w.id, v.number desc\
            """)
                .param(caseId.value())
                .query((row, i) -> sheet(row))
                .list();
        var byId = new LinkedHashMap<WorksheetId, List<Sheet>>();
        rows.forEach(
                row -> byId.computeIfAbsent(row.id(), _ -> new ArrayList<>()).add(row));
        return byId.values().stream().map(SheetStore::together).toList();
    }

    Optional<Sheet> find(CaseId caseId, WorksheetId id) {
        return of(caseId).stream().filter(one -> one.id().equals(id)).findFirst();
    }

    private static Sheet together(List<Sheet> rows) {
        var one = rows.getFirst();
        return new Sheet(
                one.id(),
                one.pathwayId(),
                one.pathway(),
                one.worksheet(),
                one.sharing(),
                rows.stream().map(Sheet::latest).toList());
    }

    private Sheet sheet(ResultSet row) throws SQLException {
        var pathwayId = new PathwayId(row.getObject("pathway_id", UUID.class));
        var pathway = pathways.get(pathwayId);
        return new Sheet(
                new WorksheetId(row.getObject("id", UUID.class)),
                pathwayId,
                pathway,
                pathway.worksheet(row.getString("sheet")).orElseThrow(),
                sharing(row),
                List.of(new Sheet.Version(
                        row.getInt("number"),
                        new Answers(json.readValue(row.getString("answers"), WRITTEN)),
                        Optional.ofNullable(row.getObject("saved_by", UUID.class))
                                .map(StaffId::new),
                        row.getObject("saved_at", OffsetDateTime.class).toInstant())));
    }

    private static Optional<Sheet.Sharing> sharing(ResultSet row) throws SQLException {
        var since = row.getObject("shared_at", OffsetDateTime.class);
        return since == null
                ? Optional.empty()
                : Optional.of(
                        new Sheet.Sharing(row.getInt("shared_from"), since.toInstant(), row.getBoolean("own_share")));
    }

    /** Begins it, shared if somebody of the staff does. Does nothing if it is there already, as when a form is sent twice. */
    void begin(Begun begun, WorksheetId id, PathwayId pathway, String sheet, Answers answers) {
        var by = begun.by().map(StaffId::value).orElse(null);
        var added = jdbc.sql("""
            insert into worksheets (id, association_id, case_id, pathway_id, sheet, begun_by, begun_at, shared_from, shared_at)
            values (:id, :association, :case, :pathway, :sheet, :by, :now, :sharedFrom, :sharedAt)
            on conflict (id) do nothing\
            """)
                .param("id", id.value())
                .param("association", begun.association().value())
                .param("case", begun.caseId().value())
                .param("pathway", pathway.value())
                .param("sheet", sheet)
                .param("by", by)
                .param("now", now())
                .param("sharedFrom", begun.by().map(_ -> 1).orElse(null))
                .param("sharedAt", begun.by().map(_ -> now()).orElse(null))
                .update();
        if (added == 1) {
            write(id, 1, answers, begun.by());
        }
    }

    /**
     * Whether there was no version of that number yet, and whoever asks may still write on it: what the policies ask is asked here as well, so
     * that a worksheet that was taken back in the same moment is told of and is no error.
     */
    boolean write(WorksheetId id, int number, Answers answers, Optional<StaffId> by) {
        return jdbc.sql("""
            insert into worksheet_versions (worksheet_id, number, answers, saved_by, saved_at)
            select w.id, :number, cast(:answers as jsonb), :by, :now from worksheets w
            where w.id = :id and w.case_id <> all((select asker_restricted())::uuid[])
              and (w.case_id = asker_own_case_going_on()
                or w.shared_from <= :number and exists (select from assigned_cases a where a.case_id = w.case_id))
            on conflict (worksheet_id, number) do nothing\
            """)
                        .param("id", id.value())
                        .param("number", number)
                        .param("answers", json.writeValueAsString(answers.written()))
                        .param("by", by.map(StaffId::value).orElse(null), Types.OTHER)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** The person shares it: from this version on, if it was not shared with whoever has the case before. */
    void share(WorksheetId id, int from) {
        jdbc.sql("""
            update worksheets set shared_from = coalesce(shared_from, :from), shared_at = coalesce(shared_at, :now), own_share = true
            where id = :id and not own_share\
            """)
                .param("from", from)
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    /** By the person. */
    void takeBack(WorksheetId id) {
        jdbc.sql("update worksheets set shared_from = null, shared_at = null, own_share = false where id = ?")
                .param(id.value())
                .update();
    }

    /** For the person, by whoever has the case. Whether it was shared. */
    boolean takeBackForPerson(WorksheetId id) {
        return jdbc.sql("select take_back_worksheet(?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
