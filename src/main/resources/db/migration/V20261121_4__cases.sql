-- The person, as registered by the organisation that is controller of the case.
create table participants (
  id uuid primary key,
  association_id uuid not null,
  organisation_id uuid not null,
  anonymous boolean not null default false,
  name text check (length(trim(name)) between 1 and 200),
  identity_kind text check (identity_kind in ('PERSONAL', 'COORDINATION', 'RESERVE')),
  identity_number text,
  identity_region text,
  legal_sex text not null check (legal_sex in ('WOMAN', 'MAN')),
  start_year integer,
  municipality text not null default '' check (length(municipality) <= 100),
  phone text not null default '' check (length(phone) <= 50),
  email text not null default '' check (length(email) <= 254),
  address text not null default '' check (length(address) <= 500),
  contact_note text not null default '' check (length(contact_note) <= 500),
  language text not null default 'sv' check (length(language) <= 35),
  interpreter boolean not null default false,
  protection text not null default 'NONE' check (protection in ('NONE', 'CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION')),
  version integer not null default 0,
  unique (organisation_id, id),
  foreign key (association_id, organisation_id) references organisations (association_id, id),
  check (anonymous = (name is null)),
  check (not anonymous or (identity_number is null and phone = '' and email = '' and address = '' and contact_note = ''
    and municipality = '' and start_year is not null and protection = 'NONE')),
  check ((identity_kind is null) = (identity_number is null)),
  check ((identity_region is not null) = (identity_kind is not distinct from 'RESERVE')),
  -- Skyddad folkbokföring: no address is kept.
  check (protection <> 'PROTECTED_REGISTRATION' or address = '')
);
create index participants_by_identity on participants (organisation_id, identity_number) where identity_number is not null;
create extension if not exists pg_trgm;
create index participants_by_name on participants using gin (lower(name) gin_trgm_ops);

-- Members of staff named for a person with protected identity.
create table named_access (
  organisation_id uuid not null,
  participant_id uuid not null,
  staff_id uuid not null,
  named_by uuid references staff,
  named_at timestamptz not null,
  primary key (participant_id, staff_id),
  foreign key (organisation_id, participant_id) references participants (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff (organisation_id, id)
);
create index named_access_by_staff on named_access (staff_id);

create table referrals (
  id uuid primary key,
  association_id uuid not null,
  organisation_id uuid not null,
  initiative_id uuid not null,
  participant_id uuid not null,
  received_on date not null,
  source text not null check (source in ('ORGANISATION', 'FORUM', 'PERSON')),
  source_name text not null default '' check (length(source_name) <= 200),
  reason text not null check (length(trim(reason)) between 1 and 4000),
  wanted_effort text not null default '' check (length(wanted_effort) <= 4000),
  agreed_on date not null,
  state text not null check (state in ('RECEIVED', 'WAITING', 'ACCEPTED', 'DECLINED')),
  registered_by uuid not null references staff,
  registered_at timestamptz not null,
  version integer not null default 0,
  unique (organisation_id, id),
  foreign key (association_id, organisation_id) references organisations (association_id, id),
  foreign key (organisation_id, initiative_id) references initiatives (owner_id, id),
  foreign key (organisation_id, participant_id) references participants (organisation_id, id),
  check (source = 'PERSON' or length(trim(source_name)) > 0)
);
create index referrals_by_initiative on referrals (initiative_id, state, received_on);
create index referrals_by_participant on referrals (participant_id);

-- What was decided about a referral, in order: it may wait before it is accepted or declined.
create table referral_decisions (
  id bigint generated always as identity primary key,
  referral_id uuid not null references referrals,
  outcome text not null check (outcome in ('WAITING', 'ACCEPTED', 'DECLINED')),
  reason text not null default '' check (length(reason) <= 4000),
  decided_on date not null,
  decided_by uuid not null references staff,
  at timestamptz not null,
  check (outcome = 'ACCEPTED' or length(trim(reason)) > 0)
);
create index referral_decisions_by_referral on referral_decisions (referral_id, id);

create table case_numbers (
  association_id uuid not null references associations,
  year integer not null,
  last integer not null,
  primary key (association_id, year)
);

create table cases (
  id uuid primary key,
  association_id uuid not null,
  organisation_id uuid not null,
  initiative_id uuid not null,
  participant_id uuid not null,
  referral_id uuid not null,
  number text not null check (number ~ '^\d{4}-\d{4,}$'),
  state text not null check (state in ('ACCEPTED', 'ACTIVE', 'PAUSED', 'ENDED')),
  accepted_on date not null,
  started_on date,
  ended_on date,
  end_reason text check (end_reason in ('GOAL_REACHED', 'OTHER_EFFORT', 'OWN_WISH', 'HEALTH', 'MOVED', 'NO_CONTACT', 'INITIATIVE_ENDED', 'DECEASED', 'OTHER')),
  outcome text check (outcome in ('WORK', 'SUBSIDISED_WORK', 'STUDY', 'PLACEMENT', 'JOB_SEEKER', 'OTHER_EFFORT', 'SICK_LEAVE', 'OTHER', 'UNKNOWN')),
  income_before text check (income_before in ('SJUKPENNING', 'REHABILITERINGSPENNING', 'SJUKERSATTNING', 'AKTIVITETSERSATTNING', 'FORSORJNINGSSTOD', 'AKTIVITETSSTOD', 'A_KASSA', 'LON', 'CSN', 'NONE', 'OTHER', 'UNKNOWN')),
  income_after text check (income_after in ('SJUKPENNING', 'REHABILITERINGSPENNING', 'SJUKERSATTNING', 'AKTIVITETSERSATTNING', 'FORSORJNINGSSTOD', 'AKTIVITETSSTOD', 'A_KASSA', 'LON', 'CSN', 'NONE', 'OTHER', 'UNKNOWN')),
  hours_before numeric(4, 1) check (hours_before between 0 and 80),
  hours_after numeric(4, 1) check (hours_after between 0 and 80),
  version integer not null default 0,
  unique (association_id, number),
  unique (organisation_id, id),
  unique (referral_id),
  foreign key (association_id, organisation_id) references organisations (association_id, id),
  foreign key (organisation_id, initiative_id) references initiatives (owner_id, id),
  foreign key (organisation_id, participant_id) references participants (organisation_id, id),
  foreign key (organisation_id, referral_id) references referrals (organisation_id, id),
  -- One who was accepted may change their mind before the start: then the case ends without one.
  check (state in ('ACCEPTED', 'ENDED') or started_on is not null),
  check ((state = 'ENDED') = (ended_on is not null)),
  check (ended_on is null or ended_on >= started_on),
  check (state <> 'ENDED' or (end_reason is not null and outcome is not null))
);
create index cases_by_initiative on cases (initiative_id, state, number);
create index cases_by_participant on cases (participant_id);

-- Who is responsible from when to when; the open row is the caseworker of today.
create table assignments (
  id bigint generated always as identity primary key,
  organisation_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  from_on date not null,
  to_on date,
  reason text not null default '' check (length(reason) <= 1000),
  assigned_by uuid not null references staff,
  foreign key (organisation_id, case_id) references cases (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff (organisation_id, id),
  check (to_on is null or to_on >= from_on)
);
create unique index one_caseworker_at_a_time on assignments (case_id) where to_on is null;
create index assignments_by_staff on assignments (staff_id) where to_on is null;
create index assignments_by_case on assignments (case_id, id);

-- State changes of a case, each with its reason where the rules ask for one.
create table case_changes (
  id bigint generated always as identity primary key,
  case_id uuid not null references cases,
  at timestamptz not null,
  by_staff uuid not null references staff,
  effective_on date not null,
  from_state text not null,
  to_state text not null,
  reason text not null default '' check (length(reason) <= 1000),
  -- What an ending said, which the case itself forgets if it is reopened.
  end_reason text,
  outcome text
);
create index case_changes_by_case on case_changes (case_id, id);

-- Which cases a member of staff reaches, and as what. The one definition of the access rule in the database:
-- the guard decides from it and every list is filtered by it.
create view case_reach as
  select a.case_id, a.staff_id, 'CASEWORKER' as reach
    from assignments a
    join staff s on s.id = a.staff_id and s.active
    join staff_roles r on r.staff_id = s.id and r.role = 'CASEWORKER'
    where a.to_on is null
  union all
  select c.id, l.staff_id, 'LEAD'
    from cases c
    join initiative_leads l on l.initiative_id = c.initiative_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = c.organisation_id
    join staff_roles r on r.staff_id = s.id and r.role = 'LEAD'
    join participants p on p.id = c.participant_id
    where p.protection = 'NONE'
      or exists (select from named_access n where n.participant_id = p.id and n.staff_id = l.staff_id);

-- The same for referrals: whoever registered it sees it, and the initiative's leads in the owner organisation.
create view referral_reach as
  select f.id as referral_id, l.staff_id, 'LEAD' as reach
    from referrals f
    join initiative_leads l on l.initiative_id = f.initiative_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = f.organisation_id
    join staff_roles r on r.staff_id = s.id and r.role = 'LEAD'
    join participants p on p.id = f.participant_id
    where p.protection = 'NONE'
      or exists (select from named_access n where n.participant_id = p.id and n.staff_id = l.staff_id)
  union all
  select f.id, f.registered_by, 'REGISTRANT'
    from referrals f
    join staff s on s.id = f.registered_by and s.active and s.organisation_id = f.organisation_id
    where f.state in ('RECEIVED', 'WAITING')
      and exists (select from staff_roles r where r.staff_id = s.id and r.role in ('CASEWORKER', 'LEAD'));

grant select, insert, update on participants, referrals, case_numbers, cases, assignments to ${appRole};
grant select, insert, delete on named_access to ${appRole};
grant select, insert on case_changes, referral_decisions to ${appRole};
grant select on case_reach, referral_reach to ${appRole};
