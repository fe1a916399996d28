package se.framsteg.plan.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.Entry.Field;
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.plan.LifeArea;
import se.framsteg.plan.Plan.Part;
import tools.jackson.databind.json.JsonMapper;

/** Each version of a joint plan with what stood in it, who has signed it and who has been given it. */
@Component
class PlanDocumentExtract implements ExtractSource {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    PlanDocumentExtract(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var signatures = signatures(asked);
        var copies = copies(asked);
        var entries = jdbc.sql("""
            select v.* from plan_versions v join plans p on p.id = v.plan_id where p.case_id = ?
            order by p.started_on, p.id, v.number\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> version(row, signatures, copies))
                .list();
        return List.of(new Chapter(Topic.PLAN_VERSIONS, entries));
    }

    private Entry version(ResultSet row, Map<Of, List<Entry>> signatures, Map<Of, List<Entry>> copies)
            throws SQLException {
        var content = json.readValue(row.getString("content"), PlanContent.class);
        var columns = Columns.of(row)
                .field("plan_version", new Value.Amount(row.getBigDecimal("number")))
                .field("plan_kind", new Value.Coded("plan.kind", content.kind().name()))
                .moment("made_at")
                .by("made_by")
                .parts("plan_texts", texts(content))
                .parts(
                        "plan_goals",
                        content.goals().stream().map(PlanDocumentExtract::goal).toList())
                .parts(
                        "plan_efforts",
                        content.efforts().stream()
                                .map(PlanDocumentExtract::effort)
                                .toList());
        head(content).forEach(field -> columns.field(field.name(), field.value()));
        return columns.parts(
                        "plan_participants",
                        content.participants().stream()
                                .map(PlanDocumentExtract::participant)
                                .toList())
                .parts("plan_signatures", signatures.getOrDefault(Of.row(row), List.of()))
                .parts("plan_copies", copies.getOrDefault(Of.row(row), List.of()))
                .entry();
    }

    private static List<Entry> texts(PlanContent content) {
        return Arrays.stream(Part.values())
                .filter(part -> !content.text(part).isBlank())
                .map(part -> entry(
                        new Field("plan_part", new Value.Coded("plan.part", part.name())),
                        new Field("text", new Value.Written(content.text(part)))))
                .toList();
    }

    private static Entry goal(PlanContent.Goal goal) {
        return entry(
                new Field("goal_words", new Value.Written(goal.words())),
                new Field(
                        "goal_term",
                        new Value.Coded("plan.goal.term", goal.term().name())),
                area(goal.area()),
                new Field(
                        "goal_state",
                        new Value.Coded("plan.goal.state", goal.state().name())));
    }

    private static Entry effort(PlanContent.Effort effort) {
        return entry(
                new Field("effort_what", new Value.Written(effort.what())),
                written("effort_of", effort.party().map(PlanContent.Party::name).orElse("")),
                written("effort_by", effort.responsible()),
                new Field("due_on", effort.dueOn().<Value>map(Value.Day::new).orElse(new Value.Written(""))),
                area(effort.area()),
                new Field(
                        "effort_state",
                        new Value.Coded("plan.effort.state", effort.state().name())));
    }

    private static Field area(Optional<LifeArea> area) {
        return new Field(
                "plan_area",
                area.<Value>map(one -> new Value.Coded("plan.area", one.name())).orElse(new Value.Written("")));
    }

    private static List<Field> head(PlanContent content) {
        var fields = new ArrayList<Field>();
        fields.add(written("coordinator", content.coordinator()));
        fields.add(written("coordinator_of", content.coordinatorOf()));
        fields.add(written(
                "overall", content.overall().map(PlanContent.Party::name).orElse("")));
        fields.add(written("may_have", content.mayHave()));
        content.next().ifPresent(next -> fields.add(new Field("next_on", new Value.Day(next.day()))));
        return fields.stream().filter(PlanDocumentExtract::isTold).toList();
    }

    private static Entry participant(PlanContent.Participant one) {
        return entry(
                new Field(
                        "came_as", new Value.Coded("plan-document.as", one.as().name())),
                written("name", one.name()),
                written("role", one.role()),
                written("organisation", one.organisation()));
    }

    private static Field written(String name, String text) {
        return new Field(name, new Value.Written(text));
    }

    private static boolean isTold(Field field) {
        return !(field.value() instanceof Value.Written(var text) && text.isBlank());
    }

    private static Entry entry(Field... fields) {
        return new Entry(
                Arrays.stream(fields).filter(PlanDocumentExtract::isTold).toList());
    }

    private record Of(UUID plan, int number) {
        static Of row(ResultSet row) throws SQLException {
            return new Of(row.getObject("plan_id", UUID.class), row.getInt("number"));
        }
    }

    private record Belonging(Of version, Entry entry) {}

    private Map<Of, List<Entry>> signatures(Asked asked) {
        return belonging(jdbc.sql("""
            select s.* from plan_signatures s join plans p on p.id = s.plan_id where p.case_id = ?
            order by s.recorded_at, s.id\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> new Belonging(Of.row(row), signature(row)))
                .list());
    }

    private static Entry signature(ResultSet row) throws SQLException {
        var columns = Columns.of(row).truth("by_person");
        return (row.getBoolean("by_person") ? columns : columns.written("name"))
                .written("role")
                .field("signed_how", how(row))
                .day("signed_on")
                .field("drawing", drawing(row.getString("drawing")))
                .by("recorded_by")
                .moment("recorded_at")
                .entry();
    }

    private static Value how(ResultSet row) throws SQLException {
        var how = row.getString("how");
        var byThemselves = row.getBoolean("by_person") && how.equals(Signature.How.SIGNED_IN.name());
        return new Value.Coded("plan-document.sign.how", byThemselves ? Signature.OWN_PHONE : how);
    }

    /** As a picture that others can open. */
    private static @Nullable Value drawing(@Nullable String path) {
        return path == null ? null : new Value.Attached(new Drawing(path).svg().getBytes(UTF_8));
    }

    private Map<Of, List<Entry>> copies(Asked asked) {
        return belonging(jdbc.sql("""
            select c.* from plan_copies c join plans p on p.id = c.plan_id where p.case_id = ?
            order by c.recorded_at, c.id\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> new Belonging(
                        Of.row(row),
                        (row.getString("recipient").equals(CopyStore.PERSON)
                                        ? Columns.of(row)
                                                .field("recipient", new Value.Coded("plan-document.as", "PERSON"))
                                        : Columns.of(row).written("recipient"))
                                .field("handed_how", new Value.Coded("plan-document.copy.how", row.getString("how")))
                                .day("handed_on")
                                .by("recorded_by")
                                .moment("recorded_at")
                                .entry()))
                .list());
    }

    private static Map<Of, List<Entry>> belonging(List<Belonging> all) {
        return all.stream().collect(groupingBy(Belonging::version, mapping(Belonging::entry, toList())));
    }
}
