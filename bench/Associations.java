import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Associations with initiatives and all that these have done since two whole years and what has gone of this one, written straight into the
 * tables, by the superuser: triggers and foreign keys, which would have nothing to refuse, are not asked. Of a thousand cases two thirds have
 * ended, with an outcome, what they lived on before and after and how much they worked; beside them stand a hundred referrals that were
 * declined. Rounds come every three months, 3.1 of each case answered by both.
 *
 * <p>Rows stand in the order of their days, as they would have come: those of one initiative lie among those of all others.
 */
final class Associations {
    private static final List<String> FILL = List.of(
            """
            create temporary table bench_associations as
            select uuidv7() as id, uuidv7() as office, uuidv7() as kommun, n, label, began, initiatives, cases, officers, hash
            from bench_frame, generate_series(1, associations) n""",
            "insert into associations (id, name, created_at) select id, 'Förbund ' || label || ' ' || n, began from bench_associations",
            """
            insert into organisations (id, association_id, name, kind)
            select office, id, 'Kansliet', 'OTHER' from bench_associations
            union all select kommun, id, 'Kommunen', 'KOMMUN' from bench_associations""",
            """
            create temporary table bench_initiatives as
            select uuidv7() as id, a.id as association_id, a.kommun as owner_id, i, a.n, a.label, a.began, a.cases, uuidv7() as lead
            from bench_associations a, generate_series(1, a.initiatives) i""",
            """
            create temporary table bench_staff as
            select uuidv7() as id, id as association_id, office as organisation_id, cast(null as uuid) as initiative, o as number,
              'ASSOCIATION_OFFICER' as role, 'kansli-' || n || '-' || o || '@' || label || '.example' as email, hash
            from bench_associations, generate_series(1, officers) o
            union all
            select lead, association_id, owner_id, id, 0, 'LEAD', 'ledare-' || n || '-' || i || '@' || label || '.example', null
            from bench_initiatives
            union all
            select uuidv7(), association_id, owner_id, id, s, 'CASEWORKER', 'coach-' || n || '-' || i || '-' || s || '@' || label || '.example',
              null
            from bench_initiatives, generate_series(1, 10) s""",
            """
            insert into staff (id, association_id, organisation_id, name, email, password_hash, created_at)
            select id, association_id, organisation_id, initcap(role) || ' ' || number, email, hash, now() from bench_staff""",
            "insert into staff_roles (staff_id, role) select id, role from bench_staff",
            """
            insert into initiatives (id, association_id, owner_id, name, starts_on, instrument_id)
            select id, association_id, owner_id, 'Insatsen ' || i, began, (select id from instruments where key = 'framsteg-bip'
              and state = 'PUBLISHED' order by version desc limit 1) from bench_initiatives""",
            "insert into initiative_leads (initiative_id, staff_id) select id, lead from bench_initiatives",
            // Whoever ended has had 100 to 240 days; the others began within 400.
            """
            create temporary table bench_people as
            select uuidv7() as person, uuidv7() as referral, case when m <= cases then uuidv7() end as case_id, l.*
            from (
              select i.id as initiative, i.association_id, i.owner_id, i.lead, i.cases, m, s.id as staff, ended, began_on,
                case when ended then began_on + random(100, 240) end as ended_on, random() as chance,
                case when random() < 0.55 then 'WOMAN' else 'MAN' end as sex
              from bench_initiatives i cross join generate_series(1, i.cases + i.cases / 10) m
              join bench_staff s on s.initiative = i.id and s.number = 1 + m % 10
              cross join lateral (select m % 3 < 2 as ended) e
              cross join lateral (select case when ended then i.began + random(0, current_date - i.began - 241)
                else current_date - random(1, 400) end as began_on) b) l
            order by began_on""",
            """
            insert into participants (id, association_id, organisation_id, name, legal_sex, start_year, municipality)
            select person, association_id, owner_id, 'Person ' || m, sex, extract(year from began_on), 'Stordal' from bench_people""",
            """
            insert into referrals (id, association_id, organisation_id, initiative_id, participant_id, received_on, source, source_name, party,
              reason, agreed_on, state, registered_by, registered_at)
            select referral, association_id, owner_id, initiative, person, received, source, case when source = 'PERSON' then '' else 'Trisam' end,
              case when source <> 'PERSON' then (array['FK', 'FK', 'AF', 'KOMMUN', 'KOMMUN', 'REGION', 'OTHER'])[random(1, 7)] end,
              'Vill komma närmare arbete.', received, case when case_id is null then 'DECLINED' else 'ACCEPTED' end, staff, received
            from bench_people cross join lateral (select began_on - random(5, 100) as received,
              case when m % 8 = 0 then 'PERSON' when m % 8 < 4 then 'FORUM' else 'ORGANISATION' end as source) r""",
            """
            insert into referral_decisions (referral_id, outcome, reason, decided_on, decided_by, at)
            select referral, case when case_id is null then 'DECLINED' else 'ACCEPTED' end, 'Bench', began_on, lead, began_on from bench_people""",
            """
            create temporary table bench_cases as
            select *, case when ended then (array['WORK', 'WORK', 'SUBSIDISED_WORK', 'STUDY', 'PLACEMENT', 'JOB_SEEKER', 'OTHER_EFFORT',
                'SICK_LEAVE', 'OTHER', 'UNKNOWN'])[1 + floor(10 * chance)] end as outcome,
              (array['SJUKPENNING', 'SJUKPENNING', 'SJUKERSATTNING', 'AKTIVITETSERSATTNING', 'FORSORJNINGSSTOD', 'FORSORJNINGSSTOD',
                'AKTIVITETSSTOD', 'A_KASSA', 'NONE', 'UNKNOWN'])[random(1, 10)] as income_before
            from bench_people where case_id is not null order by began_on""",
            """
            insert into cases (id, association_id, organisation_id, initiative_id, participant_id, referral_id, number, state, accepted_on,
              started_on, ended_on, end_reason, outcome, income_before, income_after, hours_before, hours_after)
            select case_id, association_id, owner_id, initiative, person, referral,
              '2001-' || 10000 + row_number() over (partition by association_id order by case_id),
              case when ended then 'ENDED' else 'ACTIVE' end, began_on, began_on, ended_on,
              case when ended then (array['GOAL_REACHED', 'GOAL_REACHED', 'OTHER_EFFORT', 'OWN_WISH', 'HEALTH', 'MOVED',
                'NO_CONTACT'])[random(1, 7)] end,
              outcome, income_before,
              case when outcome in ('WORK', 'SUBSIDISED_WORK') then 'LON' when outcome = 'STUDY' then 'CSN' when ended then income_before end,
              10 * random(0, 1), case when ended then case when outcome in ('WORK', 'SUBSIDISED_WORK') then 30 else 0 end end
            from bench_cases""",
            """
            insert into assignments (organisation_id, case_id, staff_id, from_on, to_on, assigned_by)
            select owner_id, case_id, staff, began_on, case when m % 5 = 0 then began_on + 60 end, lead from bench_cases
            union all select owner_id, case_id, lead, began_on + 60, null, lead from bench_cases where m % 5 = 0""",
            """
            insert into activities (id, association_id, case_id, kind, title, from_on, to_on, end_reason, registered_by, registered_at)
            select uuidv7(), association_id, case_id, kind, 'Kurs', began_on + 10, ended_on, case when ended then 'CASE_ENDED' end, staff, began_on
            from bench_cases cross join unnest(array['HEALTH', 'COMPETENCE']) with ordinality k (kind, place)
            where m % 2 = 0 and place <= 1 + m % 4 / 2""",
            """
            insert into employments (id, association_id, case_id, kind, employer, from_on, to_on, hours, permanent, subsidy, registered_by,
              registered_at)
            select uuidv7(), association_id, case_id, 'JOB', 'Arbetsgivaren', ended_on - 20,
              case when random() < 0.3 then ended_on + random(10, 300) end, 30, true,
              case when outcome = 'WORK' then 'NONE' else 'LONEBIDRAG' end, staff, ended_on
            from bench_cases where outcome in ('WORK', 'SUBSIDISED_WORK')""",
            """
            create temporary table bench_rounds as
            select uuidv7() as id, r.* from (
              select c.association_id, c.case_id, c.person, c.staff, d.*, due_on <= current_date and (c.ended or due_on < current_date) as answered
              from bench_cases c cross join lateral (
                select 'BASELINE' as kind, 0 as ordinal, began_on as opens_on, began_on + 21 as due_on, began_on + 42 as closes_on
                union all
                select 'FOLLOW_UP', k, due - 21, due, due + 21 from generate_series(1, 5) k cross join lateral (select began_on + 91 * k as due) f
                where case when c.ended then due < c.ended_on else due - 91 < current_date end
                union all select 'ENDING', null, c.ended_on, c.ended_on, c.ended_on + 14 where c.ended) d
              order by due_on) r""",
            """
            insert into rounds (id, association_id, case_id, participant_id, kind, ordinal, instrument_id, opens_on, due_on, closes_on)
            select id, association_id, case_id, person, kind, ordinal, (select id from instruments where key = 'framsteg-bip'
              and state = 'PUBLISHED' order by version desc limit 1), opens_on, due_on, closes_on from bench_rounds""",
            // Of the eleven areas the participant is not asked about the seventh and the ninth.
            """
            insert into assessments (round_id, respondent, answers, scores, answered_by, started_at, saved_at, submitted_at)
            select id, voice, case when asked then s[1:6] || s[8:8] || s[10:11] else s end,
              case when asked then s[1:6] || null || s[8:8] || null || s[10:11] else s end, case when not asked then staff end, day, day, day
            from (select r.*, voice, voice = 'PARTICIPANT' as asked, due_on + interval '10 hours' as day, cast(array[
                random(1, 4) + up, random(1, 4) + up, random(1, 4) + up, random(1, 4) + up, random(1, 4) + up, random(1, 4) + up,
                random(1, 4) + up, random(1, 4) + up, random(1, 4) + up, random(1, 4) + up, random(1, 4) + up] as smallint[]) as s
              from bench_rounds r cross join unnest(array['PARTICIPANT', 'CASEWORKER']) voice
              cross join lateral (select case when kind = 'BASELINE' then 0 else 1 end as up) u
              where answered) a""",
            "analyze");

    private Associations() {}

    /**
     * Writes them, and all or none.
     *
     * @param label what they are called by, and the domain of their people: such as {@code kansli-1-2@nation.example}, the second officer of
     *     the first association
     */
    static void fill(Program program, String label, int associations, int initiatives, int cases, int officers) throws Exception {
        var hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(Program.PASSWORD);
        try (var database = program.superuser(); var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute("set session_replication_role = replica");
            statement.execute("select setseed(0.5)");
            statement.execute("""
                create temporary table bench_frame as
                select '%s' as label, %d as associations, %d as initiatives, %d as cases, %d as officers, '%s' as hash,
                  cast(date_trunc('year', current_date) - interval '2 years' as date) as began"""
                    .formatted(label, associations, initiatives, cases, officers, hash));
            for (var sql : FILL) {
                execute(statement, sql);
            }
            database.commit();
        }
    }

    private static void execute(Statement statement, String sql) throws SQLException {
        try {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new SQLException(sql, e);
        }
    }

    static String officer(String label, int association, int number) {
        return "kansli-%d-%d@%s.example".formatted(association, number, label);
    }
}
