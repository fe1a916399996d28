-- The register of employers in full: what they are, where they work and whom they look for. Nothing here tells of a participant.
alter table employers
  add column municipality text not null default '' check (length(municipality) <= 100),
  -- Sections of SNI 2007.
  add column branches text[] not null default '{}'
    check (branches <@ array['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R', 'S', 'T', 'U']),
  -- What makes a work-integrating social enterprise (ASF): one that has them all.
  add column social_marks text[] not null default '{}'
    check (social_marks <@ array['PURPOSE', 'PARTICIPATION', 'REINVESTS', 'INDEPENDENT']);
create unique index employer_number_once on employers (association_id, organisation_number) where merged_into is null;
create index employers_merged_into on employers (merged_into);

-- A name as it is compared: small letters, without the legal form and signs.
create function employer_name_plain(name text) returns text language sql immutable as $$
  select trim(regexp_replace(regexp_replace(lower(name),
    '\m(ab|hb|kb|aktiebolag|aktiebolaget|handelsbolag|kommanditbolag|ekonomisk förening|ek\.? ?för|ideell förening|enskild firma|publ)\M',
    ' ', 'g'), '[^[:alnum:]]+', ' ', 'g'))
$$;

create table employer_workplaces (
  id uuid primary key,
  association_id uuid not null,
  employer_id uuid not null,
  name text not null check (length(trim(name)) between 1 and 200),
  address text not null check (length(address) <= 200),
  municipality text not null check (length(municipality) <= 100),
  -- Whom to ask for there, of those who work there for the employer.
  contact_name text not null check (length(contact_name) <= 200),
  contact_role text not null check (length(contact_role) <= 200),
  contact_phone text not null check (length(contact_phone) <= 40),
  contact_email text not null check (length(contact_email) <= 254),
  removed_at timestamptz,
  version integer not null default 0,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  unique (association_id, id),
  foreign key (association_id, employer_id) references employers (association_id, id),
  -- What is taken away forgets whom to ask for.
  check (removed_at is null or contact_name = '' and contact_role = '' and contact_phone = '' and contact_email = '')
);
create index employer_workplaces_by_employer on employer_workplaces (employer_id);
create trigger removed_workplace_stays before update on employer_workplaces
  for each row when (old.removed_at is not null) execute function refuse_change('what has been taken away is never changed');

-- Whom an employer looks for.
create table employer_needs (
  id uuid primary key,
  association_id uuid not null,
  employer_id uuid not null,
  workplace_id uuid,
  -- Occupation group of SSYK 2012.
  occupation text check (occupation ~ '^\d{3}$'),
  words text not null check (length(words) <= 1000),
  hours numeric(4, 1) check (hours between 0 and 80),
  from_on date not null,
  until_on date,
  -- Since when they look no longer.
  ended_on date,
  version integer not null default 0,
  written_by uuid not null references staff,
  written_at timestamptz not null,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  foreign key (association_id, employer_id) references employers (association_id, id),
  foreign key (association_id, workplace_id) references employer_workplaces (association_id, id),
  check (occupation is not null or length(trim(words)) > 0),
  check (until_on is null or until_on >= from_on)
);
create index employer_needs_by_employer on employer_needs (employer_id);

-- Which employers were found to be the same, and what the one that was kept told before and after: so that it can be undone.
create table employer_merges (
  id uuid primary key,
  association_id uuid not null,
  kept_id uuid not null,
  merged_id uuid not null,
  kept_before jsonb not null,
  kept_after jsonb not null,
  merged_by uuid not null references staff,
  merged_at timestamptz not null,
  undone_by uuid references staff,
  undone_at timestamptz,
  foreign key (association_id, kept_id) references employers (association_id, id),
  foreign key (association_id, merged_id) references employers (association_id, id),
  check (kept_id <> merged_id),
  check ((undone_at is null) = (undone_by is null))
);
create unique index employer_merged_once on employer_merges (merged_id) where undone_at is null;
create index employer_merges_by_kept on employer_merges (kept_id);
create trigger undone_merge_stays before update on employer_merges
  for each row when (old.undone_at is not null) execute function refuse_change('what has been undone is never changed');

-- One is merged into another that is merged into none, which is held until then: so that they never go round in a circle.
create function employer_merged_into_a_head() returns trigger language plpgsql as $$
begin
  perform from employers e where e.id = new.merged_into and e.merged_into is null for update;
  if not found then
    raise exception 'an employer is merged into one that is merged into none' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger employer_merged_into_a_head before insert or update of merged_into on employers
  for each row when (new.merged_into is not null) execute function employer_merged_into_a_head();

grant update (municipality, branches, social_marks) on employers to ${appRole};
grant select, insert on employer_workplaces, employer_needs, employer_merges to ${appRole};
grant update (name, address, municipality, contact_name, contact_role, contact_phone, contact_email, removed_at, version, saved_by,
  saved_at) on employer_workplaces to ${appRole};
grant update (workplace_id, occupation, words, hours, from_on, until_on, ended_on, version, saved_by, saved_at) on employer_needs
  to ${appRole};
grant update (undone_by, undone_at) on employer_merges to ${appRole};

create function share_in_association(shared text, by text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', shared);
  execute format('create policy shared on %1$I
    using (association_id = (select asker_association(array[''CASEWORKER'', ''LEAD''])) or (select asking_installation()))
    with check (association_id = (select asker_association(array[''CASEWORKER'', ''LEAD''])) and %2$I = (select asking(''STAFF''))
      or (select asking_installation()))', shared, by);
end
$$;
select share_in_association('employer_workplaces', 'saved_by');
select share_in_association('employer_needs', 'saved_by');
drop function share_in_association(text, text);

alter table employer_merges enable row level security;
create policy shared on employer_merges
  using (association_id = (select asker_association(array['CASEWORKER', 'LEAD'])) or (select asking_installation()))
  with check (association_id = (select asker_association(array['CASEWORKER', 'LEAD']))
    and coalesce(undone_by, merged_by) = (select asking('STAFF')) or (select asking_installation()));

-- As which employer each one is known, chains of merges too. As whoever asks: the policies of employers hold.
create view employer_heads with (security_invoker = true) as
  with recursive known as (
    select e.id, e.association_id, e.id as head_id from employers e where e.merged_into is null
    union all
    select e.id, e.association_id, k.head_id from known k join employers e on e.merged_into = k.id)
  select id, association_id, head_id from known;
grant select on employer_heads to ${appRole};
