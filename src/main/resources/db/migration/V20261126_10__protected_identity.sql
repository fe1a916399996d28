-- Emergency access: whom it is told to, and who has taken note.

-- A case of the asker's own organisation by its exact number or the exact identity number of the person, whether the asker
-- reaches it or not: what a door that opens in an emergency needs to know. Of somebody who has several cases, the latest that goes
-- on. Whoever is protected anywhere in the organisation is not found: there a lead who is named is asked.
create function emergency_case(wanted_number text, wanted_identity text) returns uuid language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  own uuid := asker_organisation(array['CASEWORKER', 'LEAD']);
begin
  return (
    with found as (
      select c.id from cases c where c.association_id = asker_association() and c.number = wanted_number
      union
      select c.id from participants p join cases c on c.participant_id = p.id
        where p.organisation_id = own and p.identity_number = wanted_identity)
    select c.id from found f join cases c on c.id = f.id join participants p on p.id = c.participant_id
      where c.organisation_id = own and p.protection = 'NONE'
        and not exists (select from participants o where o.organisation_id = p.organisation_id
          and o.identity_number = p.identity_number and o.identity_region is not distinct from p.identity_region
          and o.protection <> 'NONE')
      order by c.state = 'ENDED', c.accepted_on desc, c.number desc limit 1);
end
$$;
revoke execute on function emergency_case(text, text) from public;
grant execute on function emergency_case(text, text) to ${appRole};

-- Who has taken note of an emergency: a lead of the case's initiative, its caseworker, and the organisation's administrator. Never
-- the one who opened it.
create table emergency_notices (
  emergency_id uuid not null references emergency_access,
  taken_as text not null check (taken_as in ('LEAD', 'CASEWORKER', 'REVIEWER')),
  taken_by uuid not null references staff,
  taken_at timestamptz not null,
  primary key (emergency_id, taken_as)
);
create trigger emergency_notice_stays before update or delete on emergency_notices
  for each row execute function refuse_change('that an emergency has been taken note of is never changed');
grant select, insert on emergency_notices to ${appRole};

alter table emergency_notices enable row level security;
create policy of_emergency on emergency_notices
  using (exists (select from emergency_access e where e.id = emergency_notices.emergency_id))
  with check (taken_by = (select asking('STAFF'))
    and exists (select from emergency_access e where e.id = emergency_notices.emergency_id and e.staff_id <> taken_by));

-- Protected identity.

-- "Named only": nobody but those who are named may know, and no mark tells so anywhere.
alter table participants
  drop constraint participants_protection_check,
  add constraint participants_protection_check
    check (protection in ('NONE', 'NAMED_ONLY', 'CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION')),
  -- What whoever registered the person chose, where the person inherited more than that from another registration.
  add column protection_chosen text check (protection_chosen in ('NONE', 'NAMED_ONLY', 'CONFIDENTIALITY_MARKING'));

create function protection_rank(protection text) returns integer language sql immutable as $$
  select array_position(array['NONE', 'NAMED_ONLY', 'CONFIDENTIALITY_MARKING', 'PROTECTED_REGISTRATION'], protection)
$$;

-- Sees to it that somebody who leads an initiative of a protected person's may know of them, so that there is somebody to decide
-- and to give the case to a caseworker: who is named for the same person elsewhere, and if that is nobody, all who lead it.
create function name_somebody(person uuid, at timestamptz) returns void language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  with leads as (
    select distinct f.initiative_id, l.staff_id
    from referrals f
    join initiative_leads l on l.initiative_id = f.initiative_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = f.organisation_id
    join staff_roles r on r.staff_id = s.id and r.role = 'LEAD'
    where f.participant_id = person),
  alone as (
    select l.* from leads l where not exists (select from leads o
      join named_access n on n.participant_id = person and n.staff_id = o.staff_id where o.initiative_id = l.initiative_id)),
  known as (
    select a.* from alone a where exists (select from participants p
      join participants o on o.organisation_id = p.organisation_id and o.identity_number = p.identity_number
        and o.identity_region is not distinct from p.identity_region
      join named_access n on n.participant_id = o.id and n.staff_id = a.staff_id
      where p.id = person))
  insert into named_access (organisation_id, participant_id, staff_id, named_at)
  select distinct p.organisation_id, p.id, chosen.staff_id, at
  from (select staff_id from known
    union select a.staff_id from alone a where not exists (select from known k where k.initiative_id = a.initiative_id)) chosen
  join participants p on p.id = person
  on conflict do nothing;
end
$$;

-- A person who is registered once more is protected as they are elsewhere in the organisation. Nothing is answered: whoever
-- registers is told nothing of the other registration.
create function inherit_protection(person uuid, at timestamptz) returns void language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  update participants p
    set protection_chosen = p.protection, protection = strongest.protection,
      address = case when strongest.protection = 'PROTECTED_REGISTRATION' then '' else p.address end
  from (select o.protection from participants o join participants self on self.id = person
      where o.id <> self.id and o.organisation_id = self.organisation_id and o.identity_number = self.identity_number
        and o.identity_region is not distinct from self.identity_region
      order by protection_rank(o.protection) desc limit 1) strongest
  where p.id = person and protection_rank(strongest.protection) > protection_rank(p.protection);
  if found then
    perform name_somebody(person, at);
  end if;
end
$$;

-- When one registration of a person is protected more, so are the person's others in the organisation.
create function spread_protection(person uuid, at timestamptz) returns void language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  other uuid;
begin
  for other in
    update participants o set protection = self.protection, version = o.version + 1,
      address = case when self.protection = 'PROTECTED_REGISTRATION' then '' else o.address end
    from participants self
    where self.id = person and o.id <> self.id and o.organisation_id = self.organisation_id
      and o.identity_number = self.identity_number and o.identity_region is not distinct from self.identity_region
      and protection_rank(o.protection) < protection_rank(self.protection)
    returning o.id
  loop
    perform name_somebody(other, at);
  end loop;
end
$$;
revoke execute on function name_somebody(uuid, timestamptz), inherit_protection(uuid, timestamptz),
  spread_protection(uuid, timestamptz) from public;
grant execute on function inherit_protection(uuid, timestamptz), spread_protection(uuid, timestamptz) to ${appRole};
