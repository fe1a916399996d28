-- Courses that staff and others take to learn a method. Those without an initiative ship with the product; the others are an initiative's own.
create table training_courses (
  id uuid primary key,
  association_id uuid references associations,
  initiative_id uuid references initiatives,
  name text not null check (length(trim(name)) between 1 and 200),
  name_en text not null default '' check (length(name_en) <= 200),
  days integer check (days between 1 and 60),
  depth text not null check (depth in ('IN_DEPTH', 'ONE_DAY')),
  position integer not null,
  check ((association_id is null) = (initiative_id is null))
);
create unique index training_course_named_once on training_courses (initiative_id, lower(name));
insert into training_courses (id, name, name_en, days, depth, position) values
  ('01a0c000-0000-7000-8000-000000000001', 'SE/IPS, grundutbildning', 'SE/IPS, basic course', 4, 'IN_DEPTH', 1),
  ('01a0c000-0000-7000-8000-000000000002', 'SE/IPS för chefer och politiker', 'SE/IPS for managers and politicians', 1, 'ONE_DAY', 2),
  ('01a0c000-0000-7000-8000-000000000003', 'Motiverande samtal (MI)', 'Motivational interviewing (MI)', null, 'IN_DEPTH', 3),
  ('01a0c000-0000-7000-8000-000000000004', 'Bostonmodellen', 'The Boston model', null, 'IN_DEPTH', 4),
  ('01a0c000-0000-7000-8000-000000000005', 'Case management', 'Case management', null, 'IN_DEPTH', 5),
  ('01a0c000-0000-7000-8000-000000000006', 'Supported Education', 'Supported Education', null, 'IN_DEPTH', 6);

-- Who takes which, planned and done: a member of staff, or somebody by name and role who has no account.
create table trainings (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid not null references initiatives,
  course_id uuid not null references training_courses,
  staff_id uuid references staff,
  name text not null check (length(name) <= 200),
  role text not null check (length(role) <= 200),
  planned_on date,
  done_on date,
  version integer not null default 0,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  removed_at timestamptz,
  -- What is taken away forgets who it was that has no account.
  check (removed_at is not null or (staff_id is null) = (length(trim(name)) > 0)),
  check (removed_at is null or name = '' and role = ''),
  check (planned_on is not null or done_on is not null)
);
create index trainings_by_initiative on trainings (initiative_id);
create trigger removed_training_stays before update on trainings
  for each row when (old.removed_at is not null) execute function refuse_change('what has been taken away is never changed');

-- How many the initiative is to train.
create table training_goals (
  initiative_id uuid primary key references initiatives,
  association_id uuid not null references associations,
  in_depth integer not null check (in_depth between 0 and 10000),
  one_day integer not null check (one_day between 0 and 10000),
  version integer not null,
  saved_by uuid not null references staff,
  saved_at timestamptz not null
);

grant select, insert on training_courses, trainings, training_goals to ${appRole};
grant update (course_id, name, role, planned_on, done_on, version, saved_by, saved_at, removed_at) on trainings to ${appRole};
grant update (in_depth, one_day, version, saved_by, saved_at) on training_goals to ${appRole};

-- The names are the leads'; others get numbers by the views below.
alter table trainings enable row level security;
create policy led on trainings
  using (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  with check (initiative_id = any((select asker_leads())::uuid[]) and saved_by = (select asking('STAFF'))
    or (select asking_installation()));
alter table training_goals enable row level security;
create policy led on training_goals
  using (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  with check (initiative_id = any((select asker_leads())::uuid[]) and saved_by = (select asking('STAFF'))
    or (select asking_installation()));
create policy counted on training_goals for select
  using (association_id = (select asker_association(array['ASSOCIATION_OFFICER'])));
alter table training_courses enable row level security;
create policy shipped on training_courses for select
  using (initiative_id is null and ((select asker_association()) is not null or (select asking_installation())));
create policy of_association on training_courses for select using (association_id = (select asker_association()) or (select asking_installation()));
create policy led on training_courses for insert
  with check (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()));

-- How many by course, and how many people by how deep: who has taken one in depth counts there alone, and once.
create view training_counts as
  select t.initiative_id, t.course_id, count(*) filter (where t.done_on is null) as planned,
    count(*) filter (where t.done_on is not null) as done
  from trainings t
  where t.removed_at is null
    and (t.association_id = (select asker_association(array['ASSOCIATION_OFFICER']))
      or t.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  group by t.initiative_id, t.course_id;
create view training_results as
  select w.initiative_id, count(*) filter (where w.in_depth) as in_depth, count(*) filter (where not w.in_depth) as one_day
  from (select t.initiative_id, coalesce(cast(t.staff_id as text), lower(trim(t.name)) || '|' || lower(trim(t.role))) as who,
      bool_or(c.depth = 'IN_DEPTH') as in_depth
    from trainings t join training_courses c on c.id = t.course_id
    where t.removed_at is null and t.done_on is not null
      and (t.association_id = (select asker_association(array['ASSOCIATION_OFFICER']))
        or t.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
    group by 1, 2) w
  group by w.initiative_id;
grant select on training_counts, training_results to ${appRole};
