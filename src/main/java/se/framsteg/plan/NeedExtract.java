package se.framsteg.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

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

/** Each need of a joint plan, with what the person answered and what was prepared. */
@Component
class NeedExtract implements ExtractSource {
    private final JdbcClient jdbc;

    NeedExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var answers = answers(asked);
        var entries = jdbc.sql("""
            select n.*, p.urgent, p.take_up, p.not_take_up, p.comes, p.place, p.support, p.saved_by, p.saved_at
            from plan_needs n left join plan_preparations p on p.need_id = n.id
            where n.case_id = ? order by n.seen_on, n.registered_at, n.id\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .coded("seen_by", "plan.need.by")
                        .written("who")
                        .day("seen_on")
                        .written("what")
                        .byStaffOrPerson("registered_by")
                        .moment("registered_at")
                        .parts("plan_answers", answers.getOrDefault(row.getObject("id", UUID.class), List.of()))
                        .written("urgent", "take_up", "not_take_up", "comes", "place", "support")
                        .by("saved_by")
                        .moment("saved_at")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.NEEDS, entries));
    }

    private record Part(UUID need, Entry entry) {}

    private Map<UUID, List<Entry>> answers(Asked asked) {
        return jdbc
                .sql("""
                    select a.* from plan_answers a join plan_needs n on n.id = a.need_id where n.case_id = ?
                    order by a.need_id, a.number\
                    """)
                .param(asked.caseId().value())
                .query((row, i) -> new Part(
                        row.getObject("need_id", UUID.class),
                        Columns.of(row)
                                .truth("wanted")
                                .day("said_on")
                                .written("words")
                                .byStaffOrPerson("recorded_by")
                                .moment("recorded_at")
                                .entry()))
                .list()
                .stream()
                .collect(groupingBy(Part::need, mapping(Part::entry, toList())));
    }
}
