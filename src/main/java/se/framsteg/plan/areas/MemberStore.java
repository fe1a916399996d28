package se.framsteg.plan.areas;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.plan.areas.Member.Written;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Resource groups as rows. Guards nothing: the door does. */
@Component
class MemberStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    MemberStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they were named, without those taken away again. */
    List<Member> of(CaseId caseId) {
        return jdbc.sql("select * from plan_people where case_id = ? and removed_at is null order by added_at, id")
                .param(caseId.value())
                .query((row, i) -> member(row))
                .list();
    }

    Optional<Member> find(CaseId caseId, MemberId id) {
        return jdbc.sql("select * from plan_people where case_id = ? and id = ? and removed_at is null")
                .params(caseId.value(), id.value())
                .query((row, i) -> member(row))
                .optional();
    }

    private static Member member(ResultSet row) throws SQLException {
        return new Member(
                new MemberId(row.getObject("id", UUID.class)),
                new Written(
                        row.getString("name"),
                        row.getString("relation"),
                        row.getString("reach"),
                        row.getString("helps")),
                row.getInt("version"));
    }

    /** Adds somebody; does nothing if they are there already, as when a form is sent twice. */
    void add(CaseId caseId, MemberId id, Written written, StaffId by) {
        written(jdbc.sql("""
            insert into plan_people (id, association_id, case_id, name, relation, reach, helps, version, added_at, saved_by, saved_at)
            select :id, c.association_id, c.id, :name, :relation, :reach, :helps, 1, :now, :by, :now from cases c where c.id = :case
            on conflict (id) do nothing\
            """), caseId, id, written, by).update();
    }

    /** Whether it was still of that version and has been saved. */
    boolean change(CaseId caseId, MemberId id, int version, Written written, StaffId by) {
        return written(jdbc.sql("""
            update plan_people set name = :name, relation = :relation, reach = :reach, helps = :helps, version = version + 1,
              saved_by = :by, saved_at = :now
            where id = :id and case_id = :case and version = :version and removed_at is null\
            """), caseId, id, written, by)
                        .param("version", version)
                        .update()
                == 1;
    }

    private JdbcClient.StatementSpec written(
            JdbcClient.StatementSpec statement, CaseId caseId, MemberId id, Written written, StaffId by) {
        return statement
                .param("id", id.value())
                .param("case", caseId.value())
                .param("name", written.name())
                .param("relation", written.relation())
                .param("reach", written.reach())
                .param("helps", written.helps())
                .param("by", by.value())
                .param("now", now());
    }

    /** Whether somebody of that version was there and has been taken away. */
    boolean remove(CaseId caseId, MemberId id, int version, StaffId by) {
        return jdbc.sql("""
            update plan_people set removed_at = :now, version = version + 1, saved_by = :by, saved_at = :now
            where id = :id and case_id = :case and version = :version and removed_at is null\
            """)
                        .param("id", id.value())
                        .param("case", caseId.value())
                        .param("version", version)
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
