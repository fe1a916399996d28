-- The columns of the statistics, once more: in plain SQL, from docs/statistics.md, docs/continuity.md and docs/instrument-format.md alone, by
-- somebody who had not read the program. A row for each person and table: in which column the person belongs, the finest there is. Asked as
-- the owner of the tables, whom no policy holds back. Of instruments, which are YAML, the caller gives the areas and the questions.
with asked as (
  select cast(:today as date) as today, cast(:areas as jsonb) as areas, cast(:questions as jsonb) as questions),

-- Who has started, and of these who has ended.
begun as (
  select c.*, p.legal_sex, p.protection, p.identity_kind, p.identity_number, f.received_on, f.source, f.party
  from cases c join participants p on p.id = c.participant_id join referrals f on f.id = c.referral_id
  where c.started_on is not null),
ended as (select * from begun where ended_on is not null),

-- Who never started: declined, on the day of the last decision; or accepted, and the case ended without a start.
never as (
  select null::uuid as case_id, f.id as referral_id, f.initiative_id, f.participant_id, p.legal_sex, f.source, f.party, 'DECLINED' as why,
    (select d.decided_on from referral_decisions d where d.referral_id = f.id order by d.id desc limit 1) as day
  from referrals f join participants p on p.id = f.participant_id where f.state = 'DECLINED'
  union all
  select c.id, f.id, f.initiative_id, f.participant_id, p.legal_sex, f.source, f.party, 'NEVER_STARTED', c.ended_on
  from cases c join participants p on p.id = c.participant_id join referrals f on f.id = c.referral_id
  where c.started_on is null and c.ended_on is not null),

universes as (
  select 'STARTED' as universe, id as case_id, referral_id, initiative_id, participant_id, legal_sex, started_on as day from begun
  union all select 'ENDED', id, referral_id, initiative_id, participant_id, legal_sex, ended_on from ended
  union all select 'NOT_STARTED', case_id, referral_id, initiative_id, participant_id, legal_sex, day from never),

-- Full years on the day of the start. A coordination number has sixty more in its day.
births as (
  select id as case_id, started_on, make_date(cast(substr(identity_number, 1, 4) as integer), cast(substr(identity_number, 5, 2) as integer),
    cast(substr(identity_number, 7, 2) as integer) - case identity_kind when 'COORDINATION' then 60 else 0 end) as born
  from begun where identity_kind in ('PERSONAL', 'COORDINATION')),
ages as (
  select b.id as case_id, cast(extract(year from age(b.started_on, x.born)) as integer) as years
  from begun b left join births x on x.case_id = b.id),

waits as (select id as case_id, started_on - received_on as days from begun),

-- What somebody lived on.
purses (source, purse) as (values ('LON', 'WAGE'), ('CSN', 'STUDY'), ('SJUKPENNING', 'SICKNESS'), ('REHABILITERINGSPENNING', 'SICKNESS'),
  ('SJUKERSATTNING', 'SICKNESS'), ('AKTIVITETSERSATTNING', 'SICKNESS'), ('AKTIVITETSSTOD', 'JOBSEEKER'), ('A_KASSA', 'JOBSEEKER'),
  ('FORSORJNINGSSTOD', 'ASSISTANCE')),

-- Efforts of a kind, and days on which two kinds go on between start and end.
efforts as (
  select case_id, kind, from_on, to_on from activities where withdrawn_at is null
  union all
  select case_id, 'WORK', from_on, to_on from employments where withdrawn_at is null),
side_by_side as (
  select distinct e.id as case_id from ended e
  join efforts a on a.case_id = e.id join efforts b on b.case_id = e.id and a.kind < b.kind
  where greatest(a.from_on, b.from_on, e.started_on) <= least(coalesce(a.to_on, e.ended_on), coalesce(b.to_on, e.ended_on), e.ended_on)),

-- What goes on so many months after the end, where that day has come; with the terms of that day.
afterwards as (
  select e.id as case_id, m.months, cast(e.ended_on + make_interval(months => m.months) as date) as day
  from ended e cross join asked q cross join (values (3), (6), (12)) as m(months)
  where cast(e.ended_on + make_interval(months => m.months) as date) <= q.today),
after_that as (
  select a.case_id, a.months, min(case when j.kind = 'STUDY' then 3 when t.subsidy in ('NONE', 'UNKNOWN') then 1 else 2 end) as best
  from afterwards a
  join employments j on j.case_id = a.case_id and j.kind in ('JOB', 'STUDY') and j.withdrawn_at is null
    and j.from_on <= a.day and (j.to_on is null or j.to_on >= a.day)
  cross join lateral (
    select terms.subsidy from (
      select j.from_on, j.subsidy
      union all
      select h.from_on, h.subsidy from employment_changes h where h.employment_id = j.id) terms
    where terms.from_on <= a.day order by terms.from_on desc limit 1) t
  group by a.case_id, a.months),

-- Scores by the instrument: of the answers that are steps, where there are enough of them.
areas as (
  select a.* from asked q cross join jsonb_to_recordset(q.areas)
    as a(instrument uuid, area text, method text, fewest integer, highest integer, smallest numeric)),
questions as (
  select a.* from asked q cross join jsonb_to_recordset(q.questions) as a(instrument uuid, voice text, number integer, area text)),
voices as (select distinct instrument, voice, area from questions),
sent as (
  select r.case_id, r.id as round_id, r.kind, r.due_on, r.instrument_id, s.respondent as voice, s.answers
  from rounds r join assessments s on s.round_id = r.id and s.submitted_at is not null
  where not r.skipped and (r.closed_at is not null or r.closes_on < (select q.today from asked q)
    or (select count(*) from assessments b where b.round_id = r.id and b.submitted_at is not null) = 2)),
scores as (
  select s.case_id, s.round_id, s.kind, s.due_on, s.voice, a.area, a.highest, a.smallest,
    case when count(*) filter (where s.answers[q.number] > 0) < a.fewest then null
      when a.method = 'mean' then avg(s.answers[q.number]) filter (where s.answers[q.number] > 0)
      else cast(percentile_cont(0.5) within group (order by s.answers[q.number]) filter (where s.answers[q.number] > 0) as numeric)
    end as score
  from sent s
  join questions q on q.instrument = s.instrument_id and q.voice = s.voice
  join areas a on a.instrument = s.instrument_id and a.area = q.area
  group by s.case_id, s.round_id, s.kind, s.due_on, s.voice, a.area, a.highest, a.smallest, a.fewest, a.method),
at_first as (select * from scores where kind = 'BASELINE'),
at_last as (
  select distinct on (l.case_id, l.voice, l.area) l.* from scores l
  join at_first b using (case_id, voice, area)
  where l.due_on > b.due_on and l.kind <> 'BASELINE'
  order by l.case_id, l.voice, l.area, l.due_on desc, l.kind),
changes as (
  select b.case_id, b.voice, b.area,
    case when l.score - b.score >= l.smallest then 'UP' when b.score - l.score >= l.smallest then 'DOWN' else 'SAME' end as change
  from at_first b join at_last l using (case_id, voice, area)
  where b.highest = l.highest and b.score is not null and l.score is not null),

columns as (
  select universe, case_id, referral_id, 'NUMBER' as attribute, '' as area, 'ALL' as code from universes
  union all
  select 'STARTED', case_id, null, 'AGE', '', case when years is null then 'UNKNOWN' when years < 25 then 'TO_24' when years < 35 then 'FROM_25'
    when years < 45 then 'FROM_35' when years < 55 then 'FROM_45' when years < 65 then 'FROM_55' else 'FROM_65' end from ages
  union all
  select 'STARTED', id, null, 'PARTY', '', case when source = 'PERSON' then 'SELF' else coalesce(party, 'UNKNOWN') end from begun
  union all
  select 'STARTED', case_id, null, 'WAIT', '', case when days <= 14 then 'TO_14' when days <= 30 then 'FROM_15' when days <= 60 then 'FROM_31'
    when days <= 90 then 'FROM_61' else 'FROM_91' end from waits
  union all
  select 'NOT_STARTED', case_id, referral_id, 'WHY', '', why from never
  union all
  select 'NOT_STARTED', case_id, referral_id, 'PARTY', '', case when source = 'PERSON' then 'SELF' else coalesce(party, 'UNKNOWN') end from never
  union all
  select 'ENDED', id, null, 'OUTCOME', '', outcome from ended
  union all
  select 'ENDED', e.id, null, 'INCOME', '', coalesce(b.purse, 'REST') || '>' || coalesce(a.purse, 'REST')
  from ended e left join purses b on b.source = e.income_before left join purses a on a.source = e.income_after
  union all
  select 'ENDED', id, null, 'HOURS', '', case when hours_after > hours_before then 'MORE' when hours_after = hours_before then 'SAME'
    when hours_after < hours_before then 'LESS' else 'UNKNOWN' end from ended
  union all
  select 'ENDED', id, null, 'REASON', '', end_reason from ended
  union all
  select 'ENDED', e.id, null, 'CASEWORKERS', '',
    case when (select count(distinct a.staff_id) from assignments a where a.case_id = e.id) > 1 then 'SEVERAL' else 'ONE' end from ended e
  union all
  select 'ENDED', e.id, null, 'PARALLEL', '', case when s.case_id is null then 'NO' else 'YES' end
  from ended e left join side_by_side s on s.case_id = e.id
  union all
  select 'ENDED', a.case_id, null, 'AFTER_' || a.months, '',
    case t.best when 1 then 'WORK' when 2 then 'SUBSIDISED_WORK' when 3 then 'STUDY' else 'NOT_REGISTERED' end
  from afterwards a left join after_that t using (case_id, months)
  union all
  select 'ENDED', e.id, null, 'PROGRESS', v.area || '>' || v.voice, coalesce(h.change, 'NOT_COMPARED')
  from ended e join initiatives i on i.id = e.initiative_id join voices v on v.instrument = i.instrument_id
  left join changes h on h.case_id = e.id and h.voice = v.voice and h.area = v.area)

select u.initiative_id, u.universe, u.legal_sex, u.day, l.attribute, l.area, l.code,
  coalesce(m.block, 0) as block, coalesce(u.case_id, u.referral_id) as id,
  (select s.started_on from begun s where s.id = u.case_id) as started_on,
  (select s.ended_on from begun s where s.id = u.case_id) as ended_on,
  -- What its leads reach: of those with protected identity, where they are named.
  array(select x.staff_id from initiative_leads x join participants p on p.id = u.participant_id where x.initiative_id = u.initiative_id
    and (p.protection = 'NONE' or exists (select from named_access n where n.participant_id = p.id and n.staff_id = x.staff_id))) as leads
from columns l
join universes u on u.universe = l.universe and (u.case_id = l.case_id or u.case_id is null and u.referral_id = l.referral_id)
left join ledger_members m on m.universe = u.universe
  and (m.case_id = u.case_id or u.case_id is null and m.referral_id = u.referral_id)
