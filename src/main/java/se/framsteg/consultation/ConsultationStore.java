package se.framsteg.consultation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.shared.AssociationId;
import se.framsteg.shared.StaffId;
import se.framsteg.shared.TeamId;

/** Consultations as rows. Guards nothing: the door does, and the database's policies. */
@Component
class ConsultationStore {
    private static final String LIST = """
        select c.*, (select count(*) from consultation_answers a where a.consultation_id = c.id) as answers
        from consultations c
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    ConsultationStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Stored(
            ConsultationId id,
            AssociationId association,
            TeamId team,
            String question,
            StaffId askedBy,
            Instant askedAt,
            Optional<Closed> closed,
            Optional<Erased> erased) {
        /** Whether nothing more is said in it. */
        boolean over() {
            return closed.isPresent() || erased.isPresent();
        }
    }

    record Erased(StaffId by, Instant at) {}

    record Closed(Outcome outcome, StaffId by, Instant at) {}

    record Answer(String text, StaffId by, Instant at) {}

    record Listed(Stored consultation, int answers) {}

    /** @param month its first day */
    record Count(TeamId team, LocalDate month, int asked, int open, int referred) {}

    Optional<Stored> find(ConsultationId id) {
        return jdbc.sql("select * from consultations where id = ?")
                .param(id.value())
                .query(ConsultationStore::stored)
                .optional();
    }

    /** Takes the words away; false if the database does not let whoever is asking, or they have gone already. */
    boolean erase(ConsultationId id) {
        return jdbc.sql("select erase_consultation(?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    /** The same, held until the transaction ends. */
    Stored lock(ConsultationId id) {
        return jdbc.sql("select * from consultations where id = ? for update")
                .param(id.value())
                .query(ConsultationStore::stored)
                .single();
    }

    /** False if there is one with the id already. */
    boolean add(ConsultationId id, TeamId team, String question, Actor.Staff by) {
        return jdbc.sql("""
            insert into consultations (id, association_id, team_id, question, asked_by, asked_at)
            values (:id, :association, :team, :question, :by, :now) on conflict do nothing\
            """)
                        .param("id", id.value())
                        .param("association", by.association().value())
                        .param("team", team.value())
                        .param("question", question)
                        .param("by", by.id().value())
                        .param("now", now())
                        .update()
                == 1;
    }

    void answer(Stored consultation, UUID answer, String text, StaffId by) {
        jdbc.sql("""
            insert into consultation_answers (id, association_id, consultation_id, text, answered_by, answered_at)
            values (:id, :association, :consultation, :text, :by, :now) on conflict do nothing\
            """)
                .param("id", answer)
                .param("association", consultation.association().value())
                .param("consultation", consultation.id().value())
                .param("text", text)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    void close(ConsultationId id, Outcome outcome, StaffId by) {
        jdbc.sql("update consultations set outcome = :outcome, closed_by = :by, closed_at = :now where id = :id")
                .param("outcome", outcome.name())
                .param("by", by.value())
                .param("now", now())
                .param("id", id.value())
                .update();
    }

    List<Answer> answers(ConsultationId id) {
        return jdbc.sql("select * from consultation_answers where consultation_id = ? order by answered_at, id")
                .param(id.value())
                .query((row, i) -> new Answer(
                        Optional.ofNullable(row.getString("text")).orElse(""),
                        new StaffId(row.getObject("answered_by", UUID.class)),
                        instant(row, "answered_at")))
                .list();
    }

    List<Listed> askedBy(StaffId staff, int most) {
        return jdbc.sql(LIST
                        + "where c.asked_by = :staff order by c.closed_at is not null or c.erased_at is not"
                        + " null, c.asked_at desc limit :most")
                .param("staff", staff.value())
                .param("most", most)
                .query(ConsultationStore::listed)
                .list();
    }

    /** Those that are open first, and among them the one that has waited longest. */
    List<Listed> to(Collection<TeamId> teams, int most) {
        return jdbc.sql(LIST + """
            where c.team_id = any(:teams)
            order by c.closed_at is not null or c.erased_at is not null,
              case when c.closed_at is null and c.erased_at is null then c.asked_at end, c.asked_at desc limit :most\
            """)
                .param("teams", ids(teams))
                .param("most", most)
                .query(ConsultationStore::listed)
                .list();
    }

    /** Open ones to these teams that nobody has answered, not one's own. */
    List<Listed> unanswered(Collection<TeamId> teams, StaffId staff, int most) {
        return jdbc.sql(LIST + """
            where c.team_id = any(:teams) and c.closed_at is null and c.erased_at is null and c.asked_by <> :staff
              and not exists (select from consultation_answers a where a.consultation_id = c.id)
            order by c.asked_at limit :most\
            """)
                .param("teams", ids(teams))
                .param("staff", staff.value())
                .param("most", most)
                .query(ConsultationStore::listed)
                .list();
    }

    /** One's own open ones that somebody else has answered. */
    List<Listed> answered(StaffId staff, int most) {
        return jdbc.sql(LIST + """
            where c.asked_by = :staff and c.closed_at is null and c.erased_at is null
              and exists (select from consultation_answers a where a.consultation_id = c.id and a.answered_by <> :staff)
            order by c.asked_at limit :most\
            """)
                .param("staff", staff.value())
                .param("most", most)
                .query(ConsultationStore::listed)
                .list();
    }

    List<Count> counts(LocalDate since) {
        return jdbc.sql("select * from consultation_counts where month >= ? order by month desc")
                .param(since)
                .query((row, i) -> new Count(
                        new TeamId(row.getObject("team_id", UUID.class)),
                        row.getObject("month", LocalDate.class),
                        row.getInt("asked"),
                        row.getInt("open"),
                        row.getInt("referred")))
                .list();
    }

    private static UUID[] ids(Collection<TeamId> teams) {
        return teams.stream().map(TeamId::value).toArray(UUID[]::new);
    }

    private static Listed listed(ResultSet row, int i) throws SQLException {
        return new Listed(stored(row, i), row.getInt("answers"));
    }

    private static Stored stored(ResultSet row, int i) throws SQLException {
        var outcome = row.getString("outcome");
        var erasedAt = Optional.ofNullable(row.getObject("erased_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
        return new Stored(
                new ConsultationId(row.getObject("id", UUID.class)),
                new AssociationId(row.getObject("association_id", UUID.class)),
                new TeamId(row.getObject("team_id", UUID.class)),
                Optional.ofNullable(row.getString("question")).orElse(""),
                new StaffId(row.getObject("asked_by", UUID.class)),
                instant(row, "asked_at"),
                outcome == null
                        ? Optional.empty()
                        : Optional.of(new Closed(
                                Outcome.valueOf(outcome),
                                new StaffId(row.getObject("closed_by", UUID.class)),
                                instant(row, "closed_at"))),
                Optional.ofNullable(row.getObject("erased_by", UUID.class))
                        .map(by -> new Erased(new StaffId(by), erasedAt)));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
