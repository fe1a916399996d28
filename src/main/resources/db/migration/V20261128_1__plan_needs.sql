-- How a joint plan begins: somebody sees the need, and the person is asked. What belongs to a case goes with it when it is disposed of.
create table plan_needs (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases on delete cascade,
  seen_by text not null check (seen_by in ('PERSON', 'RELATIVE', 'OWN_ORGANISATION', 'OTHER_ORGANISATION')),
  who text not null check (length(who) <= 200),
  seen_on date not null,
  what text not null check (length(what) between 1 and 4000),
  registered_by uuid not null references staff,
  registered_at timestamptz not null
);
create index plan_needs_by_case on plan_needs (case_id, seen_on);

-- What the person says, a no as well as a yes. The last answer holds.
create table plan_answers (
  need_id uuid not null references plan_needs on delete cascade,
  number integer not null check (number > 0),
  wanted boolean not null,
  said_on date not null,
  words text not null check (length(words) <= 2000),
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null,
  primary key (need_id, number)
);

-- How the meeting is prepared with the person.
create table plan_preparations (
  need_id uuid primary key references plan_needs on delete cascade,
  urgent text not null check (length(urgent) <= 2000),
  take_up text not null check (length(take_up) <= 2000),
  not_take_up text not null check (length(not_take_up) <= 2000),
  comes text not null check (length(comes) <= 2000),
  place text not null check (length(place) <= 2000),
  support text not null check (length(support) <= 2000),
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  version integer not null
);

create trigger need_stays before update on plan_needs
  for each row execute function refuse_change('a need of a plan that was seen stays seen');
create trigger answer_stays before update on plan_answers
  for each row execute function refuse_change('what the person has said about a plan stays said');
grant select, insert on plan_needs, plan_answers to ${appRole};
grant select, insert, update on plan_preparations to ${appRole};

-- Who sees what: whole to those who have the case, and all of it to the person. No consent opens it yet: what people have said yes to is
-- called what has been agreed on, and this is more.
alter table plan_needs enable row level security;
create policy whole on plan_needs
  using (exists (select from whole_cases w where w.case_id = plan_needs.case_id))
  with check (exists (select from whole_cases w where w.case_id = plan_needs.case_id));
create policy looked_at on plan_needs for select using (asker_looks_at(case_id, '{}'));
create policy own on plan_needs for select using (case_id = (select asker_own_case()));

-- Looked up past the policies, as those of other parts of a case are.
create view whole_plan_needs as select n.id from plan_needs n join whole_cases w on w.case_id = n.case_id;
grant select on whole_plan_needs to ${appRole};

alter table plan_answers enable row level security;
create policy whole on plan_answers
  using (exists (select from whole_plan_needs w where w.id = plan_answers.need_id))
  with check (exists (select from whole_plan_needs w where w.id = plan_answers.need_id));
create policy with_need on plan_answers for select using (exists (select from plan_needs n where n.id = plan_answers.need_id));

-- Written by whoever has the case alone. Leads read it in the person's extract, which holds everything.
alter table plan_preparations enable row level security;
create policy whole on plan_preparations
  using (exists (select from whole_plan_needs w where w.id = plan_preparations.need_id))
  with check (exists (select from whole_plan_needs w where w.id = plan_preparations.need_id));
create policy written_insert on plan_preparations as restrictive for insert with check (saved_by = (select asking('STAFF'))
  and exists (select from plan_needs n join assigned_cases a on a.case_id = n.case_id where n.id = need_id));
create policy written_update on plan_preparations as restrictive for update using (true) with check (saved_by = (select asking('STAFF'))
  and exists (select from plan_needs n join assigned_cases a on a.case_id = n.case_id where n.id = need_id));
create policy own on plan_preparations for select
  using (exists (select from plan_needs n where n.id = plan_preparations.need_id and n.case_id = (select asker_own_case())));

-- They stand still while the case is restricted.
create policy not_restricted_insert on plan_needs as restrictive for insert with check (case_id <> all((select asker_restricted())::uuid[]));
create policy not_restricted_insert on plan_answers as restrictive for insert
  with check (not exists (select from plan_needs n where n.id = need_id and n.case_id = any((select asker_restricted())::uuid[])));
create policy not_restricted_insert on plan_preparations as restrictive for insert
  with check (not exists (select from plan_needs n where n.id = need_id and n.case_id = any((select asker_restricted())::uuid[])));
create policy not_restricted_update on plan_preparations as restrictive for update using (true)
  with check (not exists (select from plan_needs n where n.id = need_id and n.case_id = any((select asker_restricted())::uuid[])));

-- What is written about a plan is an entry in its case.
create or replace view case_entries as
  select c.id as case_id, d.at from referral_decisions d join cases c on c.referral_id = d.referral_id
  union all select case_id, at from case_changes
  union all select case_id, (coalesce(to_on, from_on) + time '12:00') at time zone 'Europe/Stockholm' from assignments
  union all select case_id, at from round_changes
  union all select r.case_id, a.saved_at from rounds r join assessments a on a.round_id = r.id
  union all select case_id, closed_at from rounds where closed_at is not null
  union all select case_id, agreed_at from agreements
  union all select g.case_id, o.told_at from agreements g join agreement_outcomes o on o.agreement_id = g.id
  union all select case_id, coalesce(withdrawn_at, registered_at) from activities
  union all select case_id, coalesce(withdrawn_at, registered_at) from employments
  union all select n.case_id, v.signed_at from notes n join note_versions v on v.note_id = n.id
  union all select n.case_id, d.recorded_at from notes n join note_dissents d on d.note_id = n.id
  union all select case_id, saved_at from note_drafts
  union all select c.id, a.recorded_at from cases c join consents q on q.participant_id = c.participant_id
    join consent_answers a on a.consent_id = q.id
  union all select case_id, coalesce(ended_at, named_at) from case_colleagues
  union all select case_id, opened_at from emergency_access
  union all select case_id, coalesce(lifted_at, set_at) from case_restrictions
  union all select case_id, registered_at from plan_needs
  union all select n.case_id, a.recorded_at from plan_needs n join plan_answers a on a.need_id = n.id
  union all select n.case_id, p.saved_at from plan_needs n join plan_preparations p on p.need_id = n.id;
