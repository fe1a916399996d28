package se.framsteg.assessment.talk;

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

/** What was agreed in talks, and how it went each time that was asked. */
@Component
class AgreementExtract implements ExtractSource {
    private final JdbcClient jdbc;

    AgreementExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var outcomes = outcomes(asked);
        var agreements = jdbc.sql("select * from agreements where case_id = ? order by agreed_at, id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .written("what")
                        .coded("who", "extract.who")
                        .written("other")
                        .day("due_on", "agreed_on")
                        .by("agreed_by")
                        .moment("agreed_at")
                        .parts("outcomes", outcomes.getOrDefault(row.getObject("id", UUID.class), List.of()))
                        .entry())
                .list();
        return List.of(new Chapter(Topic.AGREEMENTS, agreements));
    }

    private record Part(UUID agreement, Entry entry) {}

    private Map<UUID, List<Entry>> outcomes(Asked asked) {
        return jdbc
                .sql("""
                    select o.* from agreement_outcomes o join agreements a on a.id = o.agreement_id
                    where a.case_id = ? order by o.agreement_id, o.number\
                    """)
                .param(asked.caseId().value())
                .query((row, i) -> new Part(
                        row.getObject("agreement_id", UUID.class),
                        Columns.of(row)
                                .coded("outcome", "agreement.outcome")
                                .written("words")
                                .day("told_on")
                                .by("told_by")
                                .moment("told_at")
                                .entry()))
                .list()
                .stream()
                .collect(groupingBy(Part::agreement, mapping(Part::entry, toList())));
    }
}
