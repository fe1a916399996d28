-- What a coach logs of the day: contacts with a person or about persons, and time that is about nobody. No free words: what was said
-- belongs in a note, and a contact about several persons is read by those who reach only one of them.
create table contacts (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid not null references initiatives,
  logged_by uuid not null references staff,
  day date not null,
  kind text not null check (kind in ('WITH_PERSON', 'HEALTH_CARE', 'FK', 'AF', 'KOMMUN', 'EMPLOYER', 'RELATIVE', 'OTHER_PARTY',
    'TEAM_MEETING', 'UNIT_MEETING', 'TRAVEL', 'DOCUMENTATION', 'OTHER_WORK')),
  place text check (place in ('COMMUNITY', 'OFFICE', 'HOME', 'PHONE', 'VIDEO')),
  minutes integer not null check (minutes between 1 and 600),
  phase text not null check (phase in ('INTAKE', 'ENGAGEMENT', 'ASSESSMENT', 'PLACEMENT', 'COACHING', 'FOLLOW_ALONG', 'SEVERAL',
    'OTHER_SERVICES')),
  -- The person did not come or did not answer: a try, which took time.
  missed boolean not null,
  took_part text[] not null check (took_part <@ array['HEALTH_CARE', 'FK', 'AF', 'KOMMUN', 'EMPLOYER', 'RELATIVE', 'COLLEAGUE', 'OTHER']),
  -- How many persons it was about: the minutes are for the whole meeting, and each has an equal part of them.
  persons integer not null check (persons between 0 and 30),
  logged_at timestamptz not null,
  saved_at timestamptz not null,
  withdrawn_by uuid references staff,
  withdrawn_at timestamptz,
  withdrawn_reason text check (withdrawn_reason in ('TWICE', 'NOT_SO', 'WRONG_PERSON', 'OTHER')),
  version integer not null default 0,
  unique (id, initiative_id),
  check ((kind = 'TRAVEL') = (place is null)),
  check (not missed or kind = 'WITH_PERSON'),
  check (persons > 0 or kind not in ('WITH_PERSON', 'RELATIVE')),
  check (persons = 0 or kind not in ('TEAM_MEETING', 'UNIT_MEETING', 'TRAVEL', 'DOCUMENTATION', 'OTHER_WORK')),
  check ((withdrawn_at is null) = (withdrawn_by is null) and (withdrawn_at is null) = (withdrawn_reason is null))
);
create index contacts_by_staff on contacts (logged_by, day);
create index contacts_by_initiative on contacts (initiative_id, day);
create trigger withdrawn_contact_stays before update on contacts
  for each row when (old.withdrawn_at is not null)
  execute function refuse_change('what has been withdrawn is never changed');

-- Whom a contact was about: a row for each, so that a reader who reaches one of them sees that one alone.
alter table cases add unique (id, initiative_id);
create table contact_persons (
  contact_id uuid not null,
  association_id uuid not null references associations,
  initiative_id uuid not null,
  case_id uuid not null,
  primary key (contact_id, case_id),
  foreign key (contact_id, initiative_id) references contacts (id, initiative_id) on delete cascade,
  foreign key (case_id, initiative_id) references cases (id, initiative_id) on delete cascade
);
create index contact_persons_by_case on contact_persons (case_id);

-- What was about persons goes with the last of them.
create function forget_contact() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  delete from contacts c where c.id = old.contact_id
    and not exists (select from contact_persons p where p.contact_id = c.id);
  return null;
end
$$;
create trigger contact_goes_with_its_persons after delete on contact_persons
  for each row execute function forget_contact();

grant select, insert on contacts, contact_persons to ${appRole};
grant update (day, kind, place, minutes, phase, missed, took_part, saved_at, withdrawn_by, withdrawn_at, withdrawn_reason, version)
  on contacts to ${appRole};

-- Contacts about a person who is whole to the asker.
create view whole_contacts as
  select p.contact_id as id from contact_persons p join whole_cases w on w.case_id = p.case_id;
grant select on whole_contacts to ${appRole};

-- Whether the asker looks at one of the persons, in an emergency or as the person. No consent opens contacts.
create function asker_looks_at_contact(looked_at uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return exists (select from contact_persons p where p.contact_id = looked_at
    and (p.case_id = asker_own_case() or p.case_id = any(asker_emergencies())));
end
$$;

-- Whether the contact may be changed as far as its persons go: each is whole to the asker, and none restricted.
create function asker_has_whole_contact(changed uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return not exists (select from contact_persons p where p.contact_id = changed
    and (p.case_id = any(asker_restricted()) or not exists (select from whole_cases w where w.case_id = p.case_id)));
end
$$;

alter table contacts enable row level security;
create policy whole on contacts for select using (exists (select from whole_contacts w where w.id = contacts.id));
create policy own_log on contacts for select using (logged_by = (select asking('STAFF')));
-- Time that is about nobody, for those who lead the work.
create policy led on contacts for select
  using (persons = 0 and (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation())));
create policy looked_at on contacts for select using (persons > 0 and asker_looks_at_contact(id));
create policy logging on contacts for insert
  with check (logged_by = (select asking('STAFF')) and withdrawn_by is null
    and exists (select from initiatives i where i.id = initiative_id and i.association_id = contacts.association_id
      and i.owner_id = (select asker_organisation(array['CASEWORKER', 'LEAD']))));
create policy changing on contacts for update
  using ((logged_by = (select asking('STAFF')) or persons > 0) and asker_has_whole_contact(id))
  with check (withdrawn_by is null or withdrawn_by = (select asking('STAFF')));

-- What was done is told by whoever did it; others who have the case can only take back what was wrong.
create function contact_told_by_its_own() returns trigger language plpgsql as $$
begin
  raise exception 'a contact is changed by whoever logged it' using errcode = 'insufficient_privilege';
end
$$;
create trigger contact_told_by_its_own before update of day, kind, place, minutes, phase, missed, took_part on contacts
  for each row when (old.logged_by is distinct from asking('STAFF'))
  execute function contact_told_by_its_own();

alter table contact_persons enable row level security;
create policy whole on contact_persons for select
  using (exists (select from whole_cases w where w.case_id = contact_persons.case_id));
create policy logging on contact_persons for insert
  with check (exists (select from whole_cases w where w.case_id = contact_persons.case_id)
    and exists (select from contacts c where c.id = contact_id and c.logged_by = (select asking('STAFF'))));
create policy looked_at on contact_persons for select using (asker_looks_at(case_id, '{}'));
create policy own on contact_persons for select using (case_id = (select asker_own_case()));
create policy not_restricted_insert on contact_persons as restrictive for insert
  with check (case_id <> all((select asker_restricted())::uuid[]));
