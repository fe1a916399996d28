package se.framsteg.employment.outcome;

/** The same as {@link Outcome} works out for one case, for many in one statement. */
public final class OutcomeQueries {
    /**
     * The parts of one statement with a row for each case in {@code each}: {@code case_id}, {@code legal_sex}, {@code days}, {@code job},
     * {@code open}, {@code placement}, {@code study}, {@code any_days}, {@code hours}, {@code to_job}, {@code to_open}, {@code begun},
     * {@code jobs}, {@code longest}, {@code job_now}, {@code open_now}, {@code placement_now}, {@code study_now}, {@code hours_now} and
     * {@code since}; and the days as sets in {@code job_days}, {@code open_days}, {@code placement_days} and {@code study_days}. What stands
     * before it must be a part {@code asked} with {@code case_id}, {@code legal_sex}, {@code first} and {@code last}.
     */
    public static final String EACH = """
        , spells as materialized (
          select a.case_id, a.first, a.last, s.employment_id, s.kind, s.hours, e.from_on as began,
            open_market(s.kind, s.social_enterprise, s.subsidy) as open,
            daterange(s.from_on, s.to_on, '[]') * daterange(a.first, a.last, '[]') as days
          from asked a join employment_spells s on s.case_id = a.case_id join employments e on e.id = s.employment_id
          where s.case_id = any(array(select case_id from asked))
            and not isempty(daterange(s.from_on, s.to_on, '[]') * daterange(a.first, a.last, '[]'))),
        together as (
          select case_id, range_agg(days) filter (where kind = 'JOB') as job_days, range_agg(days) filter (where open) as open_days,
            range_agg(days) filter (where kind = 'PLACEMENT') as placement_days, range_agg(days) filter (where kind = 'STUDY') as study_days,
            range_agg(days) as any_days, sum(hours * (upper(days) - lower(days))) filter (where kind = 'JOB') as hours,
            min(lower(days)) filter (where kind = 'JOB' and began >= first) - min(first) as to_job,
            min(lower(days)) filter (where open and began >= first) - min(first) as to_open,
            sum(hours) filter (where days @> last) as hours_now
          from spells group by case_id),
        jobs as (
          select case_id, count(*) as number, count(*) filter (where began) as begun, max(days) as longest
          from (select case_id, employment_id, bool_or(began >= first) as began, sum(upper(days) - lower(days)) as days
            from spells where kind = 'JOB' group by case_id, employment_id) j group by case_id),
        each as materialized (
          select a.case_id, a.legal_sex, a.first, a.last - a.first + 1 as days,
            (select coalesce(sum(upper(r) - lower(r)), 0) from unnest(t.job_days) r) as job,
            (select coalesce(sum(upper(r) - lower(r)), 0) from unnest(t.open_days) r) as open,
            (select coalesce(sum(upper(r) - lower(r)), 0) from unnest(t.placement_days) r) as placement,
            (select coalesce(sum(upper(r) - lower(r)), 0) from unnest(t.study_days) r) as study,
            (select coalesce(sum(upper(r) - lower(r)), 0) from unnest(t.any_days) r) as any_days,
            cast(round(coalesce(t.hours, 0) / 7) as integer) as hours, t.to_job, t.to_open, coalesce(j.begun, 0) as begun,
            coalesce(j.number, 0) as jobs, coalesce(j.longest, 0) as longest, t.job_days, t.open_days, t.placement_days, t.study_days,
            coalesce(t.job_days @> a.last, false) as job_now, coalesce(t.open_days @> a.last, false) as open_now,
            coalesce(t.placement_days @> a.last, false) as placement_now, coalesce(t.study_days @> a.last, false) as study_now,
            t.hours_now, (select lower(r) from unnest(t.any_days) r where r @> a.last) as since
          from asked a left join together t on t.case_id = a.case_id left join jobs j on j.case_id = a.case_id)
        """;

    /**
     * A part {@code employer_met} with {@code case_id} and {@code days}: from the first day to the first contact with an employer about the
     * person, face to face. Cases without one are not in it. What stands before it is as for {@link #EACH}.
     */
    public static final String EMPLOYER_MET = """
        , employer_met as (
          select a.case_id, min(k.day) - min(a.first) as days
          from asked a join contact_persons p on p.case_id = a.case_id join contacts k on k.id = p.contact_id
          where k.kind = 'EMPLOYER' and k.place not in ('PHONE', 'VIDEO') and k.withdrawn_at is null and k.day between a.first and a.last
          group by a.case_id)
        """;

    /**
     * A part {@code begun} with a row for each job that began on the first day or later, at the latest on the last: {@code case_id},
     * {@code legal_sex}, {@code from_on}, {@code occupation} if it is told, and {@code employer}, the same text for the same employer. What stands
     * before it is as for {@link #EACH}.
     */
    public static final String JOBS_BEGUN = """
        , begun as (
          select a.case_id, a.legal_sex, e.from_on, e.occupation, coalesce(cast(h.head_id as text), lower(trim(e.employer))) as employer
          from asked a join employments e on e.case_id = a.case_id left join employer_heads h on h.id = e.employer_id
          where e.kind = 'JOB' and e.withdrawn_at is null and e.from_on between a.first and a.last)
        """;

    private OutcomeQueries() {}
}
