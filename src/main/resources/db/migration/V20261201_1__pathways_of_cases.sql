-- A case’s way along a method’s pathway: which one, since when, what was chosen of it, and which stages the person has been in. Stages are
-- entered in any order, again, and several at once.
create table case_pathways (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases on delete cascade,
  pathway_id uuid not null references pathways,
  from_on date not null,
  to_on date check (to_on >= from_on),
  registered_by uuid not null references staff,
  registered_at timestamptz not null,
  -- Nobody, if it ended with the case.
  ended_by uuid references staff,
  withdrawn_by uuid references staff,
  withdrawn_at timestamptz,
  version integer not null default 0,
  unique (id, case_id)
);
create index case_pathways_by_case on case_pathways (case_id, from_on);
create unique index case_pathways_once_at_a_time on case_pathways (case_id, pathway_id) where to_on is null and withdrawn_at is null;

-- What was chosen from a list of the pathway to choose from, such as a model of case management. The last choice holds, and the earlier stay.
create table case_pathway_choices (
  case_pathway_id uuid not null,
  case_id uuid not null,
  list text not null check (length(list) <= 100),
  number integer not null check (number > 0),
  point text not null check (length(point) <= 100),
  chosen_by uuid not null references staff,
  chosen_at timestamptz not null,
  primary key (case_pathway_id, list, number),
  foreign key (case_pathway_id, case_id) references case_pathways (id, case_id) on delete cascade
);

create table case_stages (
  id uuid primary key,
  case_pathway_id uuid not null,
  case_id uuid not null,
  stage text not null check (length(stage) <= 100),
  from_on date not null,
  to_on date check (to_on >= from_on),
  -- Whether what shows that the stage is reached was there when it was left. Null while it goes on, or if nobody has said.
  reached boolean check (reached is null or to_on is not null),
  registered_by uuid not null references staff,
  registered_at timestamptz not null,
  -- Nobody, if it ended with the case.
  ended_by uuid references staff,
  withdrawn_by uuid references staff,
  withdrawn_at timestamptz,
  version integer not null default 0,
  foreign key (case_pathway_id, case_id) references case_pathways (id, case_id) on delete cascade
);
create index case_stages_by_pathway on case_stages (case_pathway_id, from_on);
create index case_stages_by_case on case_stages (case_id);
create unique index case_stages_once_at_a_time on case_stages (case_pathway_id, stage) where to_on is null and withdrawn_at is null;

create trigger withdrawn_stays before update on case_pathways
  for each row when (old.withdrawn_at is not null) execute function refuse_change('what was withdrawn stays so');
create trigger withdrawn_stays before update on case_stages
  for each row when (old.withdrawn_at is not null) execute function refuse_change('what was withdrawn stays so');

grant select, insert on case_pathways, case_pathway_choices, case_stages to ${appRole};
grant update (to_on, ended_by, withdrawn_by, withdrawn_at, version) on case_pathways to ${appRole};
grant update (to_on, reached, ended_by, withdrawn_by, withdrawn_at, version) on case_stages to ${appRole};

create function guard_steps(guarded text, written_by text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', guarded);
  execute format('create policy whole on %1$I
    using (exists (select from whole_cases w where w.case_id = %1$I.case_id))
    with check (exists (select from whole_cases w where w.case_id = %1$I.case_id))', guarded);
  execute format('create policy looked_at on %I for select using (asker_looks_at(case_id, ''{}''))', guarded);
  execute format('create policy own on %I for select using (case_id = (select asker_own_case()))', guarded);
  execute format('create policy not_restricted_insert on %I as restrictive for insert
    with check (case_id <> all((select asker_restricted())::uuid[]))', guarded);
  execute format('create policy not_restricted_update on %I as restrictive for update using (true)
    with check (case_id <> all((select asker_restricted())::uuid[]))', guarded);
  execute format('create policy own_name_insert on %1$I as restrictive for insert
    with check (%2$I = (select asking(''STAFF'')))', guarded, written_by);
end
$$;
select guard_steps('case_pathways', 'registered_by');
select guard_steps('case_pathway_choices', 'chosen_by');
select guard_steps('case_stages', 'registered_by');
drop function guard_steps(text, text);

-- Nobody is named as having ended or withdrawn what somebody else did.
create function moved_in_own_name() returns trigger language plpgsql as $$
begin
  if new.ended_by is distinct from old.ended_by and new.ended_by is distinct from asking('STAFF')
      or new.withdrawn_by is distinct from old.withdrawn_by and new.withdrawn_by is distinct from asking('STAFF') then
    raise exception 'whoever ends or withdraws it does so in their own name' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger moved_in_own_name before update on case_pathways for each row execute function moved_in_own_name();
create trigger moved_in_own_name before update on case_stages for each row execute function moved_in_own_name();

-- The person’s own worksheets. What is written is never changed: to write again is a new version. shared_from: the first version that others
-- may read; null while the person has it to themselves.
create table worksheets (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases on delete cascade,
  pathway_id uuid not null references pathways,
  sheet text not null check (length(sheet) <= 100),
  begun_by uuid references staff,
  begun_at timestamptz not null,
  shared_from integer check (shared_from > 0),
  shared_at timestamptz,
  -- Whether the person has shared it themselves: others than whoever has the case read nothing that has only been written together.
  own_share boolean not null default false check (not own_share or shared_from is not null),
  check ((shared_from is null) = (shared_at is null))
);
create index worksheets_by_case on worksheets (case_id, begun_at);

create table worksheet_versions (
  worksheet_id uuid not null references worksheets on delete cascade,
  number integer not null check (number > 0),
  answers jsonb not null,
  saved_by uuid references staff,
  saved_at timestamptz not null,
  primary key (worksheet_id, number)
);
create trigger version_stays before update on worksheet_versions
  for each row execute function refuse_change('what is written on a worksheet stays as it was written');
create function next_worksheet_version() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if new.number > 1 + (select coalesce(max(v.number), 0) from worksheet_versions v where v.worksheet_id = new.worksheet_id) then
    raise exception 'the next version comes after the last' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger next_version before insert on worksheet_versions for each row execute function next_worksheet_version();
grant select, insert on worksheets, worksheet_versions to ${appRole};
grant update (shared_from, shared_at, own_share) on worksheets to ${appRole};

-- Read by the person; by whoever has the case, once it is shared; and by whom the person has said yes to. No lead and no emergency opens
-- what is the person’s own. The installation gathers the person’s extract, which leaves out what its reader may not read.
alter table worksheets enable row level security;
create policy caseworker on worksheets for select
  using (shared_from is not null and exists (select from assigned_cases a where a.case_id = worksheets.case_id));
create policy own on worksheets for select using (case_id = (select asker_own_case()));
create policy opened on worksheets for select
  using (own_share
    and exists (select from opened_by_consent o where o.case_id = worksheets.case_id and o.kind = 'WORKSHEETS'));
create policy installation on worksheets for select using ((select asking_installation()));
create policy begun_together on worksheets for insert
  with check (begun_by = (select asking('STAFF')) and shared_from = 1 and not own_share and association_id = (select asker_association())
    and exists (select from assigned_cases a where a.case_id = worksheets.case_id));
create policy own_insert on worksheets for insert
  with check (begun_by is null and shared_from is null and case_id = (select asker_own_case_going_on())
    and association_id = (select asker_association()));
create policy own_update on worksheets for update using (case_id = (select asker_own_case()))
  with check (shared_from is null or case_id = (select asker_own_case_going_on()));
create policy not_restricted_insert on worksheets as restrictive for insert
  with check (case_id <> all((select asker_restricted())::uuid[]));
create policy not_restricted_update on worksheets as restrictive for update using (true)
  with check (shared_from is null or case_id <> all((select asker_restricted())::uuid[]));

alter table worksheet_versions enable row level security;
create policy with_sheet on worksheet_versions for select
  using (exists (select from worksheets w where w.id = worksheet_id
    and (w.case_id = (select asker_own_case()) or number >= w.shared_from or (select asking_installation()))));
create policy written_together on worksheet_versions for insert
  with check (saved_by = (select asking('STAFF')) and exists (select from worksheets w
    join assigned_cases a on a.case_id = w.case_id where w.id = worksheet_id and number >= w.shared_from));
create policy own_insert on worksheet_versions for insert
  with check (saved_by is null and exists (select from worksheets w
    where w.id = worksheet_id and w.case_id = (select asker_own_case_going_on())));
create policy not_restricted_insert on worksheet_versions as restrictive for insert
  with check (not exists (select from worksheets w where w.id = worksheet_id
    and w.case_id = any((select asker_restricted())::uuid[])));

-- The person has no phone and tells whoever has the case that they want a worksheet back. (Who takes it back does not see it any more, which
-- no policy for updates allows.)
create function take_back_worksheet(taken uuid) returns boolean language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if not exists (select from worksheets w join assigned_cases a on a.case_id = w.case_id
      where w.id = taken and w.shared_from is not null) then
    return false;
  end if;
  update worksheets set shared_from = null, shared_at = null, own_share = false where id = taken;
  return true;
end
$$;

revoke execute on function take_back_worksheet(uuid) from public;
grant execute on function take_back_worksheet(uuid) to ${appRole};
