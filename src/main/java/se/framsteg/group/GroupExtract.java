package se.framsteg.group;

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

/** The groups that somebody has taken part in, and when they came. What they answered to an evaluation is nobody's and cannot be told, nor is it told to staff that they did. */
@Component
class GroupExtract implements ExtractSource {
    private final JdbcClient jdbc;

    GroupExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Came(UUID enrolment, Entry entry) {}

    @Override
    public List<Chapter> of(Asked asked) {
        var attendance = attendance(asked);
        var entries = jdbc.sql("""
            select e.*, g.name as group_name
            from group_enrolments e join group_programmes g on g.id = e.group_id where e.case_id = ? order by e.from_on, e.id\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .written("group_name", "agreed_name")
                        .moment("agreed_at")
                        .day("from_on", "ended_on")
                        .coded("end_reason", "group.end-reason")
                        .by("enrolled_by")
                        .moment("enrolled_at")
                        .by("ended_by")
                        .moment("ended_at")
                        .parts("attendance", attendance.getOrDefault(row.getObject("id", UUID.class), List.of()))
                        .entry())
                .list();
        return List.of(new Chapter(Topic.GROUPS, entries));
    }

    private Map<UUID, List<Entry>> attendance(Asked asked) {
        return jdbc
                .sql("""
                    select a.*, s.held_on, s.kind, s.theme from group_attendance a
                    join group_enrolments e on e.id = a.enrolment_id join group_sessions s on s.id = a.session_id
                    where e.case_id = ? order by s.held_on, s.starts_at, s.id\
                    """)
                .param(asked.caseId().value())
                .query((row, i) -> new Came(
                        row.getObject("enrolment_id", UUID.class),
                        Columns.of(row)
                                .day("held_on")
                                .coded("kind", "session.kind")
                                .written("theme")
                                .coded("mark", "attendance.mark")
                                .by("recorded_by")
                                .moment("recorded_at")
                                .entry()))
                .list()
                .stream()
                .collect(groupingBy(Came::enrolment, mapping(Came::entry, toList())));
    }
}
