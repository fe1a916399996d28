-- The register of employers that the coaches of an association share. It tells of no person: who works where stands in the cases.
create table employers (
  id uuid primary key,
  association_id uuid not null references associations,
  name text not null check (length(trim(name)) between 1 and 200),
  -- Ten digits. A sole trader's is the owner's identity number, and is not kept: its third digit is 0 or 1.
  organisation_number text check (organisation_number ~ '^\d{2}[2-9]\d{7}$'),
  -- The one that this was found to be the same as. Nothing moves: what knows this one knows that one by it.
  merged_into uuid,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  version integer not null default 0,
  unique (association_id, id),
  foreign key (association_id, merged_into) references employers (association_id, id),
  check (merged_into <> id)
);
create index employers_by_association on employers (association_id, name);

-- What a contact with an employer was about, beside the contact itself: read by those who read that one.
create table employer_contacts (
  contact_id uuid primary key references contacts on delete cascade,
  association_id uuid not null,
  employer_id uuid not null,
  -- Whether the work is what the person wants; a blank is that nobody has told.
  matches boolean,
  foreign key (association_id, employer_id) references employers (association_id, id)
);
create index employer_contacts_by_employer on employer_contacts (employer_id);

-- Jobs and placements at employers of the register, and studies; what is done there by occupation.
alter table employments
  drop constraint employments_kind_check,
  drop constraint employments_subsidy_check,
  -- Its terms were asked of all but placements.
  drop constraint employments_check5,
  add column employer_id uuid,
  -- Occupation group (yrkesgrupp) of SSYK 2012, three digits.
  add column occupation text check (occupation ~ '^\d{3}$'),
  -- At a work-integrating social enterprise (ASF).
  add column social_enterprise boolean not null default false,
  -- Whether paid as others are for the same work, by collective agreement or custom; a blank is that nobody has told.
  add column wage_in_step boolean,
  add column study_level text check (study_level in ('FOLKHOGSKOLA', 'KOMVUX', 'GYMNASIUM', 'YRKESHOGSKOLA', 'HOGSKOLA',
    'ARBETSMARKNADSUTBILDNING', 'OTHER')),
  add foreign key (association_id, employer_id) references employers (association_id, id);
update employments set social_enterprise = true, subsidy = 'UNKNOWN' where subsidy = 'SOCIAL_ENTERPRISE';
alter table employments
  add check (kind in ('PLACEMENT', 'JOB', 'STUDY')),
  add check (subsidy in ('NONE', 'SUBSIDISED', 'LONEBIDRAG', 'NYSTARTSJOBB', 'INTRODUKTIONSJOBB', 'ETABLERINGSJOBB',
    'TRYGGHETSANSTALLNING', 'UTVECKLINGSANSTALLNING', 'SKYDDAT_ARBETE', 'OTHER', 'UNKNOWN')),
  add check (kind <> 'JOB' or (permanent is not null and subsidy is not null)),
  add check (kind = 'STUDY' or study_level is null),
  add check (kind = 'JOB' or wage_in_step is null),
  add check (kind <> 'STUDY' or (employer_id is null and occupation is null and not social_enterprise));

-- How a job, placement or study has changed since it began: from that day on. What it began as stands with itself.
create table employment_changes (
  employment_id uuid not null references employments on delete cascade,
  association_id uuid not null references associations,
  from_on date not null,
  hours numeric(4, 1) check (hours between 0 and 80),
  permanent boolean,
  subsidy text check (subsidy in ('NONE', 'SUBSIDISED', 'LONEBIDRAG', 'NYSTARTSJOBB', 'INTRODUKTIONSJOBB', 'ETABLERINGSJOBB',
    'TRYGGHETSANSTALLNING', 'UTVECKLINGSANSTALLNING', 'SKYDDAT_ARBETE', 'OTHER', 'UNKNOWN')),
  wage_in_step boolean,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  primary key (employment_id, from_on)
);

-- Each job, placement and study in spells: days on which its terms are the same. Asked as whoever asks: the policies of what it reads hold.
create view employment_spells with (security_invoker = true) as
  select t.employment_id, e.case_id, e.kind, e.employer_id, e.occupation, e.social_enterprise, t.from_on,
    least(e.to_on, cast(lead(t.from_on) over (partition by t.employment_id order by t.from_on) - 1 as date)) as to_on,
    t.hours, t.permanent, t.subsidy, t.wage_in_step
  from (select id as employment_id, from_on, hours, permanent, subsidy, wage_in_step from employments
    union all
    select employment_id, from_on, hours, permanent, subsidy, wage_in_step from employment_changes) t
  join employments e on e.id = t.employment_id
  where e.withdrawn_at is null;

grant select, insert on employers, employer_contacts, employment_changes to ${appRole};
grant select on employment_spells to ${appRole};
grant update (name, organisation_number, merged_into, saved_by, saved_at, version) on employers to ${appRole};
grant update (employer_id, matches) on employer_contacts to ${appRole};
grant update (employer_id, occupation, social_enterprise, wage_in_step, study_level) on employments to ${appRole};
grant delete on employment_changes to ${appRole};

alter table employers enable row level security;
create policy shared on employers
  using (association_id = (select asker_association(array['CASEWORKER', 'LEAD'])) or (select asking_installation()))
  with check (association_id = (select asker_association(array['CASEWORKER', 'LEAD'])) and saved_by = (select asking('STAFF'))
    or (select asking_installation()));

alter table employer_contacts enable row level security;
create policy as_contact on employer_contacts for select
  using (exists (select from contacts k where k.id = contact_id));
create policy logging on employer_contacts for insert
  with check (exists (select from contacts k where k.id = contact_id and k.logged_by = (select asking('STAFF')) and k.kind = 'EMPLOYER'
      and k.association_id = employer_contacts.association_id)
    and asker_has_whole_contact(contact_id));
create policy changing on employer_contacts for update
  using (exists (select from contacts k where k.id = contact_id and k.logged_by = (select asking('STAFF')) and k.withdrawn_at is null));

-- What has become of a job is open as the job is.
create view whole_employments as select e.id from employments e join whole_cases w on w.case_id = e.case_id;
grant select on whole_employments to ${appRole};
create function asker_looks_at_employment(looked_at uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  looked_case constant uuid := (select e.case_id from employments e where e.id = looked_at);
begin
  return coalesce(looked_case = asker_own_case(), false) or asker_looks_at(looked_case, array['WORK']);
end
$$;
alter table employment_changes enable row level security;
create policy whole on employment_changes
  using (exists (select from whole_employments w where w.id = employment_id))
  with check (exists (select from whole_employments w where w.id = employment_id) and saved_by = (select asking('STAFF'))
    or (select asking_installation()));
create policy looked_at on employment_changes for select using (asker_looks_at_employment(employment_id));
create policy not_restricted_insert on employment_changes as restrictive for insert
  with check (cardinality((select asker_restricted())) = 0 or not exists (select from employments e
    where e.id = employment_id and e.case_id = any((select asker_restricted())::uuid[])));
create policy not_restricted_delete on employment_changes as restrictive for delete
  using (cardinality((select asker_restricted())) = 0 or not exists (select from employments e
    where e.id = employment_id and e.case_id = any((select asker_restricted())::uuid[])));
