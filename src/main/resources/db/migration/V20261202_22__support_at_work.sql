-- Support at work: what has been agreed on about it, and whether the person wants to be asked how it goes. Then what is told of money and
-- what an employer may be told. No consent opens any of it: nobody has said yes to that.
alter table employments add unique (id, case_id);

-- What was agreed on is never changed: to agree on something else is a new version.
create table support_plans (
  employment_id uuid not null,
  number integer not null check (number > 0),
  association_id uuid not null references associations,
  case_id uuid not null references cases on delete cascade,
  with_person text not null default '' check (length(with_person) <= 4000),
  with_employer text not null default '' check (length(with_employer) <= 4000),
  given_by text not null default '' check (length(given_by) <= 200),
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  primary key (employment_id, number),
  foreign key (employment_id, case_id) references employments (id, case_id) on delete cascade,
  check (length(trim(with_person)) + length(trim(with_employer)) > 0)
);
create index support_plans_by_case on support_plans (case_id);

-- From that day on the person wants to be asked how it goes, or does not want it. Until something is said it is wanted.
create table support_wishes (
  employment_id uuid not null,
  number integer not null check (number > 0),
  association_id uuid not null references associations,
  case_id uuid not null references cases on delete cascade,
  said_on date not null,
  wanted boolean not null,
  words text not null default '' check (length(words) <= 1000),
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null,
  primary key (employment_id, number),
  foreign key (employment_id, case_id) references employments (id, case_id) on delete cascade
);
create index support_wishes_by_case on support_wishes (case_id);

-- What somebody has told the person about money when work begins or changes.
create table benefit_counsellings (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases on delete cascade,
  held_on date not null,
  given_by text not null check (given_by in ('SPECIALIST', 'COACH', 'AUTHORITY', 'OTHER')),
  occasion text not null check (occasion in ('BEFORE_START', 'AT_CHANGE', 'REPORTING', 'GENERAL')),
  about text[] not null check (about <@ array['SJUKPENNING', 'AKTIVITETSERSATTNING', 'SJUKERSATTNING', 'FORSORJNINGSSTOD',
    'AKTIVITETSSTOD', 'A_KASSA', 'BOSTADSBIDRAG', 'STUDIESTOD', 'DEBTS', 'OTHER']),
  words text not null default '' check (length(words) <= 1000),
  registered_by uuid not null references staff,
  registered_at timestamptz not null,
  withdrawn_by uuid references staff,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '' check (length(withdrawn_reason) <= 1000),
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (withdrawn_at is null or length(trim(withdrawn_reason)) > 0)
);
create index benefit_counsellings_by_case on benefit_counsellings (case_id, held_on);

-- What the person has decided that employers may be told: of one job, or of all.
create table disclosure_talks (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases on delete cascade,
  employment_id uuid,
  held_on date not null,
  pros_and_cons boolean not null,
  decision text not null check (decision in ('ALL', 'SOME', 'NO', 'LATER')),
  may_tell text not null default '' check (length(may_tell) <= 1000),
  registered_by uuid not null references staff,
  registered_at timestamptz not null,
  withdrawn_by uuid references staff,
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '' check (length(withdrawn_reason) <= 1000),
  foreign key (employment_id, case_id) references employments (id, case_id) on delete cascade,
  check ((withdrawn_at is null) = (withdrawn_by is null)),
  check (withdrawn_at is null or length(trim(withdrawn_reason)) > 0),
  check (decision <> 'SOME' or length(trim(may_tell)) > 0),
  check (decision in ('ALL', 'SOME') or may_tell = '')
);
create index disclosure_talks_by_case on disclosure_talks (case_id, held_on);

create trigger version_stays before update on support_plans
  for each row execute function refuse_change('what was agreed on stays as it was written');
create trigger wish_stays before update on support_wishes
  for each row execute function refuse_change('what was said stays as it was written');
create trigger withdrawn_stays before update on benefit_counsellings
  for each row when (old.withdrawn_at is not null) execute function refuse_change('what was withdrawn stays so');
create trigger withdrawn_stays before update on disclosure_talks
  for each row when (old.withdrawn_at is not null) execute function refuse_change('what was withdrawn stays so');

grant select, insert on support_plans, support_wishes, benefit_counsellings, disclosure_talks to ${appRole};
grant update (withdrawn_by, withdrawn_at, withdrawn_reason) on benefit_counsellings, disclosure_talks to ${appRole};

create function guard_support(guarded text, written_by text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', guarded);
  execute format('create policy whole on %1$I
    using (exists (select from whole_cases w where w.case_id = %1$I.case_id))
    with check (exists (select from whole_cases w where w.case_id = %1$I.case_id))', guarded);
  execute format('create policy looked_at on %I for select using (asker_looks_at(case_id, ''{}''))', guarded);
  execute format('create policy own on %I for select using (case_id = (select asker_own_case()))', guarded);
  execute format('create policy not_restricted_insert on %I as restrictive for insert
    with check (case_id <> all((select asker_restricted())::uuid[]))', guarded);
  execute format('create policy not_restricted_update on %I as restrictive for update using (true)
    with check (case_id <> all((select asker_restricted())::uuid[]))', guarded);
  execute format('create policy own_name_insert on %1$I as restrictive for insert
    with check (%2$I = (select asking(''STAFF'')))', guarded, written_by);
end
$$;
select guard_support('support_plans', 'saved_by');
select guard_support('support_wishes', 'recorded_by');
select guard_support('benefit_counsellings', 'registered_by');
select guard_support('disclosure_talks', 'registered_by');
drop function guard_support(text, text);

-- Nobody is named as having withdrawn what somebody else did.
create policy own_name_withdrawal on benefit_counsellings as restrictive for update using (true)
  with check (withdrawn_by = (select asking('STAFF')));
create policy own_name_withdrawal on disclosure_talks as restrictive for update using (true)
  with check (withdrawn_by = (select asking('STAFF')));
