package se.framsteg.pathway.steps;

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
import se.framsteg.cases.extract.Entry.Value;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;
import se.framsteg.pathway.library.Pathways;
import se.framsteg.pathway.method.Pathway;
import se.framsteg.shared.PathwayId;

/** The pathways that the person’s case has gone by, with the stays in their stages, those that were a mistake included. */
@Component
class StepExtract implements ExtractSource {
    private final JdbcClient jdbc;
    private final Pathways pathways;

    StepExtract(JdbcClient jdbc, Pathways pathways) {
        this.jdbc = jdbc;
        this.pathways = pathways;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var choices = parts(
                "select c.*, p.pathway_id from case_pathway_choices c join case_pathways p on p.id = c.case_pathway_id"
                        + " where c.case_id = ? order by c.list, c.number",
                asked,
                StepExtract::choice);
        var stays = parts(
                "select s.*, p.pathway_id from case_stages s join case_pathways p on p.id = s.case_pathway_id"
                        + " where s.case_id = ? order by s.from_on, s.id",
                asked,
                StepExtract::stay);
        var entries = jdbc.sql("select * from case_pathways where case_id = ? order by from_on, id")
                .param(asked.caseId().value())
                .query((row, i) -> {
                    var id = row.getObject("id", UUID.class);
                    return Columns.of(row)
                            .field(
                                    "method",
                                    new Value.Written(pathway(row).name().in(asked.language())))
                            .day("from_on", "to_on")
                            .parts("case_pathway_choices", choices.getOrDefault(id, List.of()))
                            .parts("case_stages", stays.getOrDefault(id, List.of()))
                            .by("registered_by")
                            .moment("registered_at")
                            .by("ended_by", "withdrawn_by")
                            .moment("withdrawn_at")
                            .entry();
                })
                .list();
        return List.of(new Chapter(Topic.PATHWAYS, entries));
    }

    private Pathway pathway(ResultSet row) throws SQLException {
        return pathways.get(new PathwayId(row.getObject("pathway_id", UUID.class)));
    }

    private static Entry choice(ResultSet row, Pathway pathway, String language) throws SQLException {
        var key = row.getString("list");
        var point = row.getString("point");
        var list = pathway.lists().stream()
                .filter(one -> one.key().equals(key))
                .findFirst()
                .orElseThrow();
        var chosen = list.points().stream()
                .filter(one -> one.key().equals(point))
                .findFirst()
                .orElseThrow();
        return Columns.of(row)
                .field("question", new Value.Written(list.name().in(language)))
                .field("answer", new Value.Written(chosen.name().in(language)))
                .by("chosen_by")
                .moment("chosen_at")
                .entry();
    }

    private static Entry stay(ResultSet row, Pathway pathway, String language) throws SQLException {
        var key = row.getString("stage");
        var stage = pathway.stage(key).orElseThrow();
        return Columns.of(row)
                .field("stage", new Value.Written(stage.name().in(language)))
                .day("from_on", "to_on")
                .truth("reached")
                .by("registered_by")
                .moment("registered_at")
                .by("ended_by", "withdrawn_by")
                .moment("withdrawn_at")
                .entry();
    }

    private interface Told {
        Entry of(ResultSet row, Pathway pathway, String language) throws SQLException;
    }

    private record Part(UUID within, Entry entry) {}

    private Map<UUID, List<Entry>> parts(String sql, Asked asked, Told told) {
        return jdbc
                .sql(sql)
                .param(asked.caseId().value())
                .query((row, i) -> new Part(
                        row.getObject("case_pathway_id", UUID.class), told.of(row, pathway(row), asked.language())))
                .list()
                .stream()
                .collect(groupingBy(Part::within, mapping(Part::entry, toList())));
    }
}
