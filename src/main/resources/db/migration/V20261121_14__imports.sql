-- Measurements that an initiative had in a file of its own. STAGED: read, not yet made; only its uploader sees what is in
-- it, and it goes away after a day. MADE: became rounds. UNDONE: its rounds are gone again; the row tells that it was so.
-- meanings: what each column holds, by its place in headings; null until that has been told.
create table imports (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid not null references initiatives,
  instrument_id uuid not null references instruments,
  state text not null check (state in ('STAGED', 'MADE', 'UNDONE')),
  file_name text not null check (length(file_name) <= 200),
  read_as text not null,
  read_detail text[] not null,
  headings text[] not null,
  row_count integer not null check (row_count >= 0),
  meanings text[],
  respondent text check (respondent in ('PARTICIPANT', 'CASEWORKER')),
  dont_know text not null default '',
  fault_count integer,
  measurement_count integer not null default 0,
  case_count integer not null default 0,
  uploaded_by uuid not null references staff,
  uploaded_at timestamptz not null,
  made_at timestamptz,
  undone_by uuid references staff,
  undone_at timestamptz,
  check ((state = 'STAGED') = (made_at is null)),
  check ((state = 'UNDONE') = (undone_at is not null)),
  check ((undone_by is null) = (undone_at is null))
);
create index imports_by_initiative on imports (initiative_id, uploaded_at);

-- number: the row as the spreadsheet counts it, the headings being among them.
create table import_rows (
  import_id uuid not null references imports on delete cascade,
  number integer not null,
  cells text[] not null,
  primary key (import_id, number)
);

-- What must be mended before anything is made, in the order in which it was found.
create table import_faults (
  import_id uuid not null references imports on delete cascade,
  place integer not null,
  row_number integer not null,
  heading text not null,
  value text not null,
  problem text not null,
  arguments text[] not null,
  primary key (import_id, place)
);

-- What a heading meant the last time, so that nobody has to tell it twice.
create table import_columns (
  initiative_id uuid not null references initiatives,
  instrument_id uuid not null references instruments,
  heading text not null,
  meaning text not null,
  primary key (initiative_id, instrument_id, heading)
);

alter table rounds add column import_id uuid references imports;
create index rounds_by_import on rounds (import_id) where import_id is not null;

-- Who answered as caseworker in another system is not known here.
alter table assessments add column imported boolean not null default false;
alter table assessments drop constraint assessments_check;
alter table assessments add constraint caseworker_is_named
  check (case when respondent = 'CASEWORKER' then imported or answered_by is not null else answered_by is null end);

-- An import can be undone whole. Nothing else that has been answered can ever be taken away.
create function only_imported_answers_go() returns trigger language plpgsql as $$
begin
  if not old.imported then
    raise exception 'answers are kept, unless they were imported';
  end if;
  return old;
end
$$;
create trigger only_imported_answers_go before delete on assessments
  for each row execute function only_imported_answers_go();

create function import_marks_stay() returns trigger language plpgsql as $$
begin
  if new.imported <> old.imported then
    raise exception 'what was answered here does not become imported';
  end if;
  return new;
end
$$;
create trigger import_marks_stay before update of imported on assessments
  for each row execute function import_marks_stay();

-- imported: was never asked for here, and is not counted among what was.
create or replace view follow_up_rounds as
  select r.id as round_id, c.id as case_id, c.initiative_id, s.legal_sex, r.kind, r.instrument_id, r.opens_on, r.due_on,
    r.closes_on, r.closed_at is not null as closed, r.skipped, coalesce(t.paused_on <= r.closes_on, false) as paused,
    p.submitted_at is not null as participant_sent, w.submitted_at is not null as caseworker_sent,
    cast(greatest(p.submitted_at, w.submitted_at) at time zone 'Europe/Stockholm' as date) as day,
    p.scores as participant_scores, w.scores as caseworker_scores, r.import_id is not null as imported
  from rounds r
  join cases c on c.id = r.case_id
  join participants s on s.id = c.participant_id
  join case_states t on t.case_id = c.id
  left join assessments p on p.round_id = r.id and p.respondent = 'PARTICIPANT' and p.submitted_at is not null
  left join assessments w on w.round_id = r.id and w.respondent = 'CASEWORKER' and w.submitted_at is not null;

grant select, insert, update, delete on imports, import_columns to ${appRole};
grant select, insert, delete on import_rows, import_faults to ${appRole};
grant delete on assessments to ${appRole};
