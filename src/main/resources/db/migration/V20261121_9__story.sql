-- What is done with and for a person in a case, often several things side by side. A mistake is withdrawn, never deleted.
create table activities (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases,
  kind text not null check (kind in ('WORK', 'HEALTH', 'SOCIAL', 'COMPETENCE', 'GROUP')),
  title text not null check (length(trim(title)) between 1 and 200),
  provider text not null default '' check (length(provider) <= 200),
  from_on date not null,
  to_on date,
  hours numeric(4, 1) check (hours between 0 and 80),
  end_reason text check (end_reason in ('GOAL_REACHED', 'OWN_WISH', 'HEALTH', 'OTHER_EFFORT', 'PROVIDER', 'OTHER', 'CASE_ENDED')),
  registered_by uuid not null references staff,
  registered_at timestamptz not null,
  withdrawn_by uuid references staff,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '' check (length(withdrawn_reason) <= 1000),
  version integer not null default 0,
  check (to_on is null or to_on >= from_on),
  -- One that had not begun when the case ended is withdrawn by that end, and by nobody.
  check (end_reason is null or to_on is not null or (end_reason = 'CASE_ENDED' and withdrawn_at is not null)),
  check (withdrawn_at is null or length(trim(withdrawn_reason)) > 0 or end_reason = 'CASE_ENDED')
);
create index activities_by_case on activities (case_id, from_on);

-- Jobs and placements that a person has had during a case, or after it.
create table employments (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases,
  kind text not null check (kind in ('PLACEMENT', 'JOB')),
  employer text not null check (length(trim(employer)) between 1 and 200),
  role text not null default '' check (length(role) <= 200),
  from_on date not null,
  to_on date,
  hours numeric(4, 1) check (hours between 0 and 80),
  permanent boolean,
  subsidy text check (subsidy in ('NONE', 'SUBSIDISED', 'SOCIAL_ENTERPRISE')),
  end_reason text check (end_reason in ('AS_PLANNED', 'BECAME_JOB', 'NEW_JOB', 'STUDY', 'OWN_WISH', 'HEALTH', 'EMPLOYER', 'OTHER')),
  registered_by uuid not null references staff,
  registered_at timestamptz not null,
  withdrawn_by uuid references staff,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '' check (length(withdrawn_reason) <= 1000),
  version integer not null default 0,
  check (to_on is null or to_on >= from_on),
  check (end_reason is null or to_on is not null),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (withdrawn_at is null or length(trim(withdrawn_reason)) > 0),
  check (kind = 'JOB' or (permanent is null and subsidy is null)),
  check (kind = 'PLACEMENT' or (permanent is not null and subsidy is not null))
);
create index employments_by_case on employments (case_id, from_on);

-- A signed note is its versions: the first, and one for each correction. None is ever changed.
create table notes (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases
);
create index notes_by_case on notes (case_id);

create table note_versions (
  note_id uuid not null references notes,
  number integer not null check (number >= 1),
  kind text not null check (kind in ('TALK', 'DECISION', 'EVENT', 'OTHER')),
  about_on date not null,
  text text not null check (length(trim(text)) between 1 and 20000),
  reason text not null default '' check (length(reason) <= 1000),
  signed_by uuid not null references staff,
  signed_at timestamptz not null,
  -- The draft that became this version: signing twice makes one.
  draft_id uuid not null unique,
  primary key (note_id, number),
  check ((number = 1) = (reason = ''))
);

-- What the person disputes in a note (SoL 14 kap.): stands beside it, whichever version is read.
create table note_dissents (
  id bigint generated always as identity primary key,
  note_id uuid not null references notes,
  said_on date not null,
  text text not null check (length(trim(text)) between 1 and 4000),
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null
);
create index note_dissents_by_note on note_dissents (note_id, id);

create function notes_are_immutable() returns trigger language plpgsql as $$
begin
  raise exception 'a signed note is immutable';
end
$$;
create trigger note_immutable before update or delete on notes
  for each row execute function notes_are_immutable();
create trigger note_version_immutable before update or delete on note_versions
  for each row execute function notes_are_immutable();
create trigger note_dissent_immutable before update or delete on note_dissents
  for each row execute function notes_are_immutable();

-- What somebody is writing. The day is kept as it was typed: a draft loses nothing, not even a mistake.
create table note_drafts (
  id uuid primary key,
  case_id uuid not null references cases,
  author_id uuid not null references staff,
  corrects_note_id uuid references notes,
  corrects_version integer not null default 0,
  kind text check (kind in ('TALK', 'DECISION', 'EVENT', 'OTHER')),
  about_on text not null default '' check (length(about_on) <= 40),
  text text not null default '' check (length(text) <= 20000),
  reason text not null default '' check (length(reason) <= 1000),
  version integer not null,
  saved_at timestamptz not null
);
create index note_drafts_by_author on note_drafts (author_id, case_id, saved_at);

grant select, insert, update on activities, employments to ${appRole};
grant select, insert on notes, note_versions, note_dissents to ${appRole};
grant select, insert, update, delete on note_drafts to ${appRole};
