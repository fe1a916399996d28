package se.framsteg.notification;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.Entry;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

/** What the person has said about reminders, and which were planned and sent. */
@Component
class ReminderExtract implements ExtractSource {
    private final JdbcClient jdbc;

    ReminderExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var entries = new ArrayList<Entry>(choices(asked));
        entries.addAll(sent(asked));
        entries.addAll(stopLinks(asked));
        return List.of(new Chapter(Topic.REMINDERS, entries));
    }

    private List<Entry> choices(Asked asked) {
        return jdbc.sql("select * from reminder_choices where case_id = ? order by id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .coded("way", "reminders.now")
                        .coded("part_of_day", "part-of-day")
                        .day("said_on")
                        .by("recorded_by")
                        .moment("recorded_at", "ended_at")
                        .entry())
                .list();
    }

    private List<Entry> sent(Asked asked) {
        return jdbc.sql("select * from reminders where case_id = ? order by planned_at, id")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .day("day")
                        .coded("occasion", "occasion")
                        .coded("way", "reminders.now")
                        .coded("state", "reminder-state")
                        .moment("planned_at", "next_attempt_at")
                        .count("attempts")
                        .coded("failure", "reminder-failure")
                        .moment("failed_at", "settled_at")
                        .entry())
                .list();
    }

    private List<Entry> stopLinks(Asked asked) {
        return jdbc.sql("select made_at as stop_link_made_at from reminder_stop_links where case_id = ? order by"
                        + " made_at")
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row).moment("stop_link_made_at").entry())
                .list();
    }
}
