create table instruments (
  id uuid primary key,
  key text not null,
  version integer not null check (version > 0),
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  definition text not null,
  published_at timestamptz,
  unique (key, version)
);

-- What respondents have answered to must never change under them.
create function published_instrument_is_immutable() returns trigger language plpgsql as $$
begin
  if old.state <> 'DRAFT' and
      (new.definition is distinct from old.definition or new.key is distinct from old.key or new.version is distinct from old.version
       or new.state = 'DRAFT') then
    raise exception 'a published instrument is immutable';
  end if;
  return new;
end
$$;
create trigger published_instrument_immutable before update on instruments
  for each row execute function published_instrument_is_immutable();

create table initiatives (
  id uuid primary key,
  association_id uuid not null,
  owner_id uuid not null,
  team_id uuid,
  name text not null check (length(trim(name)) between 1 and 200),
  target_group text not null default '' check (length(target_group) <= 2000),
  starts_on date not null,
  ends_on date,
  instrument_id uuid not null references instruments,
  baseline_days integer not null default 21 check (baseline_days between 1 and 90),
  round_interval_months integer not null default 3 check (round_interval_months between 1 and 12),
  round_window_days integer not null default 21 check (round_window_days between 1 and 60),
  version integer not null default 0,
  unique (association_id, name),
  unique (association_id, id),
  unique (owner_id, id),
  check (ends_on is null or ends_on >= starts_on),
  foreign key (association_id, owner_id) references organisations (association_id, id),
  foreign key (association_id, team_id) references teams (association_id, id)
);

create table initiative_leads (
  initiative_id uuid not null references initiatives,
  staff_id uuid not null references staff,
  primary key (initiative_id, staff_id)
);
create index initiative_leads_by_staff on initiative_leads (staff_id);

grant select, insert, update on instruments, initiatives to ${appRole};
grant select, insert, delete on initiative_leads to ${appRole};
