-- Who saw or did what. The application may add and read; nobody may change or remove.

create table journal (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('STAFF', 'RESPONDENT', 'SYSTEM')),
  actor_id uuid,
  actor_organisation_id uuid,
  association_id uuid,
  action text not null,
  subject_kind text not null,
  subject_id uuid,
  case_id uuid,
  participant_id uuid,
  check (actor_kind = 'SYSTEM' or actor_id is not null)
);
create index journal_by_participant on journal (participant_id, id) where participant_id is not null;
create index journal_by_case on journal (case_id, id) where case_id is not null;
create index journal_by_actor on journal (actor_id, id);

create function journal_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end
$$;
create trigger journal_append_only before update or delete on journal
  for each row execute function journal_is_append_only();
create trigger journal_never_emptied before truncate on journal
  for each statement execute function journal_is_append_only();

grant select, insert on journal to ${appRole};
