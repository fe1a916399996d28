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

-- The other registrations of the same person in the organisation.
create function registered_alike(person uuid) returns setof participants language sql stable as $$
  select o.* from participants self
  join participants o on o.organisation_id = self.organisation_id and o.identity_number = self.identity_number
    and o.identity_region is not distinct from self.identity_region
  where self.id = person and o.id <> self.id
$$;

-- Keeps out whoever has nothing to do with the person: protection is no question that can be put about anybody. Leads of the person's
-- initiative have to do with them, named or not: who gives protection may close the door behind them.
create function require_dealing_with(person uuid) returns void language plpgsql stable as $$
begin
  if not asking_installation() and not exists (select from referrals f
      left join cases c on c.referral_id = f.id
      where f.participant_id = person
        and (f.initiative_id = any(asker_leads()) or exists (select from assigned_cases a where a.case_id = c.id)
          or f.registered_by = asking('STAFF') and f.state in ('RECEIVED', 'WAITING')
            and f.organisation_id = asker_organisation(array['CASEWORKER', 'LEAD']))) then
    raise exception 'whoever is asking has nothing to do with this person';
  end if;
end
$$;

-- Sees to it that somebody who leads an initiative of a protected person's may know of them, so that there is somebody to decide
-- and to give the case to a caseworker: who is named for the same person elsewhere, and if that is nobody, all who lead it.
create function name_somebody(person uuid) returns void language sql as $$
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
    select a.* from alone a where exists (select from registered_alike(person) o
      join named_access n on n.participant_id = o.id and n.staff_id = a.staff_id))
  insert into named_access (organisation_id, participant_id, staff_id, named_at)
  select distinct p.organisation_id, p.id, chosen.staff_id, asked_at()
  from (select staff_id from known
    union select a.staff_id from alone a where not exists (select from known k where k.initiative_id = a.initiative_id)) chosen
  join participants p on p.id = person
  on conflict do nothing
$$;

-- Colleagues of other organisations who were named before the person was protected are named anew, or no longer.
create function end_colleagues(person uuid) returns void language sql as $$
  update case_colleagues n set ended_by = asking('STAFF'), ended_at = asked_at()
  from cases c where c.id = n.case_id and c.participant_id = person and n.ended_at is null
$$;

-- Tells in the journal of a registration that protection came to it from another, or that another asked for what it has.
create function journal_alike(person uuid) returns void language sql as $$
  insert into journal (at, actor_kind, actor_id, actor_organisation_id, association_id, action, subject_kind, subject_id, case_id,
    participant_id)
  select asked_at(), 'STAFF', s.id, s.organisation_id, f.association_id, 'PROTECT_ALIKE',
    case when c.id is null then 'referral' else 'case' end, coalesce(c.id, f.id), c.id, f.participant_id
  from referrals f left join cases c on c.referral_id = f.id
  join staff s on s.id = asking('STAFF')
  where f.participant_id = person
$$;

-- A person who is registered once more is protected as they are elsewhere in the organisation. Nothing is answered: whoever
-- registers is told nothing of the other registration, in whose journal it stands that they did.
create function inherit_protection(person uuid) returns void language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  chosen constant text := (select p.protection from participants p where p.id = person);
begin
  perform require_dealing_with(person);
  update participants p
    set protection_chosen = p.protection, protection = strongest.protection,
      address = case when strongest.protection = 'PROTECTED_REGISTRATION' then '' else p.address end
  from (select o.protection from registered_alike(person) o order by protection_rank(o.protection) desc limit 1) strongest
  where p.id = person and protection_rank(strongest.protection) > protection_rank(p.protection);
  if found then
    perform name_somebody(person);
    if chosen = 'NONE' then
      perform end_colleagues(person);
    end if;
    perform journal_alike(person);
    perform journal_alike(o.id) from registered_alike(person) o where o.protection <> 'NONE';
  end if;
end
$$;

-- When one registration of a person is protected more, so are the person's others in the organisation, and the journal of each
-- tells who did it.
create function spread_protection(person uuid) returns void language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  stronger constant text := (select p.protection from participants p where p.id = person);
  other record;
begin
  perform require_dealing_with(person);
  for other in
    select o.id, o.protection from registered_alike(person) o where protection_rank(o.protection) < protection_rank(stronger)
  loop
    update participants p set protection = stronger, version = p.version + 1,
        address = case when stronger = 'PROTECTED_REGISTRATION' then '' else p.address end
      where p.id = other.id;
    perform name_somebody(other.id);
    if other.protection = 'NONE' then
      perform end_colleagues(other.id);
    end if;
    perform journal_alike(other.id);
  end loop;
end
$$;
revoke execute on function registered_alike(uuid), require_dealing_with(uuid), name_somebody(uuid), end_colleagues(uuid),
  journal_alike(uuid), inherit_protection(uuid), spread_protection(uuid) from public;
grant execute on function inherit_protection(uuid), spread_protection(uuid) to ${appRole};
