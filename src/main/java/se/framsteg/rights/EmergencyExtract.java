package se.framsteg.rights;

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

/** When the case was opened in an emergency, by whom and why. */
@Component
class EmergencyExtract implements ExtractSource {
    private final JdbcClient jdbc;

    EmergencyExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Part(UUID emergency, Entry entry) {}

    private Map<UUID, List<Entry>> notices(Asked asked) {
        return jdbc
                .sql("""
                    select n.* from emergency_notices n join emergency_access e on e.id = n.emergency_id
                    where e.case_id = ? order by n.taken_at\
                    """)
                .param(asked.caseId().value())
                .query((row, i) -> new Part(
                        row.getObject("emergency_id", UUID.class),
                        Columns.of(row)
                                .coded("taken_as", "extract.taken-as")
                                .by("taken_by")
                                .moment("taken_at")
                                .entry()))
                .list()
                .stream()
                .collect(groupingBy(Part::emergency, mapping(Part::entry, toList())));
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var notices = notices(asked);
        var entries = jdbc.sql("select * from emergency_access where case_id = ? order by opened_at")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .by("staff_id")
                        .written("reason")
                        .moment("opened_at", "closes_at")
                        .parts("notices", notices.getOrDefault(row.getObject("id", UUID.class), List.of()))
                        .entry())
                .list();
        return List.of(new Chapter(Topic.EMERGENCIES, entries));
    }
}
