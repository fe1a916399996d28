-- The day on which a meeting was held, which may be another than the one that had been set.
alter table plan_meetings add column held_on date;
update plan_meetings set held_on = meets_on where state = 'HELD';
alter table plan_meetings add constraint plan_meetings_held_check check ((state = 'HELD') = (held_on is not null));
grant update (held_on) on plan_meetings to ${appRole};

-- Counted as before, by the day on which a meeting was held.
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
  where c.association_id = (select asker_association(array['ASSOCIATION_OFFICER']))
    or c.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation());
