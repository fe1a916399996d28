-- The person's rights and the end of data: restriction, retention, disposal, and what is left of a case for the statistics.

-- The person has asked that nothing is done with what is registered (GDPR art. 18): it is kept and shown, and not changed.
create table case_restrictions (
  id uuid primary key,
  association_id uuid not null,
  organisation_id uuid not null,
  case_id uuid not null,
  reason text not null check (length(trim(reason)) between 1 and 1000),
  said_on date not null,
  set_by uuid not null references staff,
  set_at timestamptz not null,
  lifted_by uuid references staff,
  lifted_at timestamptz,
  lifted_reason text not null default '' check (length(lifted_reason) <= 1000),
  foreign key (association_id, organisation_id) references organisations (association_id, id),
  foreign key (organisation_id, case_id) references cases (organisation_id, id),
  check ((lifted_at is null) = (lifted_by is null)),
  check (lifted_at is null or length(trim(lifted_reason)) > 0)
);
create unique index one_restriction_at_a_time on case_restrictions (case_id) where lifted_at is null;
create index case_restrictions_by_case on case_restrictions (case_id);
create trigger lifted_restriction_stays before update on case_restrictions
  for each row when (old.lifted_at is not null)
  execute function refuse_change('a restriction that has been lifted is never changed');
create trigger restriction_stays before delete on case_restrictions
  for each row execute function refuse_change('that a case was restricted is never forgotten');

create view restricted_cases as
  select case_id from case_restrictions
  where lifted_at is null and (association_id = (select asker_association()) or (select asking_installation()));

grant select, insert on case_restrictions to ${appRole};
grant update (lifted_by, lifted_at, lifted_reason) on case_restrictions to ${appRole};
grant select on restricted_cases to ${appRole};

-- For how long each controller keeps its cases. Without a row what the law says of its kind holds, see retention_default.
create table retention_rules (
  organisation_id uuid primary key,
  association_id uuid not null,
  years integer not null check (years between 1 and 100),
  counts_from text not null check (counts_from in ('LAST_ENTRY', 'END')),
  archive boolean not null,
  -- Of a referral that became no case, from when it was last decided or entered.
  referral_years integer not null check (referral_years between 1 and 100),
  set_by uuid not null references staff,
  set_at timestamptz not null,
  version integer not null default 1,
  foreign key (association_id, organisation_id) references organisations (association_id, id)
);
grant select, insert, update on retention_rules to ${appRole};

-- The fewest years, and those that hold until others are set: social services 5 (SoL), private social provider 2, health care 10
-- (PDL 3 kap. 17 §). Of others nothing is known: null, and nothing is disposed of until the organisation has said.
create function retention_default(kind text) returns integer language sql immutable as $$
  select case kind when 'KOMMUN' then 5 when 'OTHER' then 2 when 'REGION' then 10 end
$$;

-- A case, or a referral that became none, that is kept whatever its rule says: a trial, an inspection, a question that is not settled.
create table retention_holds (
  id uuid primary key,
  association_id uuid not null,
  organisation_id uuid not null,
  case_id uuid,
  referral_id uuid,
  reason text not null check (length(trim(reason)) between 1 and 1000),
  -- Set by number, by an administrator, who sees no case; others read what a lead has written.
  by_administrator boolean not null default false,
  set_by uuid not null references staff,
  set_at timestamptz not null,
  lifted_by uuid references staff,
  lifted_at timestamptz,
  foreign key (association_id, organisation_id) references organisations (association_id, id),
  foreign key (organisation_id, case_id) references cases (organisation_id, id),
  foreign key (organisation_id, referral_id) references referrals (organisation_id, id),
  check (num_nonnulls(case_id, referral_id) = 1),
  check ((lifted_at is null) = (lifted_by is null))
);
create unique index one_hold_at_a_time on retention_holds (case_id) where lifted_at is null;
create unique index one_hold_at_a_time_on_referral on retention_holds (referral_id) where lifted_at is null;
create index retention_holds_by_case on retention_holds (case_id);
create index retention_holds_by_referral on retention_holds (referral_id) where referral_id is not null;
create trigger lifted_hold_stays before update on retention_holds
  for each row when (old.lifted_at is not null)
  execute function refuse_change('a hold that has been lifted is never changed');
create trigger hold_stays before delete on retention_holds
  for each row execute function refuse_change('that a case was held is never forgotten');
grant select, insert on retention_holds to ${appRole};
grant update (lifted_by, lifted_at) on retention_holds to ${appRole};

-- A list of cases, or of referrals that became none, that an organisation's administrator has approved for disposal, with the rule
-- as it was then. It stays as the receipt: nothing in it is about a person.
create table disposals (
  id uuid primary key,
  association_id uuid not null,
  organisation_id uuid not null,
  what text not null check (what in ('CASES', 'REFERRALS')),
  years integer not null,
  counts_from text not null,
  archive boolean not null,
  approved_by uuid not null references staff,
  approved_at timestamptz not null,
  finished_at timestamptz,
  foreign key (association_id, organisation_id) references organisations (association_id, id)
);
create index disposals_by_organisation on disposals (organisation_id, approved_at);

-- How many of each initiative: on the list, disposed of, and kept after all (held, restricted, or written in since).
create table disposal_counts (
  disposal_id uuid not null references disposals,
  initiative_id uuid not null references initiatives,
  approved integer not null,
  disposed integer not null default 0,
  kept integer not null default 0,
  primary key (disposal_id, initiative_id),
  check (disposed >= 0 and kept >= 0 and disposed + kept <= approved)
);

-- What is still to go. A row goes with its case or referral.
create table disposal_cases (
  case_id uuid primary key references cases,
  disposal_id uuid not null references disposals
);
create index disposal_cases_by_disposal on disposal_cases (disposal_id);
create table disposal_referrals (
  referral_id uuid primary key references referrals,
  disposal_id uuid not null references disposals
);
create index disposal_referrals_by_disposal on disposal_referrals (disposal_id);
grant select, insert on disposals, disposal_counts, disposal_cases, disposal_referrals to ${appRole};
grant update (finished_at) on disposals to ${appRole};

-- What runs by itself in the room of retention. A table of its own: db-scheduler clears away what it does not know the task of.
create table scheduled_disposals (like scheduled_tasks including all);
grant select, insert, update, delete on scheduled_disposals to ${appRole};

-- When something was entered in a case, whoever did it. Looks are no entries.
create view case_entries as
  select c.id as case_id, d.at from referral_decisions d join cases c on c.referral_id = d.referral_id
  union all select case_id, at from case_changes
  union all select case_id, (coalesce(to_on, from_on) + time '12:00') at time zone 'Europe/Stockholm' from assignments
  union all select case_id, at from round_changes
  union all select r.case_id, a.saved_at from rounds r join assessments a on a.round_id = r.id
  union all select case_id, closed_at from rounds where closed_at is not null
  union all select case_id, agreed_at from agreements
  union all select g.case_id, o.told_at from agreements g join agreement_outcomes o on o.agreement_id = g.id
  union all select case_id, coalesce(withdrawn_at, registered_at) from activities
  union all select case_id, coalesce(withdrawn_at, registered_at) from employments
  union all select n.case_id, v.signed_at from notes n join note_versions v on v.note_id = n.id
  union all select n.case_id, d.recorded_at from notes n join note_dissents d on d.note_id = n.id
  union all select case_id, saved_at from note_drafts
  union all select c.id, a.recorded_at from cases c join consents q on q.participant_id = c.participant_id
    join consent_answers a on a.consent_id = q.id
  union all select case_id, coalesce(ended_at, named_at) from case_colleagues
  union all select case_id, opened_at from emergency_access
  union all select case_id, coalesce(lifted_at, set_at) from case_restrictions;

-- Ended cases, and from when on each may be disposed of. may_go_on: null where nobody has said for how long to keep.
-- as_read: changes with every entry and change, so that nothing goes that has been written in since it was read.
create view ended_cases as
  select c.id as case_id, c.association_id, c.organisation_id, c.initiative_id, c.participant_id, c.number, c.ended_on, e.last_entry_on,
    coalesce(r.years, retention_default(o.kind)) as years, coalesce(r.counts_from, 'LAST_ENTRY') as counts_from,
    coalesce(r.archive, false) as archive,
    cast(case when r.counts_from = 'END' then c.ended_on else greatest(c.ended_on, e.last_entry_on) end
      + make_interval(years => coalesce(r.years, retention_default(o.kind))) as date) as may_go_on,
    exists (select from retention_holds h where h.case_id = c.id and h.lifted_at is null) as held,
    exists (select from restricted_cases x where x.case_id = c.id) as restricted,
    concat_ws(' ', c.version, p.version, e.last_entry_at) as as_read
  from cases c
  join organisations o on o.id = c.organisation_id
  join participants p on p.id = c.participant_id
  left join retention_rules r on r.organisation_id = c.organisation_id
  cross join lateral (
    select max(e.at) as last_entry_at, cast(max(e.at) at time zone 'Europe/Stockholm' as date) as last_entry_on
    from case_entries e where e.case_id = c.id) e
  where c.state = 'ENDED';

-- The same for those who look after it: without anything of what is in a case.
create view retention_cases as
  select * from ended_cases
  where organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])) or (select asking_installation());
grant select on retention_cases to ${appRole};

-- Referrals that became no case, declined or never decided, and from when on each may be disposed of. reference: what those who see
-- no person call it by.
create view old_referrals as
  select f.id as referral_id, f.association_id, f.organisation_id, f.initiative_id, f.participant_id,
    upper(right(cast(f.id as text), 8)) as reference, f.state, f.received_on, e.last_entry_on,
    coalesce(r.referral_years, retention_default(o.kind)) as years,
    cast(e.last_entry_on + make_interval(years => coalesce(r.referral_years, retention_default(o.kind))) as date) as may_go_on,
    exists (select from retention_holds h where h.referral_id = f.id and h.lifted_at is null) as held,
    concat_ws(' ', f.version, p.version, e.last_entry_at) as as_read
  from referrals f
  join organisations o on o.id = f.organisation_id
  join participants p on p.id = f.participant_id
  left join retention_rules r on r.organisation_id = f.organisation_id
  cross join lateral (
    select x.at as last_entry_at, cast(x.at at time zone 'Europe/Stockholm' as date) as last_entry_on
    from (select greatest(f.registered_at, max(d.at)) as at from referral_decisions d where d.referral_id = f.id) x) e
  where not exists (select from cases c where c.referral_id = f.id);

create view retention_referrals as
  select * from old_referrals
  where organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])) or (select asking_installation());
grant select on retention_referrals to ${appRole};

-- What is left of a case that has been disposed of, for the statistics alone: new ids without any way back, and days made
-- coarse, each being the first of its quarter, which is as close as anything is counted.
-- open_to_leads: whether leads are told of it in exact numbers, as they are of cases that they reach.
create table kept_cases (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid not null references initiatives,
  legal_sex text not null,
  started_on date,
  ended_on date,
  caseworkers integer not null,
  open_to_leads boolean not null
);
create index kept_cases_by_initiative on kept_cases (initiative_id);

create table kept_rounds (
  id uuid primary key,
  kept_case_id uuid not null references kept_cases,
  kind text not null,
  instrument_id uuid not null references instruments,
  opens_on date not null,
  due_on date not null,
  closes_on date not null,
  closed boolean not null,
  skipped boolean not null,
  participant_sent boolean not null,
  caseworker_sent boolean not null,
  day date,
  participant_scores real[],
  caseworker_scores real[],
  imported boolean not null
);
create index kept_rounds_by_case on kept_rounds (kept_case_id);

-- Disposal is the one way in which what is never deleted goes: inside dispose_of_case, which runs as the owner of the tables and
-- says so for as long as it takes.
create function disposing(of_table oid) returns boolean language sql stable as $$
  select coalesce(current_setting('framsteg.disposing', true), '') = 'on'
    and exists (select from pg_class where oid = of_table and pg_get_userbyid(relowner) = current_user)
$$;

create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_level = 'ROW' and disposing(tg_relid) then
    return old;
  end if;
  raise exception '%', tg_argv[0];
end
$$;

create or replace function notes_are_immutable() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and disposing(tg_relid) then
    return old;
  end if;
  raise exception 'a signed note is immutable';
end
$$;

create or replace function only_imported_answers_go() returns trigger language plpgsql as $$
begin
  if not old.imported and not disposing(tg_relid) then
    raise exception 'answers are kept, unless they were imported';
  end if;
  return old;
end
$$;

-- Takes away what reviewers of the journal wrote about looks at a case, or at a person altogether. Their verdicts stay.
create function forget_review_notes(person uuid, doomed uuid) returns void language sql as $$
  update log_review_verdicts v set note = '', note_gone = true
  from log_review_rows w
  where w.participant_id = person and (w.case_id = doomed or doomed is null)
    and v.review_id = w.review_id and v.number = w.number and v.note <> ''
$$;

create function first_of_quarter(day date) returns date language sql immutable as $$
  select cast(date_trunc('quarter', day) as date)
$$;

-- Keeps what the follow-up counts of a case. The new ids of the rounds have the order that the old ones had from the latest
-- day, so that of two in one quarter the same one is the last.
create function keep_counts(doomed uuid) returns void language plpgsql as $$
declare
  kept uuid := gen_random_uuid();
begin
  insert into kept_cases (id, association_id, initiative_id, legal_sex, started_on, ended_on, caseworkers, open_to_leads)
  select kept, c.association_id, c.initiative_id, p.legal_sex, first_of_quarter(c.started_on), first_of_quarter(c.ended_on),
    (select count(distinct a.staff_id) from assignments a where a.case_id = c.id), p.protection = 'NONE'
  from cases c join participants p on p.id = c.participant_id where c.id = doomed;

  with old as (
    select r.*, p.submitted_at is not null as participant_sent, w.submitted_at is not null as caseworker_sent,
      p.scores as participant_scores, w.scores as caseworker_scores,
      cast(greatest(p.submitted_at, w.submitted_at) at time zone 'Europe/Stockholm' as date) as day
    from rounds r
    left join assessments p on p.round_id = r.id and p.respondent = 'PARTICIPANT' and p.submitted_at is not null
    left join assessments w on w.round_id = r.id and w.respondent = 'CASEWORKER' and w.submitted_at is not null
    where r.case_id = doomed),
  placed as (select o.*, row_number() over (order by o.day desc nulls last, o.id) as place from old o),
  fresh as (select f.id, row_number() over (order by f.id) as place from (select gen_random_uuid() as id from old) f)
  insert into kept_rounds (id, kept_case_id, kind, instrument_id, opens_on, due_on, closes_on, closed, skipped, participant_sent,
    caseworker_sent, day, participant_scores, caseworker_scores, imported)
  select f.id, kept, o.kind, o.instrument_id, first_of_quarter(o.opens_on), first_of_quarter(o.due_on),
    first_of_quarter(o.closes_on), o.closed_at is not null, o.skipped, o.participant_sent, o.caseworker_sent,
    first_of_quarter(o.day), o.participant_scores, o.caseworker_scores, o.import_id is not null
  from placed o join fresh f on f.place = o.place;
end
$$;

-- Writes what is left of cases anew, all of an association's at once and in the order of their random ids: so that neither the
-- transaction that wrote a row nor its place in the file tells which case it was. Until then, and in dead rows until they are vacuumed,
-- both do, to whoever has the database's files in their hands.
create function mix_kept(mixed uuid) returns void language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if not asking_installation() then
    raise exception 'what is kept is mixed by the installation alone';
  end if;
  with gone as (delete from kept_rounds r using kept_cases k where k.id = r.kept_case_id and k.association_id = mixed returning r.*)
  insert into kept_rounds select * from gone order by id;
  with gone as (delete from kept_cases where association_id = mixed returning *)
  insert into kept_cases select * from gone order by id;
end
$$;
revoke execute on function mix_kept(uuid) from public;
grant execute on function mix_kept(uuid) to ${appRole};

-- The server's own day. Nothing goes before its time, whatever an asker says that the time is.
create function server_day() returns date language sql stable as $$
  select cast(now() at time zone 'Europe/Stockholm' as date)
$$;

-- Takes a person out with the last referral, and what belongs to the person and no case.
create function forget_person(person uuid) returns void language plpgsql as $$
begin
  if exists (select from referrals f where f.participant_id = person) then
    return;
  end if;
  delete from consent_answers a using consents q where q.id = a.consent_id and q.participant_id = person;
  delete from consents where participant_id = person;
  delete from consent_papers where participant_id = person;
  delete from named_access where participant_id = person;
  perform forget_review_notes(person, null);
  delete from participants where id = person;
end
$$;

-- Takes a case out of the database with all that is registered in it, and its person with the last case. Nothing happens
-- unless its organisation has approved it, its time has come, nothing holds it, and it is as it was read; what came of it is told.
-- A table that is added later and tells of a case is added here as well: until then its foreign key refuses.
create function dispose_of_case(doomed uuid, read_as text) returns text language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  found_case ended_cases%rowtype;
  list uuid;
  person uuid;
  brought uuid;
begin
  if not asking_installation() then
    raise exception 'cases are disposed of by the installation alone';
  end if;
  -- Whoever holds, restricts or changes the case is waited for, and seen below.
  select c.participant_id, c.referral_id into person, brought from cases c where c.id = doomed for update;
  if not found then
    return 'GONE';
  end if;
  perform from participants p where p.id = person for update;
  select d.disposal_id into list from disposal_cases d
    join disposals a on a.id = d.disposal_id
    join cases c on c.id = d.case_id and c.organisation_id = a.organisation_id
    where d.case_id = doomed;
  select e.* into found_case from ended_cases e where e.case_id = doomed;
  if list is null then
    return 'NOT_APPROVED';
  end if;
  if found_case.case_id is null or found_case.held or found_case.restricted or found_case.may_go_on is null
      or found_case.may_go_on > least(asked_on(), server_day()) then
    delete from disposal_cases where case_id = doomed;
    update disposal_counts set kept = kept + 1 where disposal_id = list
      and initiative_id = (select c.initiative_id from cases c where c.id = doomed);
    return 'KEPT';
  end if;
  if found_case.as_read is distinct from read_as then
    return 'CHANGED';
  end if;

  perform set_config('framsteg.disposing', 'on', true);
  perform keep_counts(doomed);
  delete from disposal_cases where case_id = doomed;
  delete from retention_holds where case_id = doomed;
  delete from case_restrictions where case_id = doomed;
  delete from note_drafts where case_id = doomed;
  delete from note_dissents d using notes n where n.id = d.note_id and n.case_id = doomed;
  delete from note_versions v using notes n where n.id = v.note_id and n.case_id = doomed;
  delete from notes where case_id = doomed;
  delete from agreement_outcomes o using agreements a where a.id = o.agreement_id and a.case_id = doomed;
  delete from agreements where case_id = doomed;
  delete from answer_keys k using rounds r where r.id = k.round_id and r.case_id = doomed;
  delete from assessments a using rounds r where r.id = a.round_id and r.case_id = doomed;
  delete from round_changes where case_id = doomed;
  -- What a file was called may tell of anybody in it.
  update imports i set file_name = '' from rounds r where r.import_id = i.id and r.case_id = doomed and i.file_name <> '';
  delete from reminders where case_id = doomed;
  delete from reminder_choices where case_id = doomed;
  delete from reminder_stop_links where case_id = doomed;
  delete from rounds where case_id = doomed;
  delete from activities where case_id = doomed;
  delete from employments where case_id = doomed;
  delete from case_colleagues where case_id = doomed;
  if to_regclass('emergency_notices') is not null then
    delete from emergency_notices n using emergency_access e where e.id = n.emergency_id and e.case_id = doomed;
  end if;
  delete from emergency_access where case_id = doomed;
  perform forget_review_notes(person, doomed);
  delete from case_changes where case_id = doomed;
  delete from assignments where case_id = doomed;
  delete from cases where id = doomed;
  delete from referral_decisions where referral_id = brought;
  delete from retention_holds where referral_id = brought;
  delete from referrals where id = brought;
  perform forget_person(person);
  perform set_config('framsteg.disposing', 'off', true);

  update disposal_counts set disposed = disposed + 1
    where disposal_id = list and initiative_id = found_case.initiative_id;
  return 'DISPOSED';
end
$$;

-- The same of a referral that became no case. The follow-up counts none of them, so that nothing is kept but the receipt.
create function dispose_of_referral(doomed uuid, read_as text) returns text language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  old old_referrals%rowtype;
  list uuid;
  person uuid;
  of_initiative uuid;
begin
  if not asking_installation() then
    raise exception 'referrals are disposed of by the installation alone';
  end if;
  -- Whoever decides about it, and so makes a case of it, is waited for.
  select f.participant_id, f.initiative_id into person, of_initiative from referrals f where f.id = doomed for update;
  if not found then
    return 'GONE';
  end if;
  perform from participants p where p.id = person for update;
  select d.disposal_id into list from disposal_referrals d
    join disposals a on a.id = d.disposal_id
    join referrals f on f.id = d.referral_id and f.organisation_id = a.organisation_id
    where d.referral_id = doomed;
  if list is null then
    return 'NOT_APPROVED';
  end if;
  select o.* into old from old_referrals o where o.referral_id = doomed;
  if old.referral_id is null or old.held or old.may_go_on is null or old.may_go_on > least(asked_on(), server_day()) then
    delete from disposal_referrals where referral_id = doomed;
    update disposal_counts set kept = kept + 1 where disposal_id = list and initiative_id = of_initiative;
    return 'KEPT';
  end if;
  if old.as_read is distinct from read_as then
    return 'CHANGED';
  end if;

  perform set_config('framsteg.disposing', 'on', true);
  delete from disposal_referrals where referral_id = doomed;
  delete from retention_holds where referral_id = doomed;
  delete from referral_decisions where referral_id = doomed;
  delete from referrals where id = doomed;
  perform forget_person(person);
  perform set_config('framsteg.disposing', 'off', true);

  update disposal_counts set disposed = disposed + 1 where disposal_id = list and initiative_id = of_initiative;
  return 'DISPOSED';
end
$$;
revoke execute on function dispose_of_case(uuid, text), dispose_of_referral(uuid, text), keep_counts(uuid), forget_person(uuid),
  forget_review_notes(uuid, uuid) from public;
grant execute on function dispose_of_case(uuid, text), dispose_of_referral(uuid, text) to ${appRole};

-- The follow-up counts what is left of cases that are gone besides those that are there.
create or replace view follow_up_cases as
  select c.id as case_id, c.initiative_id, (select p.legal_sex from participants p where p.id = c.participant_id) as legal_sex,
    c.started_on, c.ended_on,
    (select count(distinct a.staff_id) from assignments a where a.case_id = c.id) as caseworkers
  from cases c
  where c.association_id = (select asker_association(array['LEAD', 'ASSOCIATION_OFFICER'])) or (select asking_installation())
  union all
  select k.id, k.initiative_id, k.legal_sex, k.started_on, k.ended_on, k.caseworkers
  from kept_cases k
  where k.association_id = (select asker_association(array['LEAD', 'ASSOCIATION_OFFICER'])) or (select asking_installation());

create or replace view follow_up_rounds as
  select r.id as round_id, c.id as case_id, c.initiative_id,
    (select s.legal_sex from participants s where s.id = c.participant_id) as legal_sex, r.kind, r.instrument_id, r.opens_on,
    r.due_on, r.closes_on, r.closed_at is not null as closed, r.skipped, coalesce(t.paused_on <= r.closes_on, false) as paused,
    p.submitted_at is not null as participant_sent, w.submitted_at is not null as caseworker_sent,
    cast(greatest(p.submitted_at, w.submitted_at) at time zone 'Europe/Stockholm' as date) as day,
    p.scores as participant_scores, w.scores as caseworker_scores, r.import_id is not null as imported
  from rounds r
  join cases c on c.id = r.case_id
  join case_states t on t.case_id = c.id
  left join assessments p on p.round_id = r.id and p.respondent = 'PARTICIPANT' and p.submitted_at is not null
  left join assessments w on w.round_id = r.id and w.respondent = 'CASEWORKER' and w.submitted_at is not null
  union all
  select r.id, k.id, k.initiative_id, k.legal_sex, r.kind, r.instrument_id, r.opens_on, r.due_on, r.closes_on, r.closed, r.skipped,
    false, r.participant_sent, r.caseworker_sent, r.day, r.participant_scores, r.caseworker_scores, r.imported
  from kept_rounds r
  join kept_cases k on k.id = r.kept_case_id
  where k.association_id = (select asker_association(array['LEAD', 'ASSOCIATION_OFFICER'])) or (select asking_installation());

-- Of which cases a lead is told in exact numbers: those that the lead reaches, and what is left of those that leads reached.
create view follow_up_reach as
  select case_id, staff_id from case_reach
  union all
  select k.id, l.staff_id
    from kept_cases k
    join initiatives i on i.id = k.initiative_id
    join initiative_leads l on l.initiative_id = k.initiative_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = i.owner_id
    join staff_roles r on r.staff_id = s.id and r.role = 'LEAD'
    where k.open_to_leads and (k.association_id = (select asker_association(array['LEAD', 'ASSOCIATION_OFFICER'])) or (select asking_installation()));
grant select on follow_up_reach to ${appRole};
