-- The association's office asks the cases nothing any more: it reads the ledger of counts. What is counted in the follow-up is the leads', each
-- of the own initiatives, and the installation's.
create or replace view follow_up_cases as
  select c.id as case_id, c.initiative_id, (select p.legal_sex from participants p where p.id = c.participant_id) as legal_sex,
    c.started_on, c.ended_on,
    (select count(distinct a.staff_id) from assignments a where a.case_id = c.id) as caseworkers
  from cases c
  where c.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation())
  union all
  select k.id, k.initiative_id, k.legal_sex, k.started_on, k.ended_on, k.caseworkers
  from kept_cases k
  where k.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation());

create or replace view follow_up_rounds as
  select r.id as round_id, c.id as case_id, c.initiative_id,
    (select s.legal_sex from participants s where s.id = c.participant_id) as legal_sex, r.kind, r.instrument_id, r.opens_on,
    r.due_on, r.closes_on, r.closed_at is not null as closed, r.skipped,
    coalesce(case when c.state = 'PAUSED' then
      (select cast(h.at at time zone 'Europe/Stockholm' as date) from case_changes h
        where h.case_id = c.id and h.to_state = 'PAUSED' order by h.id desc limit 1)
    end <= r.closes_on, false) as paused,
    p.submitted_at is not null as participant_sent, w.submitted_at is not null as caseworker_sent,
    cast(greatest(p.submitted_at, w.submitted_at) at time zone 'Europe/Stockholm' as date) as day,
    p.scores as participant_scores, w.scores as caseworker_scores, r.import_id is not null as imported
  from rounds r
  join cases c on c.id = r.case_id
  left join assessments p on p.round_id = r.id and p.respondent = 'PARTICIPANT' and p.submitted_at is not null
  left join assessments w on w.round_id = r.id and w.respondent = 'CASEWORKER' and w.submitted_at is not null
  where c.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation())
  union all
  select r.id, k.id, k.initiative_id, k.legal_sex, r.kind, r.instrument_id, r.opens_on, r.due_on, r.closes_on, r.closed, r.skipped,
    false, r.participant_sent, r.caseworker_sent, r.day, r.participant_scores, r.caseworker_scores, r.imported
  from kept_rounds r
  join kept_cases k on k.id = r.kept_case_id
  where k.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation());

create or replace view follow_up_plans as
  select f.measure, c.initiative_id, c.id as case_id, p.legal_sex, f.from_on, f.to_on, f.outcome, f.part, f.days
  from cases c
  join participants p on p.id = c.participant_id
  cross join lateral (
    select 'PLAN' as measure, l.started_on as from_on, l.ended_on as to_on,
      case when exists (select from plan_meetings m where m.plan_id = l.id and m.kind = 'FOLLOW_UP' and m.state <> 'CANCELLED')
        then 'YES' else 'NO' end as outcome, '' as part, null::integer as days
    from plans l where l.case_id = c.id
    union all
    select 'FOLLOW_UP', m.meets_on, m.meets_on,
      case when exists (select from plan_meetings h where h.plan_id = m.plan_id and h.kind = 'FOLLOW_UP'
          and h.held_on <= m.meets_on and (h.id = m.id or h.settled_at >= m.planned_at))
        then 'YES' else 'NO' end, '', null
    from plans l join plan_meetings m on m.plan_id = l.id and m.kind = 'FOLLOW_UP'
    where l.case_id = c.id and (l.ended_on is null or m.meets_on <= l.ended_on)
    union all
    select 'EFFORT', e.due_on, e.due_on, case e.state when 'DONE' then 'YES' when 'NOT_DONE' then 'NO' else 'NOT_TOLD' end, '', null
    from plans l join plan_efforts e on e.plan_id = l.id and e.removed_at is null and e.due_on is not null
    where l.case_id = c.id and (e.state <> 'PLANNED' or l.ended_on is null or e.due_on <= l.ended_on)
    union all
    select 'DATED', l.started_on, l.ended_on, case when e.due_on is null then 'NO' else 'YES' end, '', null
    from plans l join plan_efforts e on e.plan_id = l.id and e.removed_at is null
    where l.case_id = c.id
    union all
    select 'CAME', m.held_on, m.held_on, case when i.came then 'YES' when not i.came then 'NO' else 'NOT_TOLD' end,
      case when o.id is null then i.part else 'ORGANISATION_' || o.kind end, null
    from plans l join plan_meetings m on m.plan_id = l.id and m.state = 'HELD'
    join plan_invitees i on i.meeting_id = m.id and i.removed_at is null
    left join organisations o on o.id = i.organisation_id
    where l.case_id = c.id
    union all
    select 'NEED', n.seen_on, h.held_on, case when h.held_on is null then 'NO' else 'YES' end, '', 
      case when h.held_on is not null then greatest(h.held_on - n.seen_on, 0) end
    from plan_needs n
    cross join lateral (select min(m.held_on) as held_on from plans l join plan_meetings m on m.plan_id = l.id and m.state = 'HELD'
      where l.need_id = n.id) h
    where n.case_id = c.id
      and (select a.wanted from plan_answers a where a.need_id = n.id order by a.number desc limit 1)) f
  where c.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation());
