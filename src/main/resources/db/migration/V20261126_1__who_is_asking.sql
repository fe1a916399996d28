-- Consent as the key, and who is asking as the database knows it. The policies that rest on both are in the next migration.

-- What a person was asked: may this organisation pass this on to that one (or to somebody named), and for what? The answers
-- follow below, the last one being the one that holds. Neither a question nor an answer is ever changed.
create table consents (
  id uuid primary key,
  association_id uuid not null,
  participant_id uuid not null,
  from_organisation_id uuid not null,
  to_organisation_id uuid,
  to_other text check (to_other in ('RELATIVE', 'GUARDIAN', 'EMPLOYER', 'PROVIDER', 'OTHER')),
  to_name text not null default '' check (length(to_name) <= 200),
  purpose text not null check (length(trim(purpose)) between 1 and 1000),
  foreign key (from_organisation_id, participant_id) references participants (organisation_id, id),
  foreign key (association_id, from_organisation_id) references organisations (association_id, id),
  foreign key (association_id, to_organisation_id) references organisations (association_id, id),
  check ((to_organisation_id is null) = (to_other is not null)),
  check ((to_organisation_id is null) = (length(trim(to_name)) > 0)),
  check (to_organisation_id <> from_organisation_id)
);
create index consents_by_participant on consents (participant_id);

-- A scanned paper, as it was handed in; kept with the answers that it shows.
create table consent_papers (
  id uuid primary key,
  association_id uuid not null references associations,
  participant_id uuid not null references participants,
  media_type text not null check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  content bytea not null check (length(content) between 1 and 10485760),
  added_by uuid not null references staff,
  added_at timestamptz not null
);
create index consent_papers_by_participant on consent_papers (participant_id);

-- number: 1 for the first answer. A later YES narrows or renews, WITHDRAWN ends; a NO to begin with is an answer too.
-- recorded_by: nobody if the person did it alone, on the own page.
create table consent_answers (
  consent_id uuid not null references consents,
  number integer not null check (number >= 1),
  answer text not null check (answer in ('YES', 'NO', 'WITHDRAWN')),
  kinds text[] not null check (kinds <@ array['IDENTITY', 'ASSESSMENTS', 'PLAN', 'ACTIVITIES', 'NOTES', 'HEALTH', 'SOCIAL',
    'ECONOMY', 'WORK', 'WORKSHEETS']),
  valid_until date,
  said_on date not null,
  how text not null check (how in ('PAPER', 'E_ID', 'SPOKEN', 'OWN_PAGE')),
  spoken_reason text not null default '' check (length(spoken_reason) <= 1000),
  paper_id uuid references consent_papers,
  text_version integer,
  language text check (length(language) <= 35),
  interpreter boolean not null default false,
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  primary key (consent_id, number),
  check (answer <> 'YES' or (cardinality(kinds) > 0 and valid_until is not null and valid_until >= said_on)),
  check (answer <> 'NO' or number = 1),
  check (answer <> 'WITHDRAWN' or (number > 1 and cardinality(kinds) = 0)),
  check ((how = 'SPOKEN') = (length(trim(spoken_reason)) > 0)),
  check (how <> 'PAPER' or paper_id is not null),
  check (recorded_by is not null or how = 'OWN_PAGE')
);

create trigger consent_stays before update or delete on consents
  for each row execute function refuse_change('what was asked is never changed');
create trigger consent_answer_stays before update or delete on consent_answers
  for each row execute function refuse_change('what was answered is never changed');
create trigger consent_paper_stays before update or delete on consent_papers
  for each row execute function refuse_change('a paper is kept as it was handed in');

-- Colleagues of other organisations who are named on a case. Being named opens nothing: consent does, for their organisation.
create table case_colleagues (
  id bigint generated always as identity primary key,
  association_id uuid not null,
  case_id uuid not null references cases,
  organisation_id uuid not null,
  staff_id uuid not null,
  named_by uuid not null references staff,
  named_at timestamptz not null,
  ended_by uuid references staff,
  ended_at timestamptz,
  foreign key (association_id, staff_id) references staff (association_id, id),
  foreign key (organisation_id, staff_id) references staff (organisation_id, id),
  check ((ended_at is null) = (ended_by is null))
);
create unique index colleague_named_once on case_colleagues (case_id, staff_id) where ended_at is null;
create index case_colleagues_by_staff on case_colleagues (staff_id) where ended_at is null;
create trigger ended_colleague_stays before update on case_colleagues
  for each row when (old.ended_at is not null)
  execute function refuse_change('a naming that has ended is never changed');

-- Somebody of the case's own organisation has opened it with a reason, for an hour.
create table emergency_access (
  id uuid primary key,
  association_id uuid not null,
  organisation_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  reason text not null check (length(trim(reason)) between 1 and 1000),
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  foreign key (organisation_id, case_id) references cases (organisation_id, id),
  foreign key (organisation_id, staff_id) references staff (organisation_id, id),
  check (closes_at > opened_at and closes_at <= opened_at + interval '1 hour')
);
create index emergency_access_by_staff on emergency_access (staff_id, closes_at);
create index emergency_access_by_case on emergency_access (case_id, opened_at);
create trigger emergency_access_stays before update or delete on emergency_access
  for each row execute function refuse_change('that a case was opened in an emergency is never changed');

grant select, insert on consents, consent_answers, consent_papers, emergency_access to ${appRole};
grant select, insert on case_colleagues to ${appRole};
grant update (ended_by, ended_at) on case_colleagues to ${appRole};

-- Who is asking, and when by the program's clock: 'STAFF <id> <instant>', 'RESPONDENT <round> <instant>' or
-- 'INSTALLATION - <instant>'; set for a transaction by the program's guard. Nothing set: nobody, who sees nothing.
create function asking(kind text) returns uuid language sql stable as $$
  select case when split_part(current_setting('framsteg.asking', true), ' ', 1) = kind
    then cast(split_part(current_setting('framsteg.asking', true), ' ', 2) as uuid) end
$$;

create function asking_installation() returns boolean language sql stable as $$
  select coalesce(split_part(current_setting('framsteg.asking', true), ' ', 1) = 'INSTALLATION', false)
$$;

create function asked_at() returns timestamptz language sql stable as $$
  select cast(nullif(split_part(current_setting('framsteg.asking', true), ' ', 3), '') as timestamptz)
$$;

create function asked_on() returns date language sql stable as $$
  select cast(asked_at() at time zone 'Europe/Stockholm' as date)
$$;

-- Each of the following is asked once in a statement, by a scalar subquery, and looks up what the asker has by indexes. They
-- run as the owner, since what they read is closed to the asker. None gathers all cases that somebody has: a page about one case
-- would pay for all the others.

-- The asker's association, for anybody who works in it or takes part.
create function asker_association() returns uuid language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return coalesce(
    (select s.association_id from staff s where s.id = asking('STAFF') and s.active),
    (select r.association_id from rounds r where r.id = asking('RESPONDENT')));
end
$$;

-- The association in which the asker works in one of these roles.
create function asker_association(roles text[]) returns uuid language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return (select s.association_id from staff s where s.id = asking('STAFF') and s.active
    and exists (select from staff_roles r where r.staff_id = s.id and r.role = any(roles)));
end
$$;

-- The asker's organisation, if the asker has one of these roles in it.
create function asker_organisation(roles text[]) returns uuid language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return (select s.organisation_id from staff s where s.id = asking('STAFF') and s.active
    and exists (select from staff_roles r where r.staff_id = s.id and r.role = any(roles)));
end
$$;

-- The asker, if cases can be assigned to them.
create function asker_caseworker() returns uuid language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return (select s.id from staff s where s.id = asking('STAFF') and s.active
    and exists (select from staff_roles r where r.staff_id = s.id and r.role = 'CASEWORKER'));
end
$$;

-- Cases that are assigned to the asker.
create view assigned_cases as
  select a.case_id from assignments a where a.staff_id = (select asker_caseworker()) and a.to_on is null;
grant select on assigned_cases to ${appRole};

-- Initiatives of the asker's own organisation that the asker leads.
create function asker_leads() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  me constant uuid := asking('STAFF');
begin
  if me is null then
    return '{}';
  end if;
  return array(select l.initiative_id from initiative_leads l
    join initiatives i on i.id = l.initiative_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = i.owner_id
    join staff_roles r on r.staff_id = s.id and r.role = 'LEAD'
    where l.staff_id = me);
end
$$;

-- Persons with protected identity in the asker's organisation for whom the asker is not named: not even a lead knows of them.
create function asker_hidden() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  me constant uuid := asking('STAFF');
begin
  if me is null then
    return '{}';
  end if;
  return array(select p.id from participants p
    join staff s on s.id = me and s.organisation_id = p.organisation_id
    where p.protection <> 'NONE'
      and not exists (select from named_access n where n.participant_id = p.id and n.staff_id = s.id));
end
$$;
create index participants_protected on participants (organisation_id) where protection <> 'NONE';

-- Cases that the asker has opened in an emergency, and that have not closed again.
create function asker_emergencies() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  me constant uuid := asking('STAFF');
begin
  if me is null then
    return '{}';
  end if;
  return array(select e.case_id from emergency_access e
    join staff s on s.id = e.staff_id and s.active
    join cases c on c.id = e.case_id
    join participants p on p.id = c.participant_id and p.protection = 'NONE'
    where e.staff_id = me and e.opened_at <= asked_at() and e.closes_at > asked_at()
      and exists (select from staff_roles r where r.staff_id = s.id and r.role in ('CASEWORKER', 'LEAD')));
end
$$;

-- Cases of other organisations on which the asker is named, with what a valid yes opens there today for the asker's
-- organisation, what for and until when: whoever receives what is shared is told as well as the person. A case that has ended is
-- open to its own organisation alone.
-- since: when it was opened to the asker, by the yes or by the naming, whichever came last.
create view opened_by_consent as
  select n.case_id, n.staff_id, c.participant_id, k.kind, q.purpose, a.valid_until,
    greatest(n.named_at, (select f.recorded_at from consent_answers f where f.consent_id = q.id and f.number = 1)) as since
    from case_colleagues n
    join staff s on s.id = n.staff_id and s.active
    join cases c on c.id = n.case_id and c.state <> 'ENDED' and c.organisation_id <> s.organisation_id
    join consents q on q.participant_id = c.participant_id and q.from_organisation_id = c.organisation_id
      and q.to_organisation_id = s.organisation_id
    cross join lateral (select a.* from consent_answers a where a.consent_id = q.id order by a.number desc limit 1) a
    cross join lateral unnest(a.kinds) as k(kind)
    where n.staff_id = (select asking('STAFF'))
      and n.ended_at is null and a.answer = 'YES' and a.said_on <= (select asked_on()) and a.valid_until >= (select asked_on())
      and exists (select from staff_roles r where r.staff_id = s.id and r.role in ('CASEWORKER', 'TEAM_MEMBER', 'LEAD'));

grant select on opened_by_consent to ${appRole};

-- The case that the asking participant takes part in, and who that is.
create function asker_own_case() returns uuid language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return (select r.case_id from rounds r where r.id = asking('RESPONDENT'));
end
$$;

create function asker_own_person() returns uuid language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return (select c.participant_id from rounds r join cases c on c.id = r.case_id where r.id = asking('RESPONDENT'));
end
$$;

-- What somebody looks at who does not have the case. The policies ask these of a row that nothing else has opened: functions, so that
-- a statement of somebody who has the case need not even prepare for them.

-- Something of a case: what was opened in an emergency, and what a consent opens of one of these kinds.
create function asker_looks_at(looked_case uuid, kinds text[]) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return exists (select from opened_by_consent o where o.case_id = looked_case and o.kind = any(kinds))
    or looked_case = any(asker_emergencies());
end
$$;

-- A person one of whose cases the asker has opened in an emergency.
create function asker_helps(person uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return exists (select from cases c where c.participant_id = person and c.id = any(asker_emergencies()));
end
$$;

-- A referral that became a case which the asker takes part in or has opened in an emergency.
create function asker_looks_at_referral(referral uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return exists (select from cases c where c.referral_id = referral
    and (c.id = asker_own_case() or c.id = any(asker_emergencies())));
end
$$;
