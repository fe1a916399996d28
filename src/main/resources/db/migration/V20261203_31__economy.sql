-- What a person-month in a situation brings (above 0) or costs (below 0) whom, in kronor: dated rows with a source. Those without an
-- association ship with the product, as examples to be replaced. A row is never changed: a new one is written, and calculations keep those
-- that they were made with.
create table economy_amounts (
  id uuid primary key,
  association_id uuid references associations,
  party text not null check (party in ('FK', 'STATE', 'KOMMUN', 'REGION', 'INDIVIDUAL', 'SOCIETY')),
  situation text not null check (situation in ('SICK_PAY', 'SICKNESS_COMPENSATION', 'SOCIAL_ASSISTANCE', 'ACTIVITY_SUPPORT',
    'SUBSIDISED_WORK', 'OPEN_WORK', 'STUDY', 'NONE')),
  low integer not null check (abs(low) <= 1000000),
  likely integer not null,
  high integer not null check (abs(high) <= 1000000),
  price_year integer not null check (price_year between 2000 and 2100),
  valid_from date not null,
  source text not null check (length(trim(source)) between 1 and 1000),
  source_en text not null default '' check (length(source_en) <= 1000),
  note text not null default '' check (length(note) <= 2000),
  saved_by uuid references staff,
  saved_at timestamptz not null,
  check (low <= likely and likely <= high),
  check ((association_id is null) = (saved_by is null))
);
create index economy_amounts_by_association on economy_amounts (association_id, party, situation, valid_from);
create trigger economy_amount_stays before update or delete on economy_amounts
  for each row execute function refuse_change('an amount is followed by a new one, and never changed');

-- A calculation of what the steps of an initiative, or of one that is not there yet, are worth.
create table economy_calculations (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid,
  made_by uuid not null references staff,
  made_at timestamptz not null,
  removed_by uuid references staff,
  removed_at timestamptz,
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  unique (association_id, id),
  check ((removed_at is null) = (removed_by is null))
);
create index economy_calculations_by_association on economy_calculations (association_id);

-- A calculation as it was saved once, with all that it rests on. What is changed becomes a new version. Shares are between 0 and 1. The
-- steps are three columns side by side, five persons at least in each; amounts are the rows of economy_amounts that it was made with.
create table economy_versions (
  id uuid primary key,
  association_id uuid not null,
  calculation_id uuid not null,
  number integer not null check (number >= 1),
  name text not null check (length(trim(name)) between 1 and 200),
  numbers_from text not null check (length(trim(numbers_from)) between 1 and 1000),
  from_situations text[] not null,
  to_situations text[] not null,
  persons integer[] not null check (5 <= all (persons) and 100000 >= all (persons)),
  year_one_low numeric(4, 3) not null,
  year_one_likely numeric(4, 3) not null,
  year_one_high numeric(4, 3) not null,
  year_five_low numeric(4, 3) not null,
  year_five_likely numeric(4, 3) not null,
  year_five_high numeric(4, 3) not null,
  lasting_why text not null check (length(lasting_why) <= 1000),
  anyway_low numeric(4, 3) not null,
  anyway_likely numeric(4, 3) not null,
  anyway_high numeric(4, 3) not null,
  anyway_why text not null check (length(trim(anyway_why)) between 1 and 1000),
  cost_fk bigint not null check (cost_fk between 0 and 10000000000),
  cost_state bigint not null check (cost_state between 0 and 10000000000),
  cost_kommun bigint not null check (cost_kommun between 0 and 10000000000),
  cost_region bigint not null check (cost_region between 0 and 10000000000),
  cost_from text not null check (length(cost_from) <= 1000),
  discount numeric(4, 3) not null check (discount between 0 and 0.2),
  discount_from text not null check (length(trim(discount_from)) between 1 and 1000),
  price_year integer not null check (price_year between 2000 and 2100),
  amounts uuid[] not null,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  unique (calculation_id, number),
  foreign key (association_id, calculation_id) references economy_calculations (association_id, id),
  check (cardinality(persons) between 1 and 20 and cardinality(persons) = cardinality(from_situations)
    and cardinality(persons) = cardinality(to_situations)),
  check (0 <= year_one_low and year_one_low <= year_one_likely and year_one_likely <= year_one_high and year_one_high <= 1),
  check (0 <= year_five_low and year_five_low <= year_five_likely and year_five_likely <= year_five_high),
  check (year_five_low <= year_one_low and year_five_likely <= year_one_likely and year_five_high <= year_one_high),
  check (0 <= anyway_low and anyway_low <= anyway_likely and anyway_likely <= anyway_high and anyway_high <= 1)
);
create trigger economy_version_stays before update or delete on economy_versions
  for each row execute function refuse_change('a calculation that has been saved is never changed');

grant select, insert on economy_amounts, economy_calculations, economy_versions to ${appRole};
grant update (removed_by, removed_at) on economy_calculations to ${appRole};

-- No person is in any of it. The association's office and board read all of theirs, leads what is of their own initiatives; amounts are
-- the office's to write.
alter table economy_amounts enable row level security;
create policy shipped on economy_amounts for select
  using (association_id is null
    and ((select asker_association(array['ASSOCIATION_OFFICER', 'BOARD', 'LEAD'])) is not null or (select asking_installation())));
create policy read_by on economy_amounts for select
  using (association_id = (select asker_association(array['ASSOCIATION_OFFICER', 'BOARD', 'LEAD'])) or (select asking_installation()));
create policy written_by_office on economy_amounts for insert
  with check (association_id = (select asker_association(array['ASSOCIATION_OFFICER'])) and saved_by = (select asking('STAFF')));

alter table economy_calculations enable row level security;
create policy read_by on economy_calculations for select
  using (association_id = (select asker_association(array['ASSOCIATION_OFFICER', 'BOARD']))
    or initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()));
create policy made_by on economy_calculations for insert
  with check ((association_id = (select asker_association(array['ASSOCIATION_OFFICER']))
      or initiative_id = any((select asker_leads())::uuid[])) and made_by = (select asking('STAFF')) and removed_at is null);
create policy removed_by on economy_calculations for update
  using (removed_at is null and (association_id = (select asker_association(array['ASSOCIATION_OFFICER']))
      or initiative_id = any((select asker_leads())::uuid[])))
  with check (removed_by = (select asking('STAFF')));

alter table economy_versions enable row level security;
create policy read_by on economy_versions for select
  using (exists (select from economy_calculations c where c.id = calculation_id));
create policy saved_by on economy_versions for insert
  with check (saved_by = (select asking('STAFF')) and exists (select from economy_calculations c
    where c.id = calculation_id and c.removed_at is null
      and (c.association_id = (select asker_association(array['ASSOCIATION_OFFICER']))
        or c.initiative_id = any((select asker_leads())::uuid[]))));
