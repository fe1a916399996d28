package se.framsteg.employment.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseLists;
import se.framsteg.employment.Employment;
import se.framsteg.employment.EmploymentId;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.StaffId;

/** Works out the rhythm of support. Guards nothing: doors do, and policies show the asker's cases alone. */
@Component
public class SupportQueries {
    /** So far ahead it is told what is coming. */
    static final int DAYS_AHEAD = 7;

    /**
     * The parts of one statement that works out the rhythm for many cases: a row for each {@link Window} in {@code windows}, with
     * {@code employment_id}, {@code case_id}, {@code kind} of the employment, {@code what}, {@code number}, {@code first_on},
     * {@code last_on}, {@code met} and {@code due} (it goes on and is not met). What stands before it must be a part {@code asked} with
     * {@code case_id}, once for each; {@code :today} is the day as of which it is asked. Windows that have not begun are there too, if they
     * begin within a week: {@code first_on > :today}.
     */
    public static final String WINDOWS = windows("""
        (select p.case_id, k.day from contact_persons p join contacts k on k.id = p.contact_id
          where k.kind = 'WITH_PERSON' and not k.missed and k.withdrawn_at is null)\
        """);

    /**
     * The same, for those who are told in another way when people were met.
     *
     * @param met what tells {@code case_id} and {@code day}
     */
    public static String windows(String met) {
        return """
            , met as materialized (
              select k.case_id, range_agg(daterange(k.day, k.day, '[]')) as days
              from asked a join %s k on k.case_id = a.case_id where k.day <= cast(:today as date) group by k.case_id),
            unwanted as materialized (
              select employment_id, range_agg(daterange(said_on, until_on)) as days
              from (select s.employment_id, s.said_on, s.wanted,
                  lead(s.said_on) over (partition by s.employment_id order by s.said_on, s.number) as until_on
                from asked a join support_wishes s on s.case_id = a.case_id) w
              where not wanted and (until_on is null or until_on > said_on) group by employment_id),
            supported as materialized (
              select e.id, e.case_id, e.kind, e.from_on, e.to_on, c.accepted_on,
                e.kind = 'JOB' and e.end_reason in ('AS_PLANNED', 'OWN_WISH', 'HEALTH', 'EMPLOYER', 'OTHER') as lost
              from asked a join cases c on c.id = a.case_id join employments e on e.case_id = a.case_id
              where e.withdrawn_at is null and (c.ended_on is null or e.from_on <= c.ended_on)),
            windows as materialized (
              select s.id as employment_id, s.case_id, s.kind, w.what, w.number, greatest(w.first_on, s.accepted_on) as first_on, w.last_on,
                coalesce(m.days && daterange(greatest(w.first_on, s.accepted_on), w.last_on, '[]'), false) as met,
                w.first_on <= cast(:today as date) and w.last_on >= cast(:today as date)
                  and not coalesce(m.days && daterange(greatest(w.first_on, s.accepted_on), w.last_on, '[]'), false) as due
              from supported s
              left join met m on m.case_id = s.case_id
              left join unwanted u on u.employment_id = s.id
              cross join lateral (
                select 'BEFORE' as what, 1 as number, s.from_on - 7 as first_on, s.from_on - 1 as last_on
                union all select 'START', 1, s.from_on, s.from_on + 3
                union all select 'WEEK', n, s.from_on + 7 * (n - 1), s.from_on + 7 * n - 1 from generate_series(1, 4) n
                union all
                select 'MONTH', n, case n when 2 then s.from_on + 28 else cast(s.from_on + make_interval(months => n - 1) as date) end,
                  cast(s.from_on + make_interval(months => n) as date) - 1
                from generate_series(2, 2 + greatest(0, cast(12 * extract(year from age(cast(:today as date), s.from_on))
                  + extract(month from age(cast(:today as date), s.from_on)) as integer))) n
                union all select 'LOST', 1, s.to_on, s.to_on + 3 where s.lost) w
              where w.last_on >= s.accepted_on and w.first_on <= cast(:today as date) + 7
                and (w.what in ('BEFORE', 'LOST') or s.to_on is null or w.last_on <= s.to_on)
                and (u.days is null or not u.days && daterange(w.first_on, w.last_on, '[]')))
            """.formatted(met);
    }

    private static final String OF_ONE =
            "with asked as materialized (select id as case_id from cases where id = :case)" + WINDOWS + """
                select * from windows where employment_id = :employment order by first_on, last_on\
                """;

    private static final String TO_COME = """
        with asked as materialized (select r.case_id from case_reach r
          where r.staff_id = :staff and r.reach = 'CASEWORKER'
            and not exists (select from restricted_cases x where x.case_id = r.case_id))\
        """ + WINDOWS + """
        select distinct on (w.employment_id) w.*, c.association_id, c.participant_id, e.employer
        from windows w join cases c on c.id = w.case_id join employments e on e.id = w.employment_id
        where not w.met and w.last_on >= :today order by w.employment_id, w.last_on, w.first_on\
        """;

    private final JdbcClient jdbc;

    SupportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The windows of one, in order, those that begin within a week among them. */
    List<Window> of(CaseId caseId, EmploymentId id, LocalDate today) {
        return jdbc.sql(OF_ONE)
                .param("case", caseId.value())
                .param("employment", id.value())
                .param("today", today)
                .query(SupportQueries::window)
                .list();
    }

    /**
     * The next window of a job, a placement or studies in which there has been no contact yet.
     *
     * @param place the employer or the school
     */
    record Next(EmploymentId id, CaseId caseId, Trace trace, Employment.Kind kind, String place, Window window) {
        /** Not the place: that is about a person. */
        @Override
        public String toString() {
            return id.toString();
        }
    }

    /** In the cases that the member of staff has, what goes on or begins within a week; the soonest end first. */
    List<Next> toCome(StaffId staff, LocalDate today) {
        return jdbc
                .sql(TO_COME)
                .param("staff", staff.value())
                .param("today", today)
                .query((row, i) -> new Next(
                        new EmploymentId(row.getObject("employment_id", UUID.class)),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        CaseLists.trace(row),
                        Employment.Kind.valueOf(row.getString("kind")),
                        row.getString("employer"),
                        window(row, i)))
                .list()
                .stream()
                .sorted(Comparator.comparing((Next next) -> next.window().last()))
                .toList();
    }

    private static Window window(ResultSet row, int i) throws SQLException {
        return new Window(
                Window.What.valueOf(row.getString("what")),
                row.getInt("number"),
                row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                row.getBoolean("met"));
    }
}
