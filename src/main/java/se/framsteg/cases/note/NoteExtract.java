package se.framsteg.cases.note;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.shared.CaseId;

/** Signed notes with all their versions, and what the person disputes in them. A draft is its author's alone. */
@Component
class NoteExtract implements ExtractSource {
    private final JdbcClient jdbc;

    NoteExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var versions = parts(
                asked.caseId(),
                "note_versions",
                "number",
                (row, i) -> Columns.of(row)
                        .count("number")
                        .coded("kind", "note.kind")
                        .day("about_on")
                        .written("text", "reason")
                        .by("signed_by")
                        .moment("signed_at")
                        .entry());
        var dissents = parts(
                asked.caseId(),
                "note_dissents",
                "id",
                (row, i) -> Columns.of(row)
                        .day("said_on")
                        .written("text")
                        .by("recorded_by")
                        .moment("recorded_at")
                        .entry());
        var notes = jdbc.sql("""
            select n.id from notes n join note_versions v on v.note_id = n.id and v.number = 1
            where n.case_id = ? order by v.about_on, v.signed_at\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .parts("versions", of(row, versions))
                        .parts("dissents", of(row, dissents))
                        .entry())
                .list();
        return List.of(new Chapter(Topic.NOTES, notes));
    }

    private static List<Entry> of(ResultSet note, Map<UUID, List<Entry>> parts) throws SQLException {
        return parts.getOrDefault(note.getObject("id", UUID.class), List.of());
    }

    private record Part(UUID note, Entry entry) {}

    private Map<UUID, List<Entry>> parts(
            CaseId caseId, String table, String order, org.springframework.jdbc.core.RowMapper<Entry> entry) {
        return jdbc
                .sql("select p.* from %s p join notes n on n.id = p.note_id where n.case_id = ? order by p.%s"
                        .formatted(table, order))
                .param(caseId.value())
                .query((row, i) -> new Part(row.getObject("note_id", UUID.class), entry.mapRow(row, i)))
                .list()
                .stream()
                .collect(groupingBy(Part::note, mapping(Part::entry, toList())));
    }
}
