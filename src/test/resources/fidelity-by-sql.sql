-- The twelve items of IPS-25 that Framsteg works out, once more: in plain SQL, from docs/fidelity.md, docs/employment.md (the rhythm of
-- support) and docs/contacts.md alone, by somebody who had not read the program. Asked as the owner of the tables, whom no policy holds
-- back; what the lead does not reach is left out here. A row for each item: its number, the value as it is shown, what is divided by what,
-- how many blanks, how many are too new to count, and the score.
with recursive asked as (
  select cast(:initiative as uuid) as initiative, cast(:lead as uuid) as lead,
    cast(:first_day as date) as first_day, cast(:last_day as date) as last_day),

-- Whose records: people whom the lead reaches.
reached as (
  select c.* from cases c
  join asked q on q.initiative = c.initiative_id
  join participants p on p.id = c.participant_id
  where p.protection = 'NONE'
    or exists (select from named_access n where n.participant_id = p.id and n.staff_id = q.lead)
    or exists (select from assignments a where a.case_id = c.id and a.staff_id = q.lead and a.to_on is null)),

-- The unit: days on which somebody is a specialist, and the posts of the last one.
specialists as (
  select s.* from fidelity_specialists s join asked q on q.initiative = s.initiative_id where s.removed_at is null),
specialist_days as (
  select s.staff_id, cast(d as date) as day, max(s.percent) as percent
  from asked q
  cross join generate_series(q.first_day, q.last_day, interval '1 day') d
  join specialists s on s.from_on <= d and (s.to_on is null or s.to_on >= d)
  group by s.staff_id, d),
specialist_time as (
  select staff_id, count(*) as days, sum(percent) / 700.0 as full_weeks from specialist_days group by staff_id),
unit as (
  select coalesce(sum(days), 0) as days, coalesce(sum(full_weeks), 0) as full_weeks from specialist_time),
posts as (
  select coalesce(sum(d.percent), 0) / 100.0 as full_time
  from specialist_days d join asked q on q.last_day = d.day),

-- What was logged of them, with their part of the minutes: whole meetings about nobody, and each meeting in whole minutes.
logged as (
  select k.id, k.logged_by, k.day, k.kind, k.place, k.phase, k.missed, k.took_part, k.persons, seen.people,
    case when k.persons = 0 then k.minutes else round(1.0 * k.minutes * seen.people / k.persons) end as minutes,
    k.place is distinct from 'PHONE' and k.place is distinct from 'VIDEO' as face_to_face
  from contacts k
  join asked q on q.initiative = k.initiative_id
  cross join lateral (
    select count(*) as people from contact_persons p join reached r on r.id = p.case_id where p.contact_id = k.id) seen
  where k.withdrawn_at is null and (k.persons = 0 or seen.people > 0)),
by_specialists as (
  select l.* from logged l join specialist_days d on d.staff_id = l.logged_by and d.day = l.day),

-- Cases that go on when the last day ends, with the caseworker of that day.
going_on as (
  select r.id, r.started_on,
    (select a.staff_id from assignments a
      where a.case_id = r.id and a.from_on <= q.last_day and (a.to_on is null or a.to_on >= q.last_day)
      order by a.id desc limit 1) as caseworker,
    coalesce((select h.to_state from case_changes h
      where h.case_id = r.id and h.effective_on <= q.last_day order by h.id desc limit 1), r.state) as state,
    (select t.care_team_id from case_care_teams t
      where t.case_id = r.id and t.from_on <= q.last_day order by t.from_on desc limit 1) as care_team
  from reached r cross join asked q
  where r.started_on <= q.last_day and (r.ended_on is null or r.ended_on > q.last_day)),
with_specialist as (
  select g.* from going_on g
  where exists (select from specialist_days d join asked q on q.last_day = d.day where d.staff_id = g.caseworker)),

item_1 as (
  select count(*) as part, (select full_time from posts) as whole,
    count(*) - (select count(*) from with_specialist) as blanks
  from going_on),

time as (
  select coalesce(sum(minutes), 0) as all_minutes,
    coalesce(sum(minutes) filter (where phase <> 'OTHER_SERVICES'), 0) as work,
    coalesce(sum(minutes) filter (where place in ('COMMUNITY', 'HOME')), 0) as community,
    (select count(*) from specialist_time m where not exists (select from by_specialists b where b.logged_by = m.staff_id)) as blanks
  from by_specialists),

item_4 as (
  select coalesce(sum(people) filter (where place <= 2), 0) as part,
    (select count(*) from with_specialist) as whole,
    (select count(*) from with_specialist where care_team is null) as blanks
  from (
    select caseworker, count(*) as people, row_number() over (partition by caseworker order by count(*) desc) as place
    from with_specialist where care_team is not null group by caseworker, care_team) teams),

authority as (
  select logged_by, day, bool_or(face_to_face) as face_to_face
  from by_specialists
  where not missed and (kind in ('FK', 'AF') or took_part && array['FK', 'AF'])
  group by logged_by, day),
item_6 as (
  select a.days as part, u.days / 365.25 * 12 as whole,
    (select count(*) from specialist_time m where not exists (select from authority a where a.logged_by = m.staff_id)) as blanks,
    case
      when a.days >= u.days / 7.0 and a.meetings >= u.days / 365.25 * 12 then 5
      when a.days >= u.days / 7.0 or a.meetings >= u.days / 365.25 * 4 then 4
      when a.days >= u.days / 365.25 * 12 then 3
      when a.days >= u.days / 365.25 * 4 then 2
      else 1
    end as score
  from unit u cross join (select count(*) as days, count(*) filter (where face_to_face) as meetings from authority) a),

began as (
  select r.id, r.started_on, least(r.ended_on, q.last_day) - r.started_on as so_far,
    (select min(greatest(l.day - r.started_on, 0)) from logged l join contact_persons p on p.contact_id = l.id
      where p.case_id = r.id and l.kind = 'EMPLOYER' and l.face_to_face and l.day <= q.last_day) as met
  from reached r join asked q on r.started_on between q.first_day and q.last_day),
item_15 as (
  select coalesce(sum(coalesce(met, so_far)) filter (where met is not null or so_far >= 30), 0) as part,
    count(*) filter (where met is not null or so_far >= 30) as whole,
    count(*) filter (where met is null and so_far >= 30) as blanks,
    count(*) filter (where met is null and so_far < 30) as too_new
  from began),

employer_met as (
  select b.id, b.face_to_face, x.matches
  from by_specialists b left join employer_contacts x on x.contact_id = b.id
  where b.kind = 'EMPLOYER' and b.people > 0),
item_16 as (
  select count(*) filter (where matches) as part, count(*) as whole, count(*) filter (where matches is null) as blanks
  from employer_met),

seekers as (
  -- Whoever had left before the last day is reckoned to have had as many as anybody: three make the full six.
  select m.staff_id, m.full_weeks,
    case when exists (select from fidelity_specialists z cross join asked a where z.initiative_id = a.initiative and z.staff_id = m.staff_id
        and z.removed_at is null and z.from_on <= a.last_day and (z.to_on is null or z.to_on >= a.last_day))
      then count(g.id) else 3 end as people
  from specialist_time m
  cross join asked q
  left join going_on g on g.caseworker = m.staff_id
    and not exists (select from employments e where e.case_id = g.id and e.withdrawn_at is null and e.kind = 'JOB'
      and e.from_on <= q.last_day and (e.to_on is null or e.to_on >= q.last_day))
  group by m.staff_id, m.full_weeks),
wanted as (
  select sum(people) as seekers,
    sum(full_weeks * case when people < 3 then 2 * people else 6 end) / nullif(sum(full_weeks), 0) as a_week
  from seekers),
reviewed as (
  select
    (select 4 * count(*) filter (where gone_through) >= 3 * count(*) and count(*) > 0 from (
      select exists (select from fidelity_log_reviews v where v.initiative_id = q.initiative and v.removed_at is null
        and v.reviewed_on between monday and monday + 6) as gone_through
      from (select cast(d as date) as monday from generate_series(q.first_day, q.last_day - 6, interval '1 day') d) days
      where extract(isodow from monday) = 1) weeks) as weekly,
    (select coalesce(bool_and(gone_through), false) from (
      select exists (select from fidelity_log_reviews v where v.initiative_id = q.initiative and v.removed_at is null
        and v.reviewed_on >= first and v.reviewed_on < first + interval '1 month') as gone_through
      from (select cast(d as date) as first from generate_series(q.first_day, q.last_day, interval '1 day') d) days
      where extract(day from first) = 1 and first + interval '1 month' <= q.last_day + 1) months) as monthly
  from asked q),
item_17 as (
  select (select count(*) from employer_met where face_to_face) as part, (select full_weeks from unit) as whole),
item_17_scored as (
  select i.part, i.whole,
    case
      when w.seekers = 0 then null
      when not exists (select from by_specialists) then 2
      when v.value >= w.a_week and r.weekly then 5
      when v.value >= 5 and r.weekly then 4
      when v.value >= 4 and (r.weekly or r.monthly) then 3
      when v.value >= 2 then 2
      else 1
    end as score
  from item_17 i cross join wanted w cross join reviewed r
  cross join lateral (select round(i.part / nullif(i.whole, 0), 1) as value) v),

-- Employers that have been merged are one: the one that is merged into none.
heads as (
  select e.id, e.id as head from employers e where e.merged_into is null
  union all
  select e.id, h.head from heads h join employers e on e.merged_into = h.id),

-- Jobs that began, with the terms that hold on the last day.
jobs as (
  select e.id, e.case_id, e.occupation, t.permanent, t.subsidy,
    not e.social_enterprise and t.subsidy is distinct from 'SKYDDAT_ARBETE' as open_market,
    coalesce((select cast(h.head as text) from heads h where h.id = e.employer_id), lower(trim(e.employer))) as employer
  from employments e
  join reached r on r.id = e.case_id
  join asked q on e.from_on between q.first_day and q.last_day
  cross join lateral (
    select terms.permanent, terms.subsidy from (
      select e.from_on, e.permanent, e.subsidy
      union all
      select h.from_on, h.permanent, h.subsidy from employment_changes h where h.employment_id = e.id) terms
    where terms.from_on <= q.last_day order by terms.from_on desc limit 1) t
  where e.kind = 'JOB' and e.withdrawn_at is null),
item_19 as (
  select count(distinct occupation) as part, count(*) as whole, count(*) filter (where occupation is null) as blanks
  from jobs where open_market),
item_20 as (
  select count(distinct employer) as part, count(*) as whole from jobs where open_market),
item_21 as (
  select count(*) filter (where permanent and open_market and subsidy = 'NONE') as part, count(*) as whole,
    count(*) filter (where subsidy = 'UNKNOWN') as blanks
  from jobs),

-- The rhythm of support of jobs.
all_jobs as (
  select e.id, e.case_id, e.from_on, e.to_on, e.end_reason, r.accepted_on
  from employments e join reached r on r.id = e.case_id
  where e.kind = 'JOB' and e.withdrawn_at is null and (r.ended_on is null or e.from_on <= r.ended_on)),
rhythm as (
  select id, 'BEFORE' as kind, 0 as number, from_on - 7 as first_on, from_on - 1 as last_on, false as must_last from all_jobs
  union all
  select id, 'START', 0, from_on, from_on + 3, true from all_jobs
  union all
  select id, 'WEEK', n, from_on + 7 * (n - 1), from_on + 7 * n - 1, true from all_jobs cross join generate_series(1, 4) n
  union all
  select id, 'MONTH', 2, from_on + 28, cast(from_on + interval '2 months' as date) - 1, true from all_jobs
  union all
  select j.id, 'MONTH', n, cast(j.from_on + (n - 1) * interval '1 month' as date), cast(j.from_on + n * interval '1 month' as date) - 1,
    true
  from all_jobs j cross join asked q
  cross join generate_series(3, greatest(3, cast(12 * (extract(year from q.last_day) - extract(year from j.from_on)) + 14 as integer))) n
  union all
  select id, 'LOST', 0, to_on, to_on + 3, false from all_jobs
  where to_on is not null and end_reason is distinct from 'NEW_JOB' and end_reason is distinct from 'STUDY'
    and end_reason is distinct from 'BECAME_JOB'),
unwanted as (
  select employment_id, first_on, last_on from (
    select w.employment_id, w.said_on as first_on, w.wanted,
      lead(w.said_on) over (partition by w.employment_id order by w.said_on, w.number) - 1 as last_on
    from support_wishes w) wishes
  where not wanted and (last_on is null or last_on >= first_on)),
occasions as (
  select w.id, w.kind, w.number,
    exists (select from logged l join contact_persons p on p.contact_id = l.id
      where p.case_id = j.case_id and l.kind = 'WITH_PERSON' and not l.missed
        and l.day between greatest(w.first_on, j.accepted_on) and w.last_on) as kept
  from rhythm w join all_jobs j on j.id = w.id
  join asked q on w.last_on between q.first_day and q.last_day
  where w.last_on >= j.accepted_on and (not w.must_last or j.to_on is null or j.to_on >= w.last_on)
    and not exists (select from unwanted u where u.employment_id = w.id and u.first_on <= w.last_on
      and (u.last_on is null or u.last_on >= greatest(w.first_on, j.accepted_on)))),
parts as (
  select kind, 10 * count(*) filter (where kept) >= 9 * count(*) as well from occasions group by kind),
first_months as (
  select id, bool_and(kept) as well from occasions where kind = 'MONTH' and number <= 4 group by id),
item_23 as (
  select count(*) filter (where kept) as part, count(*) as whole,
    case
      when count(*) filter (where kind = 'MONTH') = 0 then null
      when not exists (select from parts where not well) then 5
      when not exists (select from parts where not well and kind in ('WEEK', 'MONTH')) then 4
      when (select count(*) > 0 and 2 * count(*) filter (where well) >= count(*) from first_months) then 3
      when bool_or(kept and kind = 'MONTH') then 2
      else 1
    end as score
  from occasions),

-- Scores by where they begin, of values as they are shown.
valued as (
  select item, round(cast(part * times as numeric) / nullif(whole, 0), 1) as value, part, whole, blanks, too_new, score
  from (
    select 1 as item, part, whole, blanks, cast(null as bigint) as too_new, cast(null as integer) as score, 1 as times from item_1
    union all select 2, work, all_minutes, blanks, null, null, 100 from time
    union all select 4, part, whole, blanks, null, null, 100 from item_4
    union all select 6, part, whole, blanks, null, score, 1 from item_6
    union all select 15, part, whole, blanks, too_new, null, 1 from item_15
    union all select 16, part, whole, blanks, null, null, 100 from item_16
    union all select 17, part, whole, 0, null, score, 1 from item_17_scored
    union all select 19, part, whole, blanks, null, null, 100 from item_19
    union all select 20, part, whole, 0, null, null, 100 from item_20
    union all select 21, part, whole, blanks, null, null, 100 from item_21
    union all select 23, part, whole, 0, null, score, 100 from item_23
    union all select 24, community, all_minutes, blanks, null, null, 100 from time) items)
select item, value, part, round(whole, 2) as whole, blanks, too_new,
  case when value is null then null
    when item in (6, 17, 23) then score
    when item = 1 then case when value <= 20 then 5 when value <= 25 then 4 when value <= 30 then 3 when value <= 40 then 2 else 1 end
    when item = 2 then case when value >= 96 then 5 when value >= 90 then 4 when value >= 75 then 3 when value >= 60 then 2 else 1 end
    when item = 4 then case when value >= 90 then 5 when value >= 75 then 4 when value >= 50 then 3 else 2 end
    when item = 15 then case when value <= 30 then 5 when value <= 60 then 4 when value <= 150 then 3 when value <= 270 then 2 else 1 end
    when item = 16 then case when value >= 90 then 5 when value >= 75 then 4 when value >= 50 then 3 when value >= 25 then 2 else 1 end
    when item in (19, 20)
      then case when value >= 85 then 5 when value >= 70 then 4 when value >= 60 then 3 when value >= 50 then 2 else 1 end
    when item = 21 then case when whole < 10 then 1
      when value >= 95 then 5 when value >= 85 then 4 when value >= 75 then 3 when value >= 65 then 2 else 1 end
    when item = 24 then case when value >= 65 then 5 when value >= 50 then 4 when value >= 40 then 3 when value > 30 then 2 else 1 end
  end as score
from valued order by item
