-- Associations and those who work in them. Every table of an association carries its id.

create table associations (
  id uuid primary key,
  name text not null check (length(trim(name)) between 1 and 200),
  created_at timestamptz not null,
  version integer not null default 0
);

create table organisations (
  id uuid primary key,
  association_id uuid not null references associations,
  name text not null check (length(trim(name)) between 1 and 200),
  kind text not null check (kind in ('FK', 'AF', 'REGION', 'KOMMUN', 'OTHER')),
  version integer not null default 0,
  unique (association_id, name),
  unique (association_id, id)
);

create table units (
  id uuid primary key,
  association_id uuid not null,
  organisation_id uuid not null,
  name text not null check (length(trim(name)) between 1 and 200),
  version integer not null default 0,
  unique (organisation_id, name),
  unique (organisation_id, id),
  foreign key (association_id, organisation_id) references organisations (association_id, id)
);

create table staff (
  id uuid primary key,
  association_id uuid not null,
  organisation_id uuid not null,
  unit_id uuid,
  name text not null check (length(trim(name)) between 1 and 200),
  email text not null check (email = lower(email) and length(email) <= 254),
  password_hash text,
  active boolean not null default true,
  created_at timestamptz not null,
  version integer not null default 0,
  unique (email),
  unique (association_id, id),
  unique (organisation_id, id),
  foreign key (association_id, organisation_id) references organisations (association_id, id),
  foreign key (organisation_id, unit_id) references units (organisation_id, id)
);
create index staff_by_organisation on staff (organisation_id, name);

create table staff_roles (
  staff_id uuid not null references staff,
  role text not null check (role in ('CASEWORKER', 'TEAM_MEMBER', 'LEAD', 'ASSOCIATION_OFFICER', 'BOARD', 'EVALUATOR',
    'ORGANISATION_ADMINISTRATOR', 'SYSTEM_ADMINISTRATOR')),
  primary key (staff_id, role)
);

create table teams (
  id uuid primary key,
  association_id uuid not null references associations,
  name text not null check (length(trim(name)) between 1 and 200),
  version integer not null default 0,
  unique (association_id, name),
  unique (association_id, id)
);

create table team_members (
  association_id uuid not null,
  team_id uuid not null,
  staff_id uuid not null,
  primary key (team_id, staff_id),
  foreign key (association_id, team_id) references teams (association_id, id),
  foreign key (association_id, staff_id) references staff (association_id, id)
);

-- One row, if the people of this installation are invented.
create table demo_population (
  only_one boolean primary key default true check (only_one),
  made_at timestamptz not null
);

-- One-time links: the set-up of an empty installation, and a new password for one member of staff.
create table one_time_links (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('SET_UP', 'PASSWORD')),
  staff_id uuid references staff,
  expires_at timestamptz not null,
  used_at timestamptz,
  check ((purpose = 'PASSWORD') = (staff_id is not null))
);

-- Failed attempts at a secret, per account and per address. Keys are hashes: no address or account stands here in clear.
create table attempts (
  key bytea primary key,
  failures integer not null,
  last_failure_at timestamptz not null
);

grant select, insert, update on associations, organisations, units, staff, teams, one_time_links to ${appRole};
grant select, insert on demo_population to ${appRole};
grant select, insert, delete on staff_roles, team_members to ${appRole};
grant select, insert, update, delete on attempts to ${appRole};
