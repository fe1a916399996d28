package se.framsteg.plan.meeting;

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

/** Each meeting about the joint plan, with who was asked to it and what they replied. */
@Component
class MeetingExtract implements ExtractSource {
    private final JdbcClient jdbc;

    MeetingExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var invitees = invitees(asked);
        var entries = jdbc.sql("""
            select m.*, m.kind as meeting_kind, m.state as meeting_state, m.interpreter as meeting_interpreter
            from plan_meetings m join plans p on p.id = m.plan_id
            where p.case_id = ? order by m.meets_on, m.meets_at, m.id\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .coded("meeting_kind", "plan.meeting.kind")
                        .day("meets_on")
                        .day("held_on")
                        .field("meets_at", new Entry.Value.Written(row.getString("meets_at")))
                        .count("minutes")
                        .written("place", "video", "meeting_interpreter")
                        .truth("place_in_calendar")
                        .coded("meeting_state", "plan.meeting.state")
                        .truth("read_back")
                        .by("planned_by")
                        .moment("planned_at")
                        .by("settled_by")
                        .moment("settled_at")
                        .parts("plan_invitees", invitees.getOrDefault(row.getObject("id", UUID.class), List.of()))
                        .entry())
                .list();
        return List.of(new Chapter(Topic.PLAN_MEETINGS, entries));
    }

    private record Part(UUID meeting, Entry entry) {}

    private Map<UUID, List<Entry>> invitees(Asked asked) {
        return jdbc
                .sql("""
                    select i.*, i.how as called_how, i.part as invited_as, i.role as invited_role, o.name as organisation
                    from plan_invitees i join plan_meetings m on m.id = i.meeting_id
                    join plans p on p.id = m.plan_id left join organisations o on o.id = i.organisation_id
                    where p.case_id = ? order by i.added_at, i.id\
                    """)
                .param(asked.caseId().value())
                .query((row, i) -> new Part(
                        row.getObject("meeting_id", UUID.class),
                        Columns.of(row)
                                .coded("invited_as", "plan.invitee.part")
                                .coded("called_how", "plan.invitee.how")
                                .written("organisation", "name", "invited_role", "email")
                                .truth("brought")
                                .moment("sent_at")
                                .by("sent_by")
                                .coded("reply", "plan.reply")
                                .written("stand_in", "reply_words")
                                .day("replied_on")
                                .truth("own_reply")
                                .truth("came")
                                .moment("added_at")
                                .moment("removed_at")
                                .by("saved_by")
                                .moment("saved_at")
                                .entry()))
                .list()
                .stream()
                .collect(groupingBy(Part::meeting, mapping(Part::entry, toList())));
    }
}
