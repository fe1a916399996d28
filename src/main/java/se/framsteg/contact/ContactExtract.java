package se.framsteg.contact;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.extract.Asked;
import se.framsteg.cases.extract.Chapter;
import se.framsteg.cases.extract.Columns;
import se.framsteg.cases.extract.ExtractSource;
import se.framsteg.cases.extract.Topic;

/** The contacts about the person; of others whom they were about nothing is told, and of the time the part of this one. */
@Component
class ContactExtract implements ExtractSource {
    private final JdbcClient jdbc;

    ContactExtract(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Chapter> of(Asked asked) {
        var entries = jdbc.sql("""
            select k.*, cast(round(k.minutes / cast(k.persons as numeric)) as integer) as own_minutes from contacts k join contact_persons p on p.contact_id = k.id and p.case_id = ? order by k.day, k.logged_at, k.id\
            """)
                .param(asked.caseId().value())
                .query((row, i) -> Columns.of(row)
                        .day("day")
                        .coded("kind", "contact.kind")
                        .coded("place", "contact.place")
                        .count("own_minutes")
                        .coded("phase", "contact.phase")
                        .truth("missed")
                        .codes("took_part", "contact.party")
                        .by("logged_by")
                        .moment("logged_at", "saved_at")
                        .coded("withdrawn_reason", "contact.withdrawal")
                        .by("withdrawn_by")
                        .moment("withdrawn_at")
                        .entry())
                .list();
        return List.of(new Chapter(Topic.CONTACTS, entries));
    }
}
