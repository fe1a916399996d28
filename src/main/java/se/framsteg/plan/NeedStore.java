package se.framsteg.plan;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.plan.Need.Answer;
import se.framsteg.plan.Need.By;
import se.framsteg.plan.Need.Said;
import se.framsteg.plan.Need.Seen;
import se.framsteg.shared.AssociationId;
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
                staff(row, "recorded_by"),
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
                staff(row, "registered_by"),
                answers.getOrDefault(id, List.of()));
    }

    static Optional<StaffId> staff(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(StaffId::new);
    }

    /**
     * Adds it; does nothing if it is there already, as when a form is sent twice.
     *
     * @param by who writes it down; empty if the person does
     */
    void add(AssociationId association, CaseId caseId, NeedId id, Seen seen, Optional<StaffId> by) {
        // Of whatever conflict: named, the row would have to be one that whoever adds it can read.
        jdbc.sql("""
            insert into plan_needs (id, association_id, case_id, seen_by, who, seen_on, what, registered_by, registered_at)
            values (:id, :association, :case, :seenBy, :who, :on, :what, :by, :now) on conflict do nothing\
            """)
                .param("id", id.value())
                .param("association", association.value())
                .param("case", caseId.value())
                .param("seenBy", seen.by().name())
                .param("who", seen.who())
                .param("on", seen.on())
                .param("what", seen.what())
                .param("by", value(by))
                .param("now", now())
                .update();
    }

    /** Whether the asker has registered this need, with these words. */
    boolean raised(NeedId id, String what) {
        return jdbc.sql("select asker_raised(?, ?)")
                .params(id.value(), what)
                .query(Boolean.class)
                .single();
    }

    private static @Nullable UUID value(Optional<StaffId> staff) {
        return staff.map(StaffId::value).orElse(null);
    }

    /**
     * Whether it became the next answer; not if somebody else has recorded one of that number.
     *
     * @param by who writes it down; empty if the person does
     */
    boolean answer(NeedId id, int number, Said said, LocalDate on, String words, Optional<StaffId> by) {
        return jdbc.sql("""
            insert into plan_answers (need_id, number, wanted, said_on, words, recorded_by, recorded_at)
            values (:need, :number, :wanted, :on, :words, :by, :now) on conflict (need_id, number) do nothing\
            """)
                        .param("need", id.value())
                        .param("number", number)
                        .param("wanted", said == Said.YES)
                        .param("on", on)
                        .param("words", words)
                        .param("by", value(by))
                        .param("now", now())
                        .update()
                == 1;
    }

    /**
     * What has been prepared so far.
     *
     * @param version 0 while nothing has been saved
     * @param by who saved it last; empty if the person did, or nobody yet
     * @param at when
     */
    record Saved(Preparation preparation, int version, Optional<StaffId> by, Optional<Instant> at) {
        static final Saved NOTHING = new Saved(Preparation.NONE, 0, Optional.empty(), Optional.empty());

        boolean byPerson() {
            return version > 0 && by.isEmpty();
        }
    }

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
                        row.getInt("version"),
                        staff(row, "saved_by"),
                        Optional.of(
                                row.getObject("saved_at", OffsetDateTime.class).toInstant())))
                .optional()
                .orElse(Saved.NOTHING);
    }

    /**
     * Whether it was still of that version and has been saved.
     *
     * @param by who writes it down; empty if the person does
     */
    boolean prepare(NeedId id, int version, Preparation preparation, Optional<StaffId> by) {
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
                        .param("by", value(by))
                        .param("now", now())
                        .param("version", version)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
