import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * A unit larger than any there is: 200 specialists with 4,000 people, half a year of their contacts and two thousand jobs. It is written straight
 * into the tables, once, beside what the demo fills.
 */
final class Unit {
    private static final UUID INITIATIVE = UUID.fromString("0bec0000-0000-7000-8000-000000000001");

    private static final List<String> FILL = List.of(
            """
            insert into initiatives (id, association_id, owner_id, name, starts_on, instrument_id)
            select ?, s.association_id, s.organisation_id, 'A unit of 200', current_date - 400,
              (select id from instruments where association_id is null and state = 'PUBLISHED' order by key limit 1)
            from staff s where s.email = '%s'""",
            "insert into initiative_leads (initiative_id, staff_id) select ?, id from staff where email = '%s'",
            """
            create temporary table bench_staff as
            select gen_random_uuid() as id, n, i.id as initiative, i.association_id, i.owner_id
            from initiatives i cross join generate_series(1, 200) n where i.id = ?""",
            """
            insert into staff (id, association_id, organisation_id, name, email, created_at)
            select id, association_id, owner_id, 'Specialist ' || n, 'unit-' || n || '@bench.example', now() from bench_staff""",
            "insert into staff_roles (staff_id, role) select id, 'CASEWORKER' from bench_staff",
            """
            insert into fidelity_specialists (id, association_id, initiative_id, staff_id, percent, from_on, saved_by, saved_at)
            select gen_random_uuid(), association_id, initiative, id, case when n %% 5 = 0 then 50 else 100 end, current_date - 400, id, now()
            from bench_staff""",
            """
            create temporary table bench_cases as
            select gen_random_uuid() as id, gen_random_uuid() as person, gen_random_uuid() as referral, s.id as staff, s.initiative,
              s.association_id, s.owner_id, m, (s.n - 1) * 20 + m as number, current_date - 10 - (s.n * 20 + m * 7) %% 380 as began
            from bench_staff s cross join generate_series(1, 20) m""",
            """
            insert into participants (id, association_id, organisation_id, name, legal_sex)
            select person, association_id, owner_id, 'Person ' || number, case when number %% 2 = 0 then 'WOMAN' else 'MAN' end from bench_cases""",
            """
            insert into referrals (id, association_id, organisation_id, initiative_id, participant_id, received_on, source, reason, agreed_on,
              state, registered_by, registered_at)
            select referral, association_id, owner_id, initiative, person, began, 'PERSON', 'Bench', began, 'ACCEPTED', staff, now() from bench_cases""",
            """
            insert into cases (id, association_id, organisation_id, initiative_id, participant_id, referral_id, number, state, accepted_on,
              started_on)
            select id, association_id, owner_id, initiative, person, referral, '2001-' || 10000 + number, 'ACTIVE', began, began
            from bench_cases""",
            """
            insert into assignments (organisation_id, case_id, staff_id, from_on, assigned_by)
            select owner_id, id, staff, began, staff from bench_cases""",
            """
            create temporary table bench_contacts as
            select gen_random_uuid() as id, c.id as case_id, c.staff, c.initiative, c.association_id, day,
              case when w %% 3 = 0 then 'EMPLOYER' when w %% 7 = 0 then 'FK' else 'WITH_PERSON' end as kind, w
            from bench_cases c cross join generate_series(0, 25) w cross join lateral (select current_date - 7 * w - c.m %% 5 as day) d
            where d.day >= c.began""",
            """
            insert into contacts (id, association_id, initiative_id, logged_by, day, kind, place, minutes, phase, missed, took_part, persons,
              logged_at, saved_at)
            select id, association_id, initiative, staff, day, kind, (array['COMMUNITY', 'OFFICE', 'HOME', 'PHONE'])[1 + w %% 4], 45, 'PLACEMENT',
              false, '{}', 1, now(), now() from bench_contacts""",
            """
            insert into contact_persons (contact_id, association_id, initiative_id, case_id)
            select id, association_id, initiative, case_id from bench_contacts""",
            """
            insert into employments (id, association_id, case_id, kind, employer, occupation, from_on, hours, permanent, subsidy, registered_by,
              registered_at)
            select gen_random_uuid(), association_id, id, 'JOB', 'Employer ' || number %% 700, cast(111 + number %% 80 as text),
              greatest(began, current_date - number %% 170), 30, number %% 3 > 0, 'NONE', staff, now()
            from bench_cases where number %% 2 = 0""",
            "analyze");

    private Unit() {}

    /** Its initiative, led by this lead; filled if it is not there. */
    static UUID ledBy(Program program, String lead) throws Exception {
        try (var database = program.database()) {
            if (!filled(database)) {
                fill(database, lead);
            }
        }
        return INITIATIVE;
    }

    private static boolean filled(Connection database) throws SQLException {
        try (var statement = database.prepareStatement("select from initiatives where id = ?")) {
            statement.setObject(1, INITIATIVE);
            return statement.executeQuery().next();
        }
    }

    private static void fill(Connection database, String lead) throws SQLException {
        for (var sql : FILL) {
            try (var statement = database.prepareStatement(sql.formatted(lead))) {
                if (statement.getParameterMetaData().getParameterCount() > 0) {
                    statement.setObject(1, INITIATIVE);
                }
                statement.execute();
            }
        }
    }

    /** What a review by IPS-25 needs, as few and plain as it can be asked: counts of cases, time, contacts and jobs. */
    static final String BARE = """
        with k as (
          select c.*, p.case_id from contacts c left join contact_persons p on p.contact_id = c.id
          where c.initiative_id = ? and c.day > current_date - 183),
        sums as (
          select sum(minutes), sum(minutes) filter (where phase <> 'OTHER_SERVICES'), sum(minutes) filter (where place in ('COMMUNITY', 'HOME')),
            count(*) filter (where kind = 'EMPLOYER'), count(distinct (logged_by, day)) filter (where kind in ('FK', 'AF')) from k),
        met as (select case_id, min(day) from k where kind = 'EMPLOYER' group by case_id),
        jobs as (
          select count(*), count(distinct occupation), count(distinct employer) from employments e join cases c on c.id = e.case_id
          where c.initiative_id = (select initiative_id from k limit 1) and e.kind = 'JOB')
        select gen_random_uuid() from sums, jobs, (select count(*) from met) m""";
}
