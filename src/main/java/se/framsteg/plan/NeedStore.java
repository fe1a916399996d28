package se.framsteg.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.plan.Need.Answer;
import se.framsteg.plan.Need.By;
import se.framsteg.plan.Need.Said;
import se.framsteg.plan.Need.Seen;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Needs, answers and preparations as rows. Guards nothing: the doors do. */
@Component
class NeedStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    NeedStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Latest first. */
    List<Need> of(CaseId caseId) {
        var answers = answers(caseId);
        return jdbc.sql("select * from plan_needs where case_id = ? order by seen_on desc, registered_at desc, id")
                .param(caseId.value())
                .query((row, i) -> need(row, answers))
                .list();
    }

    Optional<Need> find(CaseId caseId, NeedId id) {
        return of(caseId).stream().filter(need -> need.id().equals(id)).findFirst();
    }

    private record Given(UUID need, Answer answer) {}

    private Map<UUID, List<Answer>> answers(CaseId caseId) {
        return jdbc
                .sql("""
                    select a.* from plan_answers a join plan_needs n on n.id = a.need_id where n.case_id = ?
                    order by a.need_id, a.number\
                    """)
                .param(caseId.value())
                .query((row, i) -> new Given(row.getObject("need_id", UUID.class), answer(row)))
                .list()
                .stream()
                .collect(groupingBy(Given::need, mapping(Given::answer, toList())));
    }

    private static Answer answer(ResultSet row) throws SQLException {
        return new Answer(
                row.getInt("number"),
                row.getBoolean("wanted") ? Said.YES : Said.NO,
                row.getObject("said_on", LocalDate.class),
                row.getString("words"),
                new StaffId(row.getObject("recorded_by", UUID.class)),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Need need(ResultSet row, Map<UUID, List<Answer>> answers) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Need(
                new NeedId(id),
                new Seen(
                        By.valueOf(row.getString("seen_by")),
                        row.getString("who"),
                        row.getObject("seen_on", LocalDate.class),
                        row.getString("what")),
                answers.getOrDefault(id, List.of()));
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(CaseId caseId, NeedId id, Seen seen, StaffId by) {
        jdbc.sql("""
            insert into plan_needs (id, association_id, case_id, seen_by, who, seen_on, what, registered_by, registered_at)
            select :id, c.association_id, c.id, :seenBy, :who, :on, :what, :by, :now from cases c where c.id = :case
            on conflict (id) do nothing\
            """)
                .param("id", id.value())
                .param("case", caseId.value())
                .param("seenBy", seen.by().name())
                .param("who", seen.who())
                .param("on", seen.on())
                .param("what", seen.what())
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether it became the next answer; not if somebody else has recorded one of that number. */
    boolean answer(NeedId id, int number, Said said, LocalDate on, String words, StaffId by) {
        return jdbc.sql("""
            insert into plan_answers (need_id, number, wanted, said_on, words, recorded_by, recorded_at)
            values (:need, :number, :wanted, :on, :words, :by, :now) on conflict (need_id, number) do nothing\
            """)
                        .param("need", id.value())
                        .param("number", number)
                        .param("wanted", said == Said.YES)
                        .param("on", on)
                        .param("words", words)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** @param version 0 while nothing has been saved */
    record Saved(Preparation preparation, int version) {}

    Saved preparation(NeedId id) {
        return jdbc.sql("select * from plan_preparations where need_id = ?")
                .param(id.value())
                .query((row, i) -> new Saved(
                        new Preparation(
                                row.getString("urgent"),
                                row.getString("take_up"),
                                row.getString("not_take_up"),
                                row.getString("comes"),
                                row.getString("place"),
                                row.getString("support")),
                        row.getInt("version")))
                .optional()
                .orElse(new Saved(Preparation.NONE, 0));
    }

    /** Whether it was still of that version and has been saved. */
    boolean prepare(NeedId id, int version, Preparation preparation, StaffId by) {
        return jdbc.sql(version == 0 ? """
            insert into plan_preparations (need_id, urgent, take_up, not_take_up, comes, place, support, saved_by, saved_at, version)
            values (:need, :urgent, :takeUp, :notTakeUp, :comes, :place, :support, :by, :now, :version + 1)
            on conflict (need_id) do nothing\
            """ : """
                update plan_preparations set urgent = :urgent, take_up = :takeUp, not_take_up = :notTakeUp, comes = :comes, place = :place,
                  support = :support, saved_by = :by, saved_at = :now, version = version + 1
                where need_id = :need and version = :version\
                """)
                        .param("need", id.value())
                        .param("urgent", preparation.urgent())
                        .param("takeUp", preparation.takeUp())
                        .param("notTakeUp", preparation.notTakeUp())
                        .param("comes", preparation.comes())
                        .param("place", preparation.place())
                        .param("support", preparation.support())
                        .param("by", by.value())
                        .param("now", now())
                        .param("version", version)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
