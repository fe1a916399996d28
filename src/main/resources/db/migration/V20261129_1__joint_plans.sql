-- The joint plan: one at a time for a case, which everybody keeps. It holds what a SIP must hold by law, the wider circle of a SAMSIP
-- and the areas of life of Min plan; its kind says by which rules it is called to.
create table plans (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases on delete cascade,
  need_id uuid references plan_needs on delete cascade,
  kind text not null check (kind in ('SIP', 'SAMSIP', 'DISCHARGE', 'TEAM', 'MY_PLAN')),
  started_on date not null,
  started_by uuid not null references staff,
  coordinator text not null default '' check (length(coordinator) <= 200),
  coordinator_organisation_id uuid references organisations,
  overall_organisation_id uuid references organisations,
  may_have text not null default '' check (length(may_have) <= 2000),
  version integer not null default 0,
  ended_on date,
  end_reason text check (end_reason in ('GOALS_MET', 'NO_NEED', 'CONSENT_WITHDRAWN', 'CASE_ENDED')),
  ended_by uuid references staff,
  check ((ended_on is null) = (end_reason is null))
);
create unique index plans_one_at_a_time on plans (case_id) where ended_on is null;
create index plans_by_case on plans (case_id, started_on);
create index plans_by_need on plans (need_id) where need_id is not null;

-- What is written under each of the six questions. Each part is saved by itself, so that two who write do not meet.
create table plan_texts (
  plan_id uuid not null references plans on delete cascade,
  part text not null
    check (part in ('WANTS', 'RESOURCES', 'WORKS', 'WORKS_NOT', 'BY_OTHERS', 'GONE', 'CHANGES', 'SUMMARY')),
  text text not null check (length(text) <= 4000),
  version integer not null,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  primary key (plan_id, part)
);

-- Where the person wants to get, in the person's words.
create table plan_goals (
  id uuid primary key,
  plan_id uuid not null references plans on delete cascade,
  term text not null check (term in ('SHORT', 'LONG')),
  area text check (area in ('HOUSING', 'HEALTH', 'ECONOMY', 'NETWORK', 'LEISURE', 'WORK', 'STUDY')),
  words text not null check (length(words) between 1 and 2000),
  state text not null check (state in ('OPEN', 'REACHED', 'LEFT')),
  state_on date not null,
  removed_at timestamptz,
  version integer not null,
  added_at timestamptz not null,
  saved_by uuid not null references staff,
  saved_at timestamptz not null
);
create index plan_goals_by_plan on plan_goals (plan_id, added_at);

-- How far the person finds that they have come, 0-10 in their own measure.
create table plan_scalings (
  id uuid primary key,
  goal_id uuid not null references plan_goals on delete cascade,
  scaled_on date not null,
  value integer not null check (value between 0 and 10),
  words text not null check (length(words) <= 1000),
  recorded_by uuid references staff,
  recorded_at timestamptz not null
);
create index plan_scalings_by_goal on plan_scalings (goal_id, scaled_on, recorded_at);

-- Who does what by when. Somebody is always responsible: an organisation, the person, or another who is named.
create table plan_efforts (
  id uuid primary key,
  plan_id uuid not null references plans on delete cascade,
  goal_id uuid references plan_goals on delete set null,
  area text check (area in ('HOUSING', 'HEALTH', 'ECONOMY', 'NETWORK', 'LEISURE', 'WORK', 'STUDY')),
  dimension text check (length(dimension) <= 100),
  what text not null check (length(what) between 1 and 2000),
  by_whom text not null check (by_whom in ('ORGANISATION', 'PERSON', 'OTHER')),
  organisation_id uuid references organisations,
  responsible text not null check (length(responsible) <= 200),
  due_on date,
  state text not null check (state in ('PLANNED', 'DONE', 'NOT_DONE')),
  state_on date not null,
  removed_at timestamptz,
  version integer not null,
  added_at timestamptz not null,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  check ((by_whom = 'ORGANISATION') = (organisation_id is not null)),
  check (by_whom <> 'OTHER' or responsible <> '')
);
create index plan_efforts_by_plan on plan_efforts (plan_id, added_at);
create index plan_efforts_by_goal on plan_efforts (goal_id) where goal_id is not null;

create table plan_meetings (
  id uuid primary key,
  plan_id uuid not null references plans on delete cascade,
  kind text not null check (kind in ('FIRST', 'FOLLOW_UP')),
  meets_on date not null,
  meets_at time not null,
  minutes integer not null check (minutes between 15 and 480),
  place text not null check (length(place) <= 300),
  video text not null check (length(video) <= 500),
  interpreter text not null check (length(interpreter) <= 200),
  state text not null check (state in ('PLANNED', 'HELD', 'CANCELLED')),
  read_back boolean not null default false,
  planned_by uuid not null references staff,
  planned_at timestamptz not null,
  settled_by uuid references staff,
  settled_at timestamptz,
  version integer not null,
  check ((state = 'PLANNED') = (settled_at is null))
);
create index plan_meetings_by_plan on plan_meetings (plan_id, meets_on);
create unique index plan_meetings_one_ahead on plan_meetings (plan_id) where state = 'PLANNED';

-- Who is asked to come: those who are bound to are summoned, all others invited.
create table plan_invitees (
  id uuid primary key,
  meeting_id uuid not null references plan_meetings on delete cascade,
  how text not null check (how in ('SUMMONS', 'INVITATION')),
  part text not null check (part in ('PERSON', 'ORGANISATION', 'RELATIVE', 'INTERPRETER', 'OTHER')),
  organisation_id uuid references organisations,
  name text not null check (length(name) <= 200),
  role text not null check (length(role) <= 200),
  email text not null check (length(email) <= 254),
  sent_at timestamptz,
  sent_by uuid references staff,
  reply text check (reply in ('YES', 'NO', 'STAND_IN')),
  stand_in text not null default '' check (length(stand_in) <= 200),
  replied_on date,
  came boolean,
  removed_at timestamptz,
  version integer not null,
  added_at timestamptz not null,
  saved_by uuid references staff,
  saved_at timestamptz not null,
  check ((part = 'ORGANISATION') = (organisation_id is not null)),
  check ((reply is null) = (replied_on is null)),
  check ((sent_at is null) = (sent_by is null))
);
create index plan_invitees_by_meeting on plan_invitees (meeting_id, added_at);

-- The plan as it was agreed on: written once, each time that it has been settled anew.
create table plan_versions (
  plan_id uuid not null references plans on delete cascade,
  number integer not null check (number > 0),
  meeting_id uuid references plan_meetings on delete cascade,
  content jsonb not null,
  made_by uuid not null references staff,
  made_at timestamptz not null,
  primary key (plan_id, number)
);

-- Who stands behind a version: drawn on the screen, on paper, or confirmed by somebody who is signed in.
create table plan_signatures (
  id uuid primary key,
  plan_id uuid not null,
  number integer not null,
  how text not null check (how in ('DRAWN', 'PAPER', 'SIGNED_IN')),
  name text not null check (length(name) between 1 and 200),
  role text not null check (length(role) <= 200),
  drawing text check (length(drawing) <= 60000),
  staff_id uuid references staff,
  by_person boolean not null,
  signed_on date not null,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  foreign key (number, plan_id) references plan_versions (number, plan_id) on delete cascade,
  check ((how = 'DRAWN') = (drawing is not null))
);
create index plan_signatures_by_version on plan_signatures (plan_id, number, recorded_at);
create unique index plan_signatures_once on plan_signatures (plan_id, number, lower(name), lower(role));

-- Who has been given a version. The person decides who else than those who were there.
create table plan_copies (
  id uuid primary key,
  plan_id uuid not null,
  number integer not null,
  recipient text not null check (length(recipient) between 1 and 200),
  organisation_id uuid references organisations,
  how text not null check (how in ('HANDED', 'POSTED', 'READS_HERE')),
  handed_on date not null,
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null,
  foreign key (number, plan_id) references plan_versions (number, plan_id) on delete cascade
);
create index plan_copies_by_version on plan_copies (plan_id, number, recorded_at);

-- Within how many days, as the parties of an association have agreed: that a called party comes to a SAMSIP, counted from the day that
-- the call was sent; and that the call to a discharge goes out, counted from the day that the need was seen.
create table plan_clocks (
  association_id uuid primary key references associations,
  samsip_days integer not null check (samsip_days between 1 and 365),
  discharge_days integer not null check (discharge_days between 1 and 365),
  version integer not null,
  saved_by uuid not null references staff,
  saved_at timestamptz not null
);
grant select, insert, update on plan_clocks to ${appRole};

create trigger scaling_stays before update on plan_scalings
  for each row execute function refuse_change('what the person found stays as they said it');
create trigger version_stays before update on plan_versions
  for each row execute function refuse_change('a version of a plan stays as it was agreed on');
create trigger signature_stays before update on plan_signatures
  for each row execute function refuse_change('a signature stays');
create trigger copy_stays before update on plan_copies
  for each row execute function refuse_change('what has been handed out has been handed out');
grant select, insert, update on plans, plan_texts, plan_goals, plan_efforts, plan_meetings, plan_invitees to ${appRole};
grant select, insert on plan_scalings, plan_versions, plan_signatures, plan_copies to ${appRole};

-- Who sees what: whole to those who have the case, all of it to the person, and what a yes to the joint plan opens to colleagues of
-- other organisations: the plan itself, and of those who are asked to come their own alone.
alter table plans enable row level security;
create policy whole on plans
  using (exists (select from whole_cases w where w.case_id = plans.case_id))
  with check (exists (select from whole_cases w where w.case_id = plans.case_id));
create policy looked_at on plans for select using (asker_looks_at(case_id, array['JOINT_PLAN']));
create policy own on plans for select using (case_id = (select asker_own_case()));
create policy not_restricted_insert on plans as restrictive for insert with check (case_id <> all((select asker_restricted())::uuid[]));
create policy not_restricted_update on plans as restrictive for update using (true)
  with check (case_id <> all((select asker_restricted())::uuid[]));

-- Looked up past the policies, as those of other parts of a case are.
create view whole_plans as select p.id from plans p join whole_cases w on w.case_id = p.case_id;
create view whole_plan_goals as select g.id from plan_goals g join whole_plans w on w.id = g.plan_id;
create view whole_plan_meetings as select m.id from plan_meetings m join whole_plans w on w.id = m.plan_id;
grant select on whole_plans, whole_plan_goals, whole_plan_meetings to ${appRole};

-- Of whoever looks without having the case; none, and nothing looked up, for whoever has it.
create function asker_looks_at_plan(looked_at uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  looked_case constant uuid := (select p.case_id from plans p where p.id = looked_at);
begin
  return coalesce(looked_case = asker_own_case(), false) or asker_looks_at(looked_case, array['JOINT_PLAN']);
end
$$;

-- Whether nothing in it may be changed, because the person has asked for that.
create function plan_stands_still(asked uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return exists (select from plans p where p.id = asked and p.case_id = any(asker_restricted()));
end
$$;

create function guard_rows_of_plan(guarded text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', guarded);
  execute format('create policy whole on %1$I
    using (exists (select from whole_plans w where w.id = %1$I.plan_id))
    with check (exists (select from whole_plans w where w.id = %1$I.plan_id))', guarded);
  execute format('create policy not_restricted_insert on %I as restrictive for insert
    with check (not plan_stands_still(plan_id))', guarded);
  execute format('create policy not_restricted_update on %I as restrictive for update using (true)
    with check (not plan_stands_still(plan_id))', guarded);
end
$$;
select guard_rows_of_plan('plan_texts');
select guard_rows_of_plan('plan_goals');
select guard_rows_of_plan('plan_efforts');
select guard_rows_of_plan('plan_meetings');
select guard_rows_of_plan('plan_versions');
select guard_rows_of_plan('plan_signatures');
select guard_rows_of_plan('plan_copies');
drop function guard_rows_of_plan(text);
create policy looked_at on plan_texts for select using (asker_looks_at_plan(plan_id));
create policy looked_at on plan_goals for select using (asker_looks_at_plan(plan_id));
create policy looked_at on plan_efforts for select using (asker_looks_at_plan(plan_id));
create policy looked_at on plan_meetings for select using (asker_looks_at_plan(plan_id));
create policy looked_at on plan_versions for select using (asker_looks_at_plan(plan_id));

-- Signatures and copies tell who has what: for those who have the case, and the person.
create policy own on plan_signatures for select
  using (exists (select from plans p where p.id = plan_signatures.plan_id and p.case_id = (select asker_own_case())));
create policy own on plan_copies for select
  using (exists (select from plans p where p.id = plan_copies.plan_id and p.case_id = (select asker_own_case())));
-- Looked at in an emergency as well, as the rest of the case.
create policy emergency on plan_signatures for select using (exists (select from plans p where p.id = plan_signatures.plan_id
  and p.case_id = any((select asker_emergencies())::uuid[])));
create policy emergency on plan_copies for select using (exists (select from plans p where p.id = plan_copies.plan_id
  and p.case_id = any((select asker_emergencies())::uuid[])));

alter table plan_scalings enable row level security;
create policy whole on plan_scalings
  using (exists (select from whole_plan_goals w where w.id = plan_scalings.goal_id))
  with check (exists (select from whole_plan_goals w where w.id = plan_scalings.goal_id) and recorded_by is not null);
create policy looked_at on plan_scalings for select
  using (exists (select from plan_goals g where g.id = plan_scalings.goal_id and asker_looks_at_plan(g.plan_id)));
create policy not_restricted_insert on plan_scalings as restrictive for insert
  with check (not exists (select from plan_goals g where g.id = goal_id and plan_stands_still(g.plan_id)));

alter table plan_invitees enable row level security;
create policy whole on plan_invitees
  using (exists (select from whole_plan_meetings w where w.id = plan_invitees.meeting_id))
  with check (exists (select from whole_plan_meetings w where w.id = plan_invitees.meeting_id));
create policy own on plan_invitees for select
  using (exists (select from plan_meetings m join plans p on p.id = m.plan_id
    where m.id = plan_invitees.meeting_id and p.case_id = (select asker_own_case())));
create policy emergency on plan_invitees for select
  using (exists (select from plan_meetings m join plans p on p.id = m.plan_id
    where m.id = plan_invitees.meeting_id and p.case_id = any((select asker_emergencies())::uuid[])));
create policy of_organisation on plan_invitees for select
  using (organisation_id is not null and organisation_id = (select asker_organisation(array['CASEWORKER', 'LEAD', 'TEAM_MEMBER']))
    and exists (select from plan_meetings m where m.id = plan_invitees.meeting_id and asker_looks_at_plan(m.plan_id)));
create policy not_restricted_insert on plan_invitees as restrictive for insert
  with check (not exists (select from plan_meetings m where m.id = meeting_id and plan_stands_still(m.plan_id)));
create policy not_restricted_update on plan_invitees as restrictive for update using (true)
  with check (not exists (select from plan_meetings m where m.id = meeting_id and plan_stands_still(m.plan_id)));

-- An association's rules about time are no secret within it; its officers set them.
alter table plan_clocks enable row level security;
create policy of_association on plan_clocks for select
  using (association_id = (select asker_association()) or (select asking_installation()));
create policy officers on plan_clocks
  using (association_id = (select asker_association(array['ASSOCIATION_OFFICER'])) or (select asking_installation()))
  with check (association_id = (select asker_association(array['ASSOCIATION_OFFICER'])) or (select asking_installation()));
