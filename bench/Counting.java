/** What the page of statistics tells of a period, counted anew from the living cases in one plain statement. */
final class Counting {
    private static final String INCOME = """
        case when %1$s = 'LON' then 'WAGE' when %1$s = 'CSN' then 'STUDY' when %1$s in ('AKTIVITETSSTOD', 'A_KASSA') then 'JOBSEEKER'
          when %1$s in ('SJUKPENNING', 'REHABILITERINGSPENNING', 'SJUKERSATTNING', 'AKTIVITETSERSATTNING') then 'SICKNESS'
          when %1$s = 'FORSORJNINGSSTOD' then 'ASSISTANCE' else 'REST' end""";

    private static final String SQL = """
        with asked as (
          select c.*, p.legal_sex, case when f.source = 'PERSON' then 'SELF' else coalesce(f.party, 'UNKNOWN') end as party,
            width_bucket(c.started_on - f.received_on, array[15, 31, 61, 91]) as wait,
            extract(year from age(c.started_on, to_date(left(p.identity_number, 8), 'YYYYMMDD'))) as age
          from cases c join participants p on p.id = c.participant_id join referrals f on f.id = c.referral_id
          where %1$s and c.started_on is not null),
        ended as materialized (
          select a.*, %4$s || '_' || %5$s as income, sign(hours_after - hours_before) as hours,
            (select count(distinct h.staff_id) from assignments h where h.case_id = a.id) > 1 as several,
            exists (select from case_efforts x join case_efforts y on y.case_id = x.case_id and y.kind > x.kind where x.case_id = a.id
              and not isempty(daterange(x.from_on, x.to_on, '[]') * daterange(y.from_on, y.to_on, '[]')
                * daterange(a.started_on, a.ended_on, '[]'))) as parallel
          from asked a where ended_on between %2$s and %3$s),
        afterwards as (
          select e.legal_sex, m.months, (select min(case when s.kind = 'STUDY' then 3 when s.subsidy in ('NONE', 'UNKNOWN') then 1 else 2 end)
            from employment_spells s where s.case_id = e.id and s.kind in ('JOB', 'STUDY')
              and daterange(s.from_on, s.to_on, '[]') @> cast(e.ended_on + make_interval(months => m.months) as date)) as best
          from ended e cross join unnest(array[3, 6, 12]) m (months)
          where e.ended_on + make_interval(months => m.months) < current_date),
        answered as (
          select e.id, e.legal_sex, s.respondent, s.scores,
            row_number() over (partition by e.id, s.respondent order by r.due_on) as place,
            count(*) over (partition by e.id, s.respondent) as places
          from ended e join rounds r on r.case_id = e.id join assessments s on s.round_id = r.id
          where s.submitted_at is not null and not r.skipped),
        progress as (
          select f.legal_sex, f.respondent, s.area, sign(s.later - s.first) as step
          from answered f join answered l on l.id = f.id and l.respondent = f.respondent and l.place = l.places and l.place > 1
          cross join unnest(f.scores, l.scores) with ordinality s (first, later, area) where f.place = 1)
        select gen_random_uuid(), 'STARTED', legal_sex, row(party), row(wait), row(age), count(*)
          from asked where started_on between %2$s and %3$s group by grouping sets ((legal_sex), (legal_sex, party), (legal_sex, wait), (legal_sex, age))
        union all select gen_random_uuid(), 'ENDED', legal_sex, row(outcome, end_reason), row(income, hours), row(several, parallel), count(*)
          from ended group by grouping sets ((legal_sex), (legal_sex, outcome), (legal_sex, end_reason), (legal_sex, income), (legal_sex, hours),
            (legal_sex, several), (legal_sex, parallel))
        union all select gen_random_uuid(), 'AFTERWARDS', legal_sex, row(months), row(best), null, count(*) from afterwards
          group by legal_sex, months, best
        union all select gen_random_uuid(), 'PROGRESS', legal_sex, row(respondent), row(area), row(step), count(*) from progress
          group by legal_sex, respondent, area, step
        union all select gen_random_uuid(), 'NOT_STARTED', legal_sex, row(party), row(state), null, count(*)
          from (select p.legal_sex, f.state, case when f.source = 'PERSON' then 'SELF' else coalesce(f.party, 'UNKNOWN') end as party,
              coalesce(c.ended_on, d.decided_on) as day
            from referrals f join participants p on p.id = f.participant_id left join cases c on c.referral_id = f.id
            left join lateral (select max(decided_on) as decided_on from referral_decisions where referral_id = f.id and outcome = 'DECLINED') d
              on true
            where %6$s and (f.state = 'DECLINED' or c.state = 'ENDED' and c.started_on is null)) n
          where day between %2$s and %3$s group by grouping sets ((legal_sex), (legal_sex, party), (legal_sex, state))
        union all select gen_random_uuid(), 'ONGOING', legal_sex, null, null, null, count(*)
          from asked where started_on <= %3$s and (ended_on is null or ended_on > %3$s) group by legal_sex""";

    private Counting() {}

    /** Of one association, the parameter, in the last whole quarter. */
    static String quarterOfOne() {
        return sql("quarter", "3 months", "association_id = (select id from one)")
                .replaceFirst("with asked", "with one as (select cast(? as uuid) as id), asked");
    }

    /** Of all associations together in the last whole quarter. */
    static String quarter() {
        return sql("quarter", "3 months", "association_id is not null");
    }

    /** Of all associations together in the last whole year. */
    static String year() {
        return sql("year", "1 year", "association_id is not null");
    }

    private static String sql(String unit, String length, String which) {
        return SQL.formatted(
                "c." + which,
                "(select cast(date_trunc('%s', current_date) - interval '%s' as date))".formatted(unit, length),
                "(select cast(date_trunc('%s', current_date) as date) - 1)".formatted(unit),
                INCOME.formatted("income_before"),
                INCOME.formatted("income_after"),
                "f." + which);
    }
}
