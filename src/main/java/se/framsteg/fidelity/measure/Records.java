package se.framsteg.fidelity.measure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.audit.Trace;
import se.framsteg.cases.CaseFrame;
import se.framsteg.cases.CaseLists;
import se.framsteg.cases.Listed;
import se.framsteg.fidelity.scale.Measure;
import se.framsteg.shared.InitiativeId;

/** The records behind the measures. Guards nothing: doors do; each person who is shown is journaled here. */
@Component
public class Records {
    private final Statements statements;
    private final CaseLists lists;

    Records(Statements statements, CaseLists lists) {
        this.statements = statements;
        this.lists = lists;
    }

    /** How a record counts. */
    public enum Standing {
        COUNTED,
        NOT,
        /** Nobody has told. */
        BLANK,
        /** Not among the whole: too new to tell of. */
        LEFT_OUT
    }

    /**
     * A record about somebody.
     *
     * @param day when it was; empty if it is of no day
     * @param text what it was, or with whom
     * @param number of days or hours; empty if there is none
     */
    public record Row(
            CaseFrame person, Optional<LocalDate> day, String text, Optional<BigDecimal> number, Standing standing) {}

    private record Found(
            Trace trace, Optional<LocalDate> day, String text, Optional<BigDecimal> number, Standing standing) {}

    /** What was summed for one specialist. */
    public record Sum(String name, BigDecimal part, BigDecimal whole) {}

    private static final String PERSON = "c.case_id, c.association_id, c.participant_id, ";

    private static final String ACTIVE = Statements.ACTIVE + " select " + PERSON + """
        c.started_on as day, coalesce(s.name, '') as text, cast(null as numeric) as number,
          case when c.specialist is null then 'BLANK' else 'COUNTED' end as standing, c.number as place
        from active c left join staff s on s.id = c.staff_id\
        """;

    private static final String TEAMS = Statements.ACTIVE + """
        , teams as (
          select a.*, (select t.care_team_id from fidelity_team_people t
            where t.case_id = a.case_id and t.from_on <= :to order by t.from_on desc limit 1) as care_team_id
          from active a where a.specialist is not null),
        largest as (
          select specialist, care_team_id, row_number() over (partition by specialist order by count(*) desc) as place
          from teams where care_team_id is not null group by specialist, care_team_id)
        select \
        """ + PERSON + """
        cast(null as date) as day, coalesce(m.name, '') as text, cast(null as numeric) as number,
          case when c.care_team_id is null then 'BLANK' when l.place <= 2 then 'COUNTED' else 'NOT' end as standing, c.number as place
        from teams c left join largest l on l.specialist = c.specialist and l.care_team_id = c.care_team_id
        left join fidelity_care_teams m on m.id = c.care_team_id\
        """;

    private static final String FIRST = EmployerMeasures.BEGUN + " select " + PERSON + """
        c.started_on as day, '' as text, cast(b.days as numeric) as number,
          case when not b.counts then 'LEFT_OUT' when b.first_on is null then 'BLANK' else 'COUNTED' end as standing, c.number as place
        from (select *, first_on is not null or days >= 30 as counts from begun) b join fidelity_cases c on c.case_id = b.case_id\
        """;

    private static final String CONTACTS = Statements.LOGGED + " select " + PERSON + """
        k.day, coalesce(e.name, '') as text, cast(k.minutes as numeric) as number, %s as standing, c.number as place
        from logged k join fidelity_contact_cases p on p.contact_id = k.contact_id join fidelity_cases c on c.case_id = p.case_id
        left join employer_contacts o on o.contact_id = k.contact_id left join employers e on e.id = o.employer_id
        where k.kind = 'EMPLOYER' and k.reached > 0\
        """;

    private static final String JOBS = JobMeasures.JOBS + " select " + PERSON + """
        j.from_on as day, j.employer || coalesce(' · ' || j.occupation, '') as text, j.now_hours as number, %s as standing, c.number as place
        from jobs j left join employer_heads h on h.id = j.employer_id join fidelity_cases c on c.case_id = j.case_id\
        """;

    /** The text is the window, as the rhythm of support names it. */
    private static final String WINDOWS = SupportMeasures.COUNTED + " select " + PERSON + """
        w.last_on as day, w.what as text, cast(w.number as numeric) as number,
          case when w.met then 'COUNTED' else 'NOT' end as standing, c.number as place
        from counted w join fidelity_cases c on c.case_id = w.case_id\
        """;

    private static final Map<Measure, String> PEOPLE = Map.of(
            Measure.LASTING_SUPPORT, WINDOWS,
            Measure.CASELOAD, ACTIVE,
            Measure.CARE_TEAMS, TEAMS,
            Measure.FIRST_EMPLOYER_CONTACT, FIRST,
            Measure.MATCHING_CONTACTS,
                    CONTACTS.formatted(
                            "case when k.matches is null then 'BLANK' when k.matches then 'COUNTED' else 'NOT' end"),
            Measure.EMPLOYER_CONTACTS, CONTACTS.formatted("case when k.face_to_face then 'COUNTED' else 'NOT' end"),
            Measure.JOB_TYPES, JOBS.formatted("""
                case when not j.open_market then 'LEFT_OUT' when j.occupation is null then 'BLANK'
                  when row_number() over (partition by j.open_market, j.occupation order by j.from_on, j.employment_id) = 1 then 'COUNTED'
                  else 'NOT' end\
                """),
            Measure.EMPLOYERS, JOBS.formatted("""
                case when not j.open_market then 'LEFT_OUT' when row_number() over (partition by j.open_market,
                  coalesce(cast(h.head_id as text), lower(trim(j.employer))) order by j.from_on, j.employment_id) = 1 then 'COUNTED'
                  else 'NOT' end\
                """),
            Measure.PERMANENT_JOBS, JOBS.formatted("""
                case when j.is_subsidised = 'UNKNOWN' then 'BLANK'
                  when j.open_market and j.is_permanent and j.is_subsidised = 'NONE' then 'COUNTED' else 'NOT' end\
                """));

    private static final String SUMS = Statements.LOGGED + """
        select s.name, coalesce(sum(k.minutes) filter (where %s), 0) as part, coalesce(sum(k.minutes), 0) as whole
        from (select distinct staff_id from roster) r join staff s on s.id = r.staff_id left join logged k on k.logged_by = r.staff_id
        group by s.id, s.name order by s.name, s.id\
        """;

    private static final Map<Measure, String> SPECIALISTS = Map.of(
            Measure.EMPLOYMENT_TIME, SUMS.formatted("k.phase <> 'OTHER_SERVICES'"),
            Measure.COMMUNITY, SUMS.formatted("k.place in ('COMMUNITY', 'HOME')"),
            Measure.AUTHORITY_CONTACTS, Statements.LOGGED + """
                select s.name,
                  count(distinct k.day) filter (where (k.kind in ('FK', 'AF') or k.took_part && array['FK', 'AF']) and not k.missed) as part,
                  (select sum(w.days) / 7.0 from roster w where w.staff_id = s.id) as whole
                from (select distinct staff_id from roster) r join staff s on s.id = r.staff_id left join logged k on k.logged_by = r.staff_id
                group by s.id, s.name order by s.name, s.id\
                """);

    /** The records about people, a page at a time; none where the measure sums for each specialist. */
    public Listed<Row> people(Actor.Staff actor, InitiativeId initiative, Measure measure, Window window, int page) {
        var sql = PEOPLE.get(measure);
        if (sql == null) {
            return Listed.of(List.of(), page);
        }
        var found = statements
                .statement(initiative, window, sql + " order by day desc nulls last, place limit :limit offset :offset")
                .param("today", window.to())
                .param("limit", Listed.SIZE + 1)
                .param("offset", Listed.offset(page))
                .query((row, i) -> new Found(
                        CaseLists.trace(row),
                        Optional.ofNullable(row.getObject("day", LocalDate.class)),
                        row.getString("text"),
                        Optional.ofNullable(row.getBigDecimal("number")),
                        Standing.valueOf(row.getString("standing"))))
                .list();
        var listed = Listed.of(found, page);
        var frames = lists.show(actor, listed.rows().stream().map(Found::trace).toList());
        var rows = listed.rows().stream()
                .flatMap(one -> Stream.ofNullable(frames.get(one.trace().caseId()))
                        .map(person -> new Row(person, one.day(), one.text(), one.number(), one.standing())))
                .toList();
        return new Listed<>(rows, listed.number(), listed.more());
    }

    /** What was summed for each specialist, by name; none where the records are about people. */
    public List<Sum> specialists(InitiativeId initiative, Measure measure, Window window) {
        var sql = SPECIALISTS.get(measure);
        return sql == null
                ? List.of()
                : statements
                        .statement(initiative, window, sql)
                        .query((row, i) ->
                                new Sum(row.getString("name"), row.getBigDecimal("part"), row.getBigDecimal("whole")))
                        .list();
    }
}
