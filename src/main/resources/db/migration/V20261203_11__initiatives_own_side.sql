-- The initiative's own side: what it is, what was applied for and agreed on, where it is going, with whom, for how much, when it reports
-- and what it has done. Not one of these tables tells of a participant.
create extension if not exists btree_gist;

-- Its frame: chosen when it is made, and never changed. The national follow-up asks for the same, and locks it in the same way.
alter table initiatives
  add column kind text not null default 'INDIVIDUAL' check (kind in ('INDIVIDUAL', 'STRUCTURAL')),
  -- What it turns to, in free words or by the name of a form that is filled in elsewhere.
  add column orientation text not null default '' check (length(orientation) <= 500),
  add column follow_up_method text not null default 'PARTICIPANTS' check (follow_up_method in ('PARTICIPANTS', 'COUNTS', 'ORGANISATIONS')),
  add column esf boolean not null default false,
  add constraint structural_follows_organisations check ((kind = 'STRUCTURAL') = (follow_up_method = 'ORGANISATIONS'));
create trigger frame_stays before update on initiatives
  for each row when ((old.kind, old.orientation, old.follow_up_method, old.esf)
    is distinct from (new.kind, new.orientation, new.follow_up_method, new.esf))
  execute function refuse_change('the frame of an initiative never changes');
revoke update on initiatives from ${appRole};
grant update (team_id, name, target_group, starts_on, ends_on, instrument_id, baseline_days, round_interval_months,
  round_window_days, version) on initiatives to ${appRole};

-- A structural initiative turns to organisations: nobody is referred to it or takes part in it.
create function structural_takes_nobody() returns trigger language plpgsql as $$
begin
  if exists (select from initiatives i where i.id = new.initiative_id and i.kind = 'STRUCTURAL') then
    raise exception 'a structural initiative takes no persons' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger structural_takes_nobody before insert or update of initiative_id on referrals
  for each row execute function structural_takes_nobody();
create trigger structural_takes_nobody before insert or update of initiative_id on cases
  for each row execute function structural_takes_nobody();
create trigger structural_takes_nobody before insert or update of initiative_id on group_programmes
  for each row execute function structural_takes_nobody();

-- What was applied for and agreed on.
create table initiative_agreements (
  initiative_id uuid primary key,
  association_id uuid not null,
  background text not null check (length(background) <= 20000),
  purpose text not null check (length(purpose) <= 20000),
  method text not null check (length(method) <= 20000),
  -- In whole kronor.
  applied_sum bigint check (applied_sum between 0 and 100000000000),
  applied_on date,
  decided_on date,
  decision_reference text not null check (length(decision_reference) <= 200),
  agreed_on date,
  agreement_reference text not null check (length(agreement_reference) <= 200),
  version integer not null,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  foreign key (association_id, initiative_id) references initiatives (association_id, id)
);

-- What it is to reach. What a result is worked out from is told by the measure; of a free one results are typed in.
create table initiative_goals (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  position integer not null check (position between 1 and 1000),
  text text not null check (length(trim(text)) between 1 and 1000),
  measure text not null check (measure in ('PARTICIPANTS', 'ONWARD', 'USEFUL', 'STAFF_TRAINED', 'FREE')),
  -- A number, or percent of the shares; a free one can do without.
  target numeric(12, 1),
  unit text not null check (length(unit) <= 60),
  -- What counts as having gone on, by the names that a case's outcome has.
  outcomes text[] not null check (outcomes <@ array['WORK', 'SUBSIDISED_WORK', 'STUDY', 'PLACEMENT', 'OTHER']),
  due_on date,
  withdrawn_on date,
  withdrawn_reason text not null default '' check (length(withdrawn_reason) <= 1000),
  version integer not null default 0,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  unique (initiative_id, id),
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  check (target between 0 and case when measure in ('ONWARD', 'USEFUL') then 100 else 10000000000 end),
  check (measure = 'FREE' or target is not null),
  check ((measure = 'ONWARD') = (cardinality(outcomes) > 0)),
  check (measure = 'FREE' or unit = ''),
  check ((withdrawn_on is null) = (withdrawn_reason = ''))
);
create index initiative_goals_by_initiative on initiative_goals (initiative_id, position);
create trigger withdrawn_goal_stays before update on initiative_goals
  for each row when (old.withdrawn_on is not null) execute function refuse_change('what has been withdrawn is never changed');
create trigger goal_keeps_measure before update on initiative_goals
  for each row when (old.measure <> new.measure) execute function refuse_change('a goal keeps its measure');

-- Results that were typed in, of free goals alone. What is wrong is corrected by a new one.
create table initiative_goal_results (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  goal_id uuid not null,
  -- In the order in which they were typed in.
  number integer generated always as identity,
  reached_on date not null,
  value numeric(12, 1) check (value between 0 and 10000000000),
  words text not null check (length(words) <= 2000),
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  foreign key (initiative_id, goal_id) references initiative_goals (initiative_id, id),
  check (value is not null or length(trim(words)) > 0)
);
create index initiative_goal_results_by_goal on initiative_goal_results (goal_id, reached_on);
create function results_of_free_goals() returns trigger language plpgsql as $$
begin
  if not exists (select from initiative_goals g where g.id = new.goal_id and g.measure = 'FREE' and g.withdrawn_on is null) then
    raise exception 'results are typed in for free goals alone' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger results_of_free_goals before insert on initiative_goal_results for each row execute function results_of_free_goals();

-- Officials round it: the steering group and others. Never a participant.
create table initiative_officials (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  circle text not null check (circle in ('STEERING', 'WORKING', 'OTHER')),
  function text not null check (length(trim(function)) between 1 and 200 or removed_at is not null),
  organisation text not null check (length(organisation) <= 200),
  name text not null check (length(name) <= 200),
  from_on date not null,
  to_on date,
  removed_at timestamptz,
  version integer not null default 0,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  check (to_on is null or to_on >= from_on),
  -- What is taken away forgets who it was.
  check (removed_at is null or name = '')
);
create index initiative_officials_by_initiative on initiative_officials (initiative_id) where removed_at is null;
create trigger removed_official_stays before update on initiative_officials
  for each row when (old.removed_at is not null) execute function refuse_change('what has been taken away is never changed');

-- Who pays for it, in money or by what they put in themselves.
create table initiative_parties (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  kind text not null check (kind in ('ASSOCIATION', 'FK', 'AF', 'KOMMUN', 'REGION', 'ESF', 'OTHER')),
  name text not null check (length(name) <= 200),
  in_kind boolean not null,
  removed_at timestamptz,
  version integer not null default 0,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  unique (initiative_id, id),
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  check (kind <> 'OTHER' or length(trim(name)) > 0)
);
create unique index initiative_party_once on initiative_parties (initiative_id, kind, in_kind, lower(trim(name))) where removed_at is null;
create trigger removed_party_stays before update on initiative_parties
  for each row when (old.removed_at is not null) execute function refuse_change('what has been taken away is never changed');

-- What each is to pay in a calendar year, in whole kronor.
create table initiative_budgets (
  association_id uuid not null,
  initiative_id uuid not null,
  party_id uuid not null,
  year integer not null check (year between 2000 and 2100),
  amount bigint not null check (amount between 0 and 100000000000),
  version integer not null default 0,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  primary key (party_id, year),
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  foreign key (initiative_id, party_id) references initiative_parties (initiative_id, id)
);
create index initiative_budgets_by_initiative on initiative_budgets (initiative_id);

-- What each has paid. What was entered wrongly is taken back, with why, and entered anew.
create table initiative_costs (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  party_id uuid not null,
  entered_on date not null,
  amount bigint not null check (amount between 0 and 100000000000),
  words text not null check (length(trim(words)) between 1 and 500),
  reference text not null check (length(reference) <= 200),
  removed_at timestamptz,
  removed_reason text not null default '' check (length(removed_reason) <= 500),
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  foreign key (initiative_id, party_id) references initiative_parties (initiative_id, id),
  check ((removed_at is null) = (removed_reason = ''))
);
create index initiative_costs_by_initiative on initiative_costs (initiative_id, entered_on);
create trigger removed_cost_stays before update on initiative_costs
  for each row when (old.removed_at is not null) execute function refuse_change('what has been taken away is never changed');

-- What it reports, over which days and by when. The periods need not be regular, but two of a kind never share a day.
create table report_periods (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  kind text not null check (kind in ('QUARTERLY', 'INTERIM', 'FINAL')),
  from_on date not null,
  to_on date not null,
  due_on date not null,
  removed_at timestamptz,
  version integer not null default 0,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  unique (initiative_id, id),
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  check (to_on >= from_on),
  check (due_on >= to_on),
  constraint report_periods_apart exclude using gist
    (initiative_id with =, kind with =, daterange(from_on, to_on, '[]') with &&) where (removed_at is null)
);
create index report_periods_by_initiative on report_periods (initiative_id, from_on) where removed_at is null;
create index report_periods_by_due_day on report_periods (due_on) where removed_at is null;
create trigger removed_report_period_stays before update on report_periods
  for each row when (old.removed_at is not null) execute function refuse_change('what has been taken away is never changed');

-- How it is to become a part of what the organisations do anyway.
create table initiative_steps (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  position integer not null check (position between 1 and 1000),
  text text not null check (length(trim(text)) between 1 and 1000),
  responsible text not null check (length(responsible) <= 200),
  due_on date,
  removed_at timestamptz,
  version integer not null default 0,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  unique (initiative_id, id),
  foreign key (association_id, initiative_id) references initiatives (association_id, id)
);
create index initiative_steps_by_initiative on initiative_steps (initiative_id, position) where removed_at is null;
create trigger removed_step_stays before update on initiative_steps
  for each row when (old.removed_at is not null) execute function refuse_change('what has been taken away is never changed');

-- How far a step has come, since when: the last one counts, and the earlier ones stay.
create table initiative_step_states (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  step_id uuid not null,
  number integer generated always as identity,
  state text not null check (state in ('PLANNED', 'UNDER_WAY', 'DONE', 'ABANDONED')),
  changed_on date not null,
  words text not null check (length(words) <= 1000),
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  foreign key (initiative_id, step_id) references initiative_steps (initiative_id, id)
);
create index initiative_step_states_by_step on initiative_step_states (step_id, number);

-- Papers. What is taken away leaves its row and why, and not its contents.
create table initiative_documents (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  kind text not null check (kind in ('APPLICATION', 'AGREEMENT', 'REPORT', 'DECISION', 'OTHER')),
  title text not null check (length(trim(title)) between 1 and 200),
  dated_on date not null,
  type text not null check (type in ('PDF', 'DOCX', 'XLSX', 'ODT', 'PNG', 'JPEG')),
  content bytea check (length(content) between 1 and 10485760),
  size integer not null check (size between 1 and 10485760),
  removed_at timestamptz,
  removed_reason text not null default '' check (length(removed_reason) <= 500),
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  check ((removed_at is null) = (content is not null)),
  check ((removed_at is null) = (removed_reason = ''))
);
create index initiative_documents_by_initiative on initiative_documents (initiative_id, dated_on);
create trigger removed_document_stays before update on initiative_documents
  for each row when (old.removed_at is not null) execute function refuse_change('what has been taken away is never changed');

-- What a structural initiative does with organisations, and how many of their staff it reached. Numbers, never names.
create table initiative_activities (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  held_on date not null,
  kind text not null check (kind in ('TRAINING', 'FORUM', 'WORKSHOP', 'OTHER')),
  title text not null check (length(trim(title)) between 1 and 200),
  organisations text not null check (length(organisations) <= 1000),
  hours numeric(5, 1) not null check (hours between 0 and 1000),
  women integer not null check (women between 0 and 100000),
  men integer not null check (men between 0 and 100000),
  -- Who said neither, and who nobody noted.
  untold integer not null check (untold between 0 and 100000),
  note text not null check (length(note) <= 2000),
  removed_at timestamptz,
  version integer not null default 0,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  foreign key (association_id, initiative_id) references initiatives (association_id, id)
);
create index initiative_activities_by_initiative on initiative_activities (initiative_id, held_on) where removed_at is null;
create trigger removed_initiative_activity_stays before update on initiative_activities
  for each row when (old.removed_at is not null) execute function refuse_change('what has been taken away is never changed');
create function activities_of_structural_ones() returns trigger language plpgsql as $$
begin
  if not exists (select from initiatives i where i.id = new.initiative_id and i.kind = 'STRUCTURAL') then
    raise exception 'activities for organisations are a structural initiative''s' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger activities_of_structural_ones before insert or update of initiative_id on initiative_activities
  for each row execute function activities_of_structural_ones();

grant select, insert on initiative_agreements, initiative_goals, initiative_goal_results, initiative_officials, initiative_parties,
  initiative_budgets, initiative_costs, report_periods, initiative_steps, initiative_step_states, initiative_documents,
  initiative_activities to ${appRole};
grant update (background, purpose, method, applied_sum, applied_on, decided_on, decision_reference, agreed_on, agreement_reference,
  version, saved_by, saved_at) on initiative_agreements to ${appRole};
grant update (position, text, target, unit, outcomes, due_on, withdrawn_on, withdrawn_reason, version, saved_by, saved_at)
  on initiative_goals to ${appRole};
grant update (circle, function, organisation, name, from_on, to_on, removed_at, version, saved_by, saved_at) on initiative_officials
  to ${appRole};
grant update (removed_at, version, saved_by, saved_at) on initiative_parties to ${appRole};
grant update (amount, version, saved_by, saved_at) on initiative_budgets to ${appRole};
grant update (removed_at, removed_reason, saved_by, saved_at) on initiative_costs to ${appRole};
grant update (kind, from_on, to_on, due_on, removed_at, version, saved_by, saved_at) on report_periods to ${appRole};
grant update (position, text, responsible, due_on, removed_at, version, saved_by, saved_at) on initiative_steps to ${appRole};
grant update (content, removed_at, removed_reason, saved_by, saved_at) on initiative_documents to ${appRole};
grant update (held_on, kind, title, organisations, hours, women, men, untold, note, removed_at, version, saved_by, saved_at)
  on initiative_activities to ${appRole};

-- Initiatives whose own side the asker sees without working for the association: those that the asker leads, and those of the organisation
-- that the asker administers.
create function asker_affairs() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return asker_leads() || array(select i.id from initiatives i where i.owner_id = asker_organisation(array['ORGANISATION_ADMINISTRATOR']));
end
$$;

-- The association's office and the leads change it, in their own name; the board and the owner's administrators read.
create function guard_affairs(guarded text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', guarded);
  execute format('create policy seen on %I for select
    using (association_id = (select asker_association(array[''ASSOCIATION_OFFICER'', ''BOARD'']))
      or initiative_id = any((select asker_affairs())::uuid[]) or (select asking_installation()))', guarded);
  execute format('create policy changed on %I
    using (association_id = (select asker_association(array[''ASSOCIATION_OFFICER'']))
      or initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
    with check ((association_id = (select asker_association(array[''ASSOCIATION_OFFICER'']))
        or initiative_id = any((select asker_leads())::uuid[])) and saved_by = (select asking(''STAFF''))
      or (select asking_installation()))', guarded);
end
$$;
select guard_affairs(guarded) from unnest(array['initiative_agreements', 'initiative_goals', 'initiative_goal_results',
  'initiative_officials', 'initiative_parties', 'initiative_budgets', 'initiative_costs', 'report_periods', 'initiative_steps',
  'initiative_step_states', 'initiative_documents', 'initiative_activities']) as guarded;
drop function guard_affairs(text);
