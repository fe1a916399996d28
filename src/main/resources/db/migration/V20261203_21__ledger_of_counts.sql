-- The ledger of counts: what those are told who may not see persons. It is only added to. docs/adr/0020 says why nothing in it, and no sum or
-- difference of what is in it, tells of few.

-- Which of the parties a referral came from; of one by the person alone, and of older ones, none.
alter table referrals
  add column party text check (party in ('FK', 'AF', 'KOMMUN', 'REGION', 'OTHER')),
  add constraint party_of_those_who_refer check (source <> 'PERSON' or party is null);

-- A day up to which an initiative's ledger has been closed; and of which universes nothing could be told then though there may be something.
create table ledger_days (
  association_id uuid not null,
  initiative_id uuid not null,
  day date not null,
  waiting text[] not null check (waiting <@ array['STARTED', 'ENDED', 'NOT_STARTED']),
  closed_at timestamptz not null,
  primary key (initiative_id, day),
  foreign key (association_id, initiative_id) references initiatives (association_id, id)
);

-- Who has been counted, in which block and as which sex: so that nobody is counted twice, and that what is known later is told of the same
-- persons. When a case or referral goes, what is left is that there was somebody.
create table ledger_members (
  association_id uuid not null,
  initiative_id uuid not null,
  universe text not null check (universe in ('STARTED', 'ENDED', 'NOT_STARTED')),
  block integer not null check (block > 0),
  case_id uuid references cases on delete set null,
  referral_id uuid references referrals on delete set null,
  legal_sex text not null check (legal_sex in ('WOMAN', 'MAN')),
  foreign key (association_id, initiative_id) references initiatives (association_id, id)
);
create unique index ledger_member_once on ledger_members (case_id, universe) where case_id is not null;
create unique index ledger_referral_once on ledger_members (referral_id) where referral_id is not null;
create index ledger_members_by_block on ledger_members (initiative_id, universe, block);

-- How many of a block there are of each sex and value, as it was when the block was made: what rows are added up from. Told to nobody.
create table ledger_sums (
  association_id uuid not null,
  initiative_id uuid not null,
  universe text not null,
  block integer not null,
  attribute text not null,
  area text not null,
  code text not null,
  legal_sex text not null,
  number integer not null check (number > 0),
  primary key (initiative_id, universe, block, attribute, area, code, legal_sex),
  foreign key (association_id, initiative_id) references initiatives (association_id, id)
);

-- What is told: a row covers the universe's blocks after one and up to another, and no other row of its table does. level: of how fine a
-- division, 0 the coarsest. from_on, until_on: which closing days' persons are in it.
create table ledger_rows (
  id bigint generated always as identity primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  universe text not null,
  attribute text not null,
  area text not null,
  level integer not null,
  after_block integer not null,
  to_block integer not null,
  from_on date not null,
  until_on date not null,
  told_on date not null,
  by_sex boolean not null,
  persons integer not null check (persons > 0),
  unique (initiative_id, universe, attribute, area, level, to_block),
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  check (after_block >= 0 and to_block > after_block and until_on >= from_on and told_on >= until_on)
);
create index ledger_rows_by_day on ledger_rows (initiative_id, until_on);

-- legal_sex: of both together where the row is not by sex.
create table ledger_counts (
  row_id bigint not null references ledger_rows,
  initiative_id uuid not null,
  association_id uuid not null,
  code text not null,
  legal_sex text check (legal_sex in ('WOMAN', 'MAN')),
  number integer not null check (number > 0)
);
create unique index ledger_count_once on ledger_counts (row_id, code, coalesce(legal_sex, ''));

create trigger ledger_day_stays before update or delete on ledger_days
  for each row execute function refuse_change('the ledger is only added to');
create trigger ledger_sum_stays before update or delete on ledger_sums
  for each row execute function refuse_change('the ledger is only added to');
create trigger ledger_row_stays before update or delete on ledger_rows
  for each row execute function refuse_change('the ledger is only added to');
create trigger ledger_count_stays before update or delete on ledger_counts
  for each row execute function refuse_change('the ledger is only added to');
create trigger ledger_days_stay before truncate on ledger_days
  for each statement execute function refuse_change('the ledger is only added to');
create trigger ledger_rows_stay before truncate on ledger_rows
  for each statement execute function refuse_change('the ledger is only added to');
create trigger ledger_counts_stay before truncate on ledger_counts
  for each statement execute function refuse_change('the ledger is only added to');

grant select, insert on ledger_days, ledger_members, ledger_sums, ledger_rows, ledger_counts to ${appRole};

-- Read by the association's office and board, and by leads of their own initiatives; written by the installation alone.
create function guard_ledger(guarded text) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', guarded);
  execute format('create policy told on %I for select
    using (association_id = (select asker_association(array[''ASSOCIATION_OFFICER'', ''BOARD'']))
      or initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))', guarded);
  execute format('create policy closing on %I for insert with check ((select asking_installation()))', guarded);
end
$$;
select guard_ledger(guarded) from unnest(array['ledger_days', 'ledger_rows', 'ledger_counts']) as guarded;
drop function guard_ledger(text);

alter table ledger_members enable row level security;
create policy closing on ledger_members using ((select asking_installation())) with check ((select asking_installation()));
alter table ledger_sums enable row level security;
create policy closing on ledger_sums using ((select asking_installation())) with check ((select asking_installation()));

-- What runs by itself. A table of its own: db-scheduler clears away what it does not know the task of.
create table ledger_tasks (like scheduled_tasks including all);
grant select, insert, update, delete on ledger_tasks to ${appRole};
