package se.framsteg.cases.note;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Actor;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.CaseLists;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.Time;

/** Reminds authors of drafts that have waited to be signed: what is unsigned is not yet part of the case. */
@Component
class DraftsToDo implements ToDoSource {
    private static final Duration PATIENCE = Duration.ofDays(7);

    private static final String WAITING = """
        select d.id, d.case_id, d.saved_at, c.association_id, c.participant_id
        from note_drafts d join cases c on c.id = d.case_id
        where d.author_id = :author and d.saved_at < :moment
          and not exists (select from restricted_cases x where x.case_id = d.case_id)
          and exists (select from case_reach r where r.case_id = d.case_id and r.staff_id = :author)
        order by d.saved_at limit :most\
        """;

    private final JdbcClient jdbc;
    private final CaseLists lists;
    private final Clock clock;

    DraftsToDo(JdbcClient jdbc, CaseLists lists, Clock clock) {
        this.jdbc = jdbc;
        this.lists = lists;
        this.clock = clock;
    }

    private record Waiting(DraftId draft, CaseId caseId, LocalDate savedOn, Trace trace) {}

    @Override
    @Transactional
    public List<ToDo> toDo(Actor.Staff staff) {
        var waiting = jdbc.sql(WAITING)
                .param("author", staff.id().value())
                .param("moment", clock.instant().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(DraftsToDo::waiting)
                .list();
        var frames = lists.show(staff, waiting.stream().map(Waiting::trace).toList());
        return waiting.stream()
                .map(one -> toDo(one, requireNonNull(frames.get(one.caseId()))))
                .toList();
    }

    private ToDo toDo(Waiting waiting, CaseFrame frame) {
        return new ToDo(
                frame.called(),
                "/cases/" + waiting.caseId() + "/notes/drafts/" + waiting.draft(),
                "to-do.sign-draft",
                List.of(ChronoUnit.DAYS.between(waiting.savedOn(), LocalDate.now(clock))),
                Optional.empty(),
                false);
    }

    private static Waiting waiting(ResultSet row, int i) throws SQLException {
        return new Waiting(
                new DraftId(row.getObject("id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getObject("saved_at", OffsetDateTime.class)
                        .atZoneSameInstant(Time.SWEDEN)
                        .toLocalDate(),
                CaseLists.trace(row));
    }
}
