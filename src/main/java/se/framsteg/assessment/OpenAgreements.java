package se.framsteg.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/**
 * What was agreed on in talks and is not done, for other rooms that show what goes on. Guards and journals nothing: call it in the
 * transaction where the look at the case was admitted.
 */
@Component
public class OpenAgreements {
    private final JdbcClient jdbc;
    private final Clock clock;

    OpenAgreements(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param what in the words of those who agreed
     * @param more who does it, by when, and since when
     * @param late whether its day has passed
     */
    public record Open(Told what, List<Told> more, boolean late) {
        public Open {
            more = List.copyOf(more);
        }

        @Override
        public String toString() {
            return "open agreement";
        }
    }

    /** What is to be done first before the rest. */
    public List<Open> of(CaseId id) {
        var today = LocalDate.now(clock);
        return jdbc.sql("""
            select a.what, a.who, a.other, a.due_on, a.agreed_on from agreements a
            where a.case_id = ? and not exists (select from agreement_outcomes o
              where o.agreement_id = a.id and o.outcome in ('DONE', 'DROPPED', 'WITHDRAWN'))
            order by a.due_on nulls last, a.agreed_at, a.id\
            """)
                .param(id.value())
                .query((row, i) -> open(row, today))
                .list();
    }

    private static Open open(ResultSet row, LocalDate today) throws SQLException {
        var due = row.getObject("due_on", LocalDate.class);
        var who = row.getString("who");
        var more = new ArrayList<Told>();
        more.add(who.equals("OTHER") ? Told.written(row.getString("other")) : Told.of("agreement.who." + who));
        if (due != null) {
            more.add(Told.of("agreement.by", due));
        }
        more.add(Told.of("agreement.in-talk", row.getObject("agreed_on", LocalDate.class)));
        return new Open(Told.written(row.getString("what")), more, due != null && due.isBefore(today));
    }
}
