-- What the person wants to work with, and what work asks of them and they of it. Each version stays as it was written.
create table vocational_profiles (
  case_id uuid not null references cases on delete cascade,
  association_id uuid not null references associations,
  number integer not null check (number > 0),
  occasion text not null check (occasion in ('TALK', 'AFTER_JOB', 'OTHER')),
  talked_on date not null,
  -- Occupation groups of SSYK 2012.
  occupations text[] not null check (array_to_string(occupations, ',') ~ '^(\d{3}(,\d{3})*)?$'),
  wants text not null check (length(wants) <= 4000),
  -- Sections of SNI 2007.
  branches text[] not null
    check (branches <@ array['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U']),
  municipalities text[] not null,
  -- Minutes one way.
  longest_way integer check (longest_way between 0 and 300),
  hours_least numeric(4, 1) check (hours_least between 0 and 80),
  hours_most numeric(4, 1) check (hours_most between 0 and 80),
  parts_of_day text[] not null check (parts_of_day <@ array['MORNING', 'DAY', 'EVENING', 'NIGHT', 'WEEKEND']),
  avoids text not null check (length(avoids) <= 4000),
  strengths text not null check (length(strengths) <= 4000),
  licences text not null check (length(licences) <= 4000),
  learns text not null check (length(learns) <= 4000),
  experiences text not null check (length(experiences) <= 4000),
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  primary key (case_id, number),
  check (hours_least is null or hours_most is null or hours_least <= hours_most)
);
grant select, insert on vocational_profiles to ${appRole};

alter table vocational_profiles enable row level security;
create policy whole on vocational_profiles
  using (exists (select from whole_cases w where w.case_id = vocational_profiles.case_id))
  with check (exists (select from whole_cases w where w.case_id = vocational_profiles.case_id) and saved_by = (select asking('STAFF')));
create policy looked_at on vocational_profiles for select using (asker_looks_at(case_id, array['WORK']));
create policy own on vocational_profiles for select using (case_id = (select asker_own_case()));
create policy not_restricted_insert on vocational_profiles as restrictive for insert
  with check (case_id <> all((select asker_restricted())::uuid[]));
