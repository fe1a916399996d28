-- What came of a contact with an employer, and what is next.
alter table employer_contacts
  add column workplace_id uuid,
  add column outcome text check (outcome in ('INTRODUCED', 'LEARNT_NEEDS', 'ASKED_MEETING', 'VISIT_PLANNED', 'ASKED_OPENING',
    'ANSWERED_ADVERT', 'OFFERED', 'NO_FOR_NOW', 'NO_ANSWER', 'OTHER')),
  add column next_step text not null default '' check (length(next_step) <= 200),
  add column next_on date,
  add column next_done_on date,
  add foreign key (association_id, workplace_id) references employer_workplaces (association_id, id),
  add check (next_on is null or length(trim(next_step)) > 0),
  add check (next_done_on is null or length(trim(next_step)) > 0);
grant update (workplace_id, outcome, next_step, next_on, next_done_on) on employer_contacts to ${appRole};

-- Changed as the contact is: by whoever has everybody whom it is still about.
create policy whole_update on employer_contacts as restrictive for update using (asker_has_whole_contact(contact_id));

-- Whether it matches what a person wants is told of contacts about somebody alone.
create function employer_contact_fits() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if exists (select from contacts k where k.id = new.contact_id and k.persons = 0) then
    raise exception 'a contact that is about nobody matches nobody' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger employer_contact_fits before insert or update of matches on employer_contacts
  for each row when (new.matches is not null) execute function employer_contact_fits();

-- What is told of an employer is told of a contact with an employer.
create function employer_contact_stays_one() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if exists (select from employer_contacts x where x.contact_id = new.id) then
    raise exception 'a contact with an employer of the register stays one' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger employer_contact_stays_one before update of kind on contacts
  for each row when (new.kind <> 'EMPLOYER' and old.kind = 'EMPLOYER') execute function employer_contact_stays_one();

-- The contacts of all coaches with an employer, and nothing of whom they were about nor of whether they were about anybody: no id of the
-- contact, no minutes, no phase. Of two years: the law keeps what is about a person longer, so that none disappears from here because
-- a case was disposed of, and what is left would be about nobody.
create view employer_history as
  select x.association_id, x.employer_id, x.workplace_id, k.day, k.logged_at, k.logged_by, k.place, x.outcome, x.next_step, x.next_on,
    x.next_done_on is not null as next_done
  from employer_contacts x join contacts k on k.id = x.contact_id
  where k.withdrawn_at is null and k.day > (select asked_on()) - interval '2 years'
    and (x.association_id = (select asker_association(array['CASEWORKER', 'LEAD'])) or (select asking_installation()))
    -- What is about people with protected identity alone is told to whoever logged it: else a lead who is not named for them, and who
    -- counts the unit's contacts, would find that there is more here.
    and (k.persons = 0 or k.logged_by = (select asking('STAFF')) or exists (select from contact_persons p
      join cases c on c.id = p.case_id join participants q on q.id = c.participant_id
      where p.contact_id = k.id and q.protection = 'NONE'));
grant select on employer_history to ${appRole};

-- The person is told the names of employers with whom contacts about them have been taken, and at whom they work; so is whoever looks
-- at that.
create function asker_told_of_employer(told uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return exists (select from employer_contacts x join contact_persons p on p.contact_id = x.contact_id
      where x.employer_id = told and (p.case_id = asker_own_case() or p.case_id = any(asker_emergencies())))
    or exists (select from employments m
      where m.employer_id = told and (m.case_id = asker_own_case() or asker_looks_at(m.case_id, array['WORK'])));
end
$$;
create policy met on employers for select using (asker_told_of_employer(id));
