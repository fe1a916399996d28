package se.framsteg.cases.note;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.audit.Journal;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.Cases;
import se.framsteg.home.ToDo;
import se.framsteg.home.ToDoSource;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.NotFoundException;
import se.framsteg.shared.ParticipantId;
import se.framsteg.shared.Time;

/** Reminds authors of drafts that have waited to be signed: what is unsigned is not yet part of the case. */
@Component
class DraftsToDo implements ToDoSource {
    private static final int MOST = 20;
    private static final Duration PATIENCE = Duration.ofDays(7);

    private static final String WAITING = """
        select d.id, d.case_id, d.saved_at, c.association_id, c.participant_id
        from note_drafts d join cases c on c.id = d.case_id
        where d.author_id = :author and d.saved_at < :moment
          and exists (select from case_reach r where r.case_id = d.case_id and r.staff_id = :author)
        order by d.saved_at limit :most\
        """;

    private final JdbcClient jdbc;
    private final Cases cases;
    private final Journal journal;
    private final Clock clock;

    DraftsToDo(JdbcClient jdbc, Cases cases, Journal journal, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.journal = journal;
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
        journal.write(
                staff.who(),
                Action.LIST_CASE.name(),
                waiting.stream().map(Waiting::trace).distinct().toList());
        var frames =
                cases.frames(waiting.stream().map(Waiting::caseId).distinct().toList());
        return waiting.stream()
                .map(one ->
                        toDo(one, Optional.ofNullable(frames.get(one.caseId())).orElseThrow(NotFoundException::new)))
                .toList();
    }

    private static ToDo toDo(Waiting waiting, CaseFrame frame) {
        return new ToDo(
                frame.anonymous() ? frame.number() : frame.name(),
                "/cases/" + waiting.caseId() + "/notes/drafts/" + waiting.draft(),
                "to-do.sign-draft",
                List.of(),
                Optional.of(waiting.savedOn().plusDays(PATIENCE.toDays())),
                true);
    }

    private static Waiting waiting(ResultSet row, int i) throws SQLException {
        var caseId = new CaseId(row.getObject("case_id", UUID.class));
        return new Waiting(
                new DraftId(row.getObject("id", UUID.class)),
                caseId,
                row.getObject("saved_at", OffsetDateTime.class)
                        .atZoneSameInstant(Time.SWEDEN)
                        .toLocalDate(),
                new Trace(
                        "case",
                        caseId,
                        new AssociationId(row.getObject("association_id", UUID.class)),
                        caseId,
                        new ParticipantId(row.getObject("participant_id", UUID.class))));
    }
}
