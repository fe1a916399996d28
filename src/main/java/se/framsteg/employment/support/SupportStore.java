package se.framsteg.employment.support;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.employment.EmploymentId;
import se.framsteg.employment.support.SupportPlan.Agreed;
import se.framsteg.organisation.StaffRegister;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** What is agreed on and wished about support, as rows. Guards nothing: the door does. */
@Component
class SupportStore {
    private final JdbcClient jdbc;
    private final StaffRegister staff;
    private final Clock clock;

    SupportStore(JdbcClient jdbc, StaffRegister staff, Clock clock) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.clock = clock;
    }

    /** The versions, the last first. */
    List<SupportPlan> plans(EmploymentId id) {
        var rows = jdbc.sql("select * from support_plans where employment_id = ? order by number desc")
                .param(id.value())
                .query((row, i) -> Map.entry(
                        new StaffId(row.getObject("saved_by", UUID.class)),
                        new SupportPlan(
                                row.getInt("number"),
                                new Agreed(
                                        row.getString("with_person"),
                                        row.getString("with_employer"),
                                        row.getString("given_by")),
                                "",
                                row.getObject("saved_at", OffsetDateTime.class).toInstant())))
                .list();
        var names = staff.names(rows.stream().map(Map.Entry::getKey).toList());
        return rows.stream()
                .map(row -> new SupportPlan(
                        row.getValue().number(),
                        row.getValue().agreed(),
                        names.getOrDefault(row.getKey(), ""),
                        row.getValue().savedAt()))
                .toList();
    }

    /** Whether this became the version; not if there is one of that number already. */
    boolean add(CaseId caseId, EmploymentId id, int number, Agreed agreed, StaffId by) {
        return jdbc.sql("""
            insert into support_plans (employment_id, number, association_id, case_id, with_person, with_employer, given_by, saved_by,
              saved_at)
            select e.id, :number, e.association_id, e.case_id, :person, :employer, :givenBy, :by, :now
            from employments e where e.id = :id and e.case_id = :case on conflict do nothing\
            """)
                        .param("id", id.value())
                        .param("case", caseId.value())
                        .param("number", number)
                        .param("person", agreed.withPerson())
                        .param("employer", agreed.withEmployer())
                        .param("givenBy", agreed.givenBy())
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** What the person has said, the last first. */
    List<Wish> wishes(EmploymentId id) {
        return jdbc.sql("select * from support_wishes where employment_id = ? order by said_on desc, number desc")
                .param(id.value())
                .query((row, i) -> new Wish(
                        row.getObject("said_on", LocalDate.class), row.getBoolean("wanted"), row.getString("words")))
                .list();
    }

    /** Whether nobody else said something at the same time. */
    boolean wish(CaseId caseId, EmploymentId id, Wish wish, StaffId by) {
        return jdbc.sql("""
            insert into support_wishes (employment_id, number, association_id, case_id, said_on, wanted, words, recorded_by, recorded_at)
            select e.id, 1 + (select count(*) from support_wishes s where s.employment_id = e.id), e.association_id, e.case_id, :on,
              :wanted, :words, :by, :now
            from employments e where e.id = :id and e.case_id = :case on conflict do nothing\
            """)
                        .param("id", id.value())
                        .param("case", caseId.value())
                        .param("on", wish.on())
                        .param("wanted", wish.wanted())
                        .param("words", wish.words())
                        .param("by", by.value())
                        .param("now", now())
                        .update()
                == 1;
    }

    /**
     * Of cases that have ended, those in which support goes on that day: a job that began before the end lasts, or was lost at most thirty
     * days before, and the support was not declined.
     */
    Set<CaseId> goesOn(Collection<CaseId> ended, LocalDate day) {
        return new HashSet<>(jdbc.sql("""
            select distinct c.id from cases c join employments e on e.case_id = c.id
            where c.id = any(:cases) and e.withdrawn_at is null and e.from_on <= c.ended_on
              and (e.to_on is null or e.to_on + 30 >= :day)
              and coalesce((select s.wanted from support_wishes s where s.employment_id = e.id and s.said_on <= :day
                order by s.said_on desc, s.number desc limit 1), true)\
            """)
                .param("cases", ended.stream().map(CaseId::value).toArray(UUID[]::new))
                .param("day", day)
                .query((row, i) -> new CaseId(row.getObject("id", UUID.class)))
                .list());
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
