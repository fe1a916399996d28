package se.framsteg.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseLists;
import se.framsteg.group.Enrolment.End;
import se.framsteg.group.Enrolment.EndReason;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Enrolments as rows. Guards nothing: the doors do. */
@Component
class EnrolmentStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    EnrolmentStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A person as a leader has them before them.
     *
     * @param called the name, or the one that was agreed on
     * @param trace what the journal is to hold of it
     */
    record Led(EnrolmentId id, String called, LocalDate from, Optional<LocalDate> to, Trace trace) {}

    /** Those whom the asker sees as a leader of the group, by what they are called. */
    List<Led> led(GroupId group) {
        return jdbc.sql("select * from led_enrolments where group_id = ? order by lower(called), id")
                .param(group.value())
                .query(EnrolmentStore::led)
                .list();
    }

    private static Led led(ResultSet row, int i) throws SQLException {
        return new Led(
                new EnrolmentId(row.getObject("id", UUID.class)),
                row.getString("called"),
                row.getObject("from_on", LocalDate.class),
                Optional.ofNullable(row.getObject("ended_on", LocalDate.class)),
                CaseLists.trace(row));
    }

    /** Those of a case, the latest first. */
    List<Enrolment> of(CaseId caseId) {
        return jdbc.sql("select * from group_enrolments where case_id = ? order by from_on desc, id")
                .param(caseId.value())
                .query(EnrolmentStore::enrolment)
                .list();
    }

    /** Those of a group that are the asker's own to enrol, and who they are in the journal. */
    record Own(Enrolment enrolment, Trace trace) {}

    List<Own> own(GroupId group, StaffId staff) {
        return jdbc.sql("""
            select e.*, c.participant_id from group_enrolments e join cases c on c.id = e.case_id
            where e.group_id = :group and e.end_reason is distinct from 'MISTAKE'
              and e.case_id in (select h.case_id from case_reach h where h.staff_id = :staff)
            order by e.from_on, e.id\
            """)
                .param("group", group.value())
                .param("staff", staff.value())
                .query((row, i) -> new Own(enrolment(row, i), CaseLists.trace(row)))
                .list();
    }

    Optional<Enrolment> find(CaseId caseId, EnrolmentId id) {
        return jdbc.sql("select * from group_enrolments where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id.value())
                .query(EnrolmentStore::enrolment)
                .optional();
    }

    /** Whether the case takes part in the group now. */
    boolean enrolled(CaseId caseId, GroupId group) {
        return jdbc.sql("""
            select exists (select from group_enrolments where case_id = :case and group_id = :group and ended_on is null)\
            """)
                .param("case", caseId.value())
                .param("group", group.value())
                .query(Boolean.class)
                .single();
    }

    /** Whether the leaders may not know the person's own name, or there is none. */
    boolean needsAgreedName(CaseId caseId) {
        return jdbc.sql("""
            select p.protection <> 'NONE' or p.anonymous or p.name is null from cases c join participants p on p.id = c.participant_id
            where c.id = ?\
            """).param(caseId.value()).query(Boolean.class).single();
    }

    /** Of a case, those whose leaders don't see the person, since no name has been agreed on, or none since the identity was protected. */
    Set<EnrolmentId> hidden(CaseId caseId) {
        return jdbc.sql("""
            select e.id from group_enrolments e join cases c on c.id = e.case_id join participants p on p.id = c.participant_id
            where e.case_id = ? and e.ended_on is null
              and case when p.protection = 'NONE' then e.agreed_name = '' and p.name is null
                else e.agreed_name = '' or not e.agreed_protected end\
            """)
                .param(caseId.value())
                .query((row, i) -> new EnrolmentId(row.getObject("id", UUID.class)))
                .set();
    }

    /** A case that the asker could enrol. */
    record Candidate(CaseId caseId, Trace trace, boolean needsName) {}

    /** The cases of the group's initiative that the asker reaches and that do not take part in it, by number. */
    List<Candidate> candidates(GroupId group, StaffId staff) {
        return jdbc.sql("""
            select c.id as case_id, c.association_id, c.participant_id,
              p.protection <> 'NONE' or p.anonymous or p.name is null as needs_name
            from cases c join participants p on p.id = c.participant_id
            where c.initiative_id = (select g.initiative_id from group_programmes g where g.id = :group) and c.state <> 'ENDED'
              and c.id in (select h.case_id from case_reach h where h.staff_id = :staff)
              and not exists (select from restricted_cases x where x.case_id = c.id)
              and not exists (select from group_enrolments e where e.group_id = :group and e.case_id = c.id and e.ended_on is null)
            order by lower(p.name), c.number limit 500\
            """)
                .param("group", group.value())
                .param("staff", staff.value())
                .query((row, i) -> new Candidate(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        CaseLists.trace(row),
                        row.getBoolean("needs_name")))
                .list();
    }

    /** Adds it; does nothing if it is there already, as when a form is sent twice. */
    void add(EnrolmentId id, GroupId group, CaseId caseId, String agreedName, LocalDate from, StaffId by) {
        jdbc.sql("""
            insert into group_enrolments (id, association_id, group_id, case_id, agreed_name, from_on, enrolled_by, enrolled_at)
            select :id, c.association_id, :group, c.id, :name, :from, :by, :now from cases c where c.id = :case
            on conflict do nothing\
            """)
                .param("id", id.value())
                .param("group", group.value())
                .param("case", caseId.value())
                .param("name", agreedName)
                .param("from", from)
                .param("by", by.value())
                .param("now", now())
                .update();
    }

    /** Whether it was still of that version and has been renamed. */
    boolean name(EnrolmentId id, int version, String agreedName) {
        return jdbc.sql("""
            update group_enrolments set agreed_name = :name, version = version + 1
            where id = :id and version = :version and ended_on is null\
            """)
                        .param("name", agreedName)
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Whether it was still of that version and has been ended. */
    boolean end(EnrolmentId id, int version, End end, StaffId by) {
        return jdbc.sql("""
            update group_enrolments set ended_on = :on, end_reason = :reason, ended_by = :by, ended_at = :now, version = version + 1
            where id = :id and version = :version and ended_on is null\
            """)
                        .param("on", end.on())
                        .param("reason", end.reason().name())
                        .param("by", by.value())
                        .param("now", now())
                        .param("id", id.value())
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Ends on that day what goes on, in groups that were over by then too: a session that is added later opens nobody anew. */
    void endAll(CaseId caseId, LocalDate on) {
        jdbc.sql("""
            update group_enrolments e set ended_on = greatest(e.from_on, :on), end_reason = 'CASE_ENDED', ended_at = :now,
              version = version + 1
            where e.case_id = :case and e.ended_on is null\
            """)
                .param("on", on)
                .param("now", now())
                .param("case", caseId.value())
                .update();
    }

    /**
     * How much of a group somebody has taken part in, in sessions that have been and of which attendance was taken for them.
     *
     * @param kinds of the sessions that they came to
     */
    record Part(EnrolmentId id, int came, int counted, int lectures, int trainings) {}

    List<Part> parts(CaseId caseId) {
        return jdbc.sql("""
            select e.id, count(*) filter (where a.mark = 'CAME') as came, count(a.mark) as counted,
              count(*) filter (where a.mark = 'CAME' and s.kind = 'LECTURE') as lectures,
              count(*) filter (where a.mark = 'CAME' and s.kind = 'TRAINING') as trainings
            from group_enrolments e
            left join group_attendance a on a.enrolment_id = e.id
            left join group_sessions s on s.id = a.session_id
            where e.case_id = ? group by e.id\
            """)
                .param(caseId.value())
                .query((row, i) -> new Part(
                        new EnrolmentId(row.getObject("id", UUID.class)),
                        row.getInt("came"),
                        row.getInt("counted"),
                        row.getInt("lectures"),
                        row.getInt("trainings")))
                .list();
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    static UUID[] values(Collection<EnrolmentId> ids) {
        return ids.stream().map(EnrolmentId::value).toArray(UUID[]::new);
    }

    private static Enrolment enrolment(ResultSet row, int i) throws SQLException {
        var endedOn = row.getObject("ended_on", LocalDate.class);
        return new Enrolment(
                new EnrolmentId(row.getObject("id", UUID.class)),
                new GroupId(row.getObject("group_id", UUID.class)),
                new CaseId(row.getObject("case_id", UUID.class)),
                row.getString("agreed_name"),
                row.getObject("from_on", LocalDate.class),
                endedOn == null
                        ? Optional.empty()
                        : Optional.of(new End(endedOn, EndReason.valueOf(row.getString("end_reason")))),
                row.getInt("version"));
    }
}
