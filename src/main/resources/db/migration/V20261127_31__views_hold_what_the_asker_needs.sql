-- The views that run as the owner, past the policies of what they read, tell the asker of what the asker comes near and of nothing else.
-- They told everybody in an association of all its cases, by ids, days and answers, though every page asked for less.

-- Cases that the asker looks at without having them: the own one, those opened in an emergency, and those of which a consent opens
-- something. Few, and looked up once in a statement at most: not at all by whoever has the case that it is about.
create function asker_looked_at() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return array(select asker_own_case() where asker_own_case() is not null
    union all select o.case_id from opened_by_consent o) || asker_emergencies();
end
$$;

-- Cases that are whole to the asker or that the asker looks at: what other rooms may ask the state of. Read by the views below alone.
create view near_cases as
  select c.id as case_id, c.initiative_id, c.state
  from cases c
  where exists (select from assigned_cases a where a.case_id = c.id)
    or c.initiative_id = any((select asker_leads())::uuid[]) and c.participant_id <> all((select asker_hidden())::uuid[])
    or (select asking_installation())
    or c.id = any((select asker_looked_at())::uuid[]);

create or replace view case_states as
  select c.case_id, c.initiative_id, c.state,
    case when c.state = 'PAUSED' then
      (select cast(h.at at time zone 'Europe/Stockholm' as date) from case_changes h
        where h.case_id = c.case_id and h.to_state = 'PAUSED' order by h.id desc limit 1)
    end as paused_on,
    (select a.staff_id from assignments a where a.case_id = c.case_id and a.to_on is null) as caseworker
  from near_cases c;

create or replace view restricted_cases as
  select x.case_id from case_restrictions x
  where x.lifted_at is null and exists (select from near_cases c where c.case_id = x.case_id);

-- As what the asker reaches a case; and, in those that the asker leads, whose it is: a lead is told of cases that nobody has. That is a
-- join and no question about each row, which the planner would take to let hardly any pass.
create or replace view case_reach as
  select a.case_id, a.staff_id, 'CASEWORKER' as reach
    from assignments a
    join cases c on c.id = a.case_id
    join staff s on s.id = a.staff_id and s.active
    join staff_roles r on r.staff_id = s.id and r.role = 'CASEWORKER'
    where a.to_on is null
      and (a.staff_id = (select asking('STAFF')) or (select asking_installation())
        or c.initiative_id = any((select asker_leads())::uuid[]) and c.participant_id <> all((select asker_hidden())::uuid[]))
  union all
  select c.id, l.staff_id, 'LEAD'
    from cases c
    join initiative_leads l on l.initiative_id = c.initiative_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = c.organisation_id
    join staff_roles r on r.staff_id = s.id and r.role = 'LEAD'
    join participants p on p.id = c.participant_id
    where (p.protection = 'NONE'
      or exists (select from named_access n where n.participant_id = p.id and n.staff_id = l.staff_id))
      and (l.staff_id = (select asking('STAFF')) or (select asking_installation()));

-- As what the asker reaches a referral. Nobody asks how others do.
create or replace view referral_reach as
  select f.id as referral_id, l.staff_id, 'LEAD' as reach
    from referrals f
    join initiative_leads l on l.initiative_id = f.initiative_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = f.organisation_id
    join staff_roles r on r.staff_id = s.id and r.role = 'LEAD'
    join participants p on p.id = f.participant_id
    where (p.protection = 'NONE'
      or exists (select from named_access n where n.participant_id = p.id and n.staff_id = l.staff_id))
      and (l.staff_id = (select asking('STAFF')) or (select asking_installation()))
  union all
  select f.id, f.registered_by, 'REGISTRANT'
    from referrals f
    join staff s on s.id = f.registered_by and s.active and s.organisation_id = f.organisation_id
    where f.state in ('RECEIVED', 'WAITING')
      and exists (select from staff_roles r where r.staff_id = s.id and r.role in ('CASEWORKER', 'LEAD'))
      and (f.registered_by = (select asking('STAFF')) or (select asking_installation()));

-- What is counted in the follow-up: for the association's officers in all of it, for a lead in the own initiatives, also of persons
-- of whom the lead otherwise knows nothing, since the page makes counts of it. Nobody else is told.
create or replace view follow_up_cases as
  select c.id as case_id, c.initiative_id, (select p.legal_sex from participants p where p.id = c.participant_id) as legal_sex,
    c.started_on, c.ended_on,
    (select count(distinct a.staff_id) from assignments a where a.case_id = c.id) as caseworkers
  from cases c
  where c.association_id = (select asker_association(array['ASSOCIATION_OFFICER']))
    or c.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation())
  union all
  select k.id, k.initiative_id, k.legal_sex, k.started_on, k.ended_on, k.caseworkers
  from kept_cases k
  where k.association_id = (select asker_association(array['ASSOCIATION_OFFICER']))
    or k.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation());

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
  where c.association_id = (select asker_association(array['ASSOCIATION_OFFICER']))
    or c.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation())
  union all
  select r.id, k.id, k.initiative_id, k.legal_sex, r.kind, r.instrument_id, r.opens_on, r.due_on, r.closes_on, r.closed, r.skipped,
    false, r.participant_sent, r.caseworker_sent, r.day, r.participant_scores, r.caseworker_scores, r.imported
  from kept_rounds r
  join kept_cases k on k.id = r.kept_case_id
  where k.association_id = (select asker_association(array['ASSOCIATION_OFFICER']))
    or k.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation());

-- Of which cases a lead is told in exact numbers, for that lead alone.
create or replace view follow_up_reach as
  select case_id, staff_id from case_reach where staff_id = (select asking('STAFF')) or (select asking_installation())
  union all
  select k.id, l.staff_id
    from kept_cases k
    join initiatives i on i.id = k.initiative_id
    join initiative_leads l on l.initiative_id = k.initiative_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = i.owner_id
    join staff_roles r on r.staff_id = s.id and r.role = 'LEAD'
    where k.open_to_leads and (l.staff_id = (select asking('STAFF')) or (select asking_installation()));
