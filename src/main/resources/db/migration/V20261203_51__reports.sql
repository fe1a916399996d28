-- Which chapters the reports of an initiative have. Those without a row have all that go with their kind.
create table report_layouts (
  initiative_id uuid primary key references initiatives,
  association_id uuid not null references associations,
  sections text[] not null check (cardinality(sections) > 0),
  version integer not null default 1,
  saved_by uuid not null references staff,
  saved_at timestamptz not null
);

create table reports (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid not null,
  kind text not null check (kind in ('QUARTERLY', 'INTERIM', 'FINAL')),
  from_on date not null,
  to_on date not null,
  edition integer not null default 1 check (edition > 0),
  corrects uuid references reports,
  begun_by uuid not null references staff,
  begun_at timestamptz not null,
  checked_by uuid references staff,
  checked_at timestamptz,
  -- What it says, in each language, from the day on which it was checked.
  content jsonb,
  released_by uuid references staff,
  released_at timestamptz,
  version integer not null default 0,
  unique (corrects),
  foreign key (association_id, initiative_id) references initiatives (association_id, id),
  check (to_on >= from_on),
  check ((edition = 1) = (corrects is null)),
  check ((checked_by is null) = (checked_at is null) and (checked_at is null) = (content is null)),
  check ((released_by is null) = (released_at is null)),
  check (released_at is null or checked_at is not null)
);
create unique index one_report_of_a_period on reports (initiative_id, kind, from_on, to_on) where corrects is null;
create index reports_by_initiative on reports (initiative_id, to_on);
create index reports_by_association on reports (association_id, released_at);

create table report_words (
  report_id uuid not null references reports on delete cascade,
  section text not null,
  words text not null check (length(words) <= 20000),
  version integer not null default 1,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  primary key (report_id, section)
);

-- To whom a released report has been handed, besides those who open it here.
create table report_handed (
  id uuid primary key,
  report_id uuid not null references reports,
  receiver text not null check (length(trim(receiver)) between 1 and 300),
  handed_on date not null,
  saved_by uuid not null references staff,
  saved_at timestamptz not null
);
create index report_handed_by_report on report_handed (report_id, handed_on);

create table report_reads (
  report_id uuid not null references reports,
  staff_id uuid not null references staff,
  read_at timestamptz not null,
  primary key (report_id, staff_id)
);

-- Released, a report is what it is. A draft may be thrown away; what is checked goes back to draft first.
create function released_report_stays() returns trigger language plpgsql as $$
begin
  if old.released_at is not null then
    raise exception 'a released report is never changed';
  end if;
  if tg_op = 'UPDATE' and (new.initiative_id, new.association_id, new.kind, new.from_on, new.to_on, new.edition, new.corrects)
      is distinct from (old.initiative_id, old.association_id, old.kind, old.from_on, old.to_on, old.edition, old.corrects) then
    raise exception 'what a report is about is never changed';
  end if;
  if tg_op = 'DELETE' and old.checked_at is not null then
    raise exception 'a checked report is not thrown away';
  end if;
  if tg_op = 'UPDATE' and new.checked_by is distinct from old.checked_by and new.checked_by is not null
      and new.checked_by is distinct from asking('STAFF') then
    raise exception 'a report is checked in one''s own name' using errcode = 'insufficient_privilege';
  end if;
  if tg_op = 'UPDATE' and new.released_at is not null and new.content is distinct from old.content then
    raise exception 'what is released is what was checked';
  end if;
  return coalesce(new, old);
end
$$;
create trigger released_report_stays before update or delete on reports for each row execute function released_report_stays();

-- A new edition corrects one that is released, of the same initiative and period.
create function edition_follows() returns trigger language plpgsql as $$
begin
  if new.checked_at is not null or new.released_at is not null then
    raise exception 'a report begins as a draft';
  end if;
  if new.corrects is not null and not exists (select from reports r where r.id = new.corrects and r.released_at is not null
      and r.edition = new.edition - 1 and (r.initiative_id, r.kind, r.from_on, r.to_on) = (new.initiative_id, new.kind, new.from_on, new.to_on)) then
    raise exception 'an edition corrects the released one before it';
  end if;
  return new;
end
$$;
create trigger edition_follows before insert on reports for each row execute function edition_follows();

create function checked_words_stay() returns trigger language plpgsql as $$
begin
  if exists (select from reports r where r.id = coalesce(new.report_id, old.report_id) and r.checked_at is not null) then
    raise exception 'the words of a checked report are never changed';
  end if;
  return coalesce(new, old);
end
$$;
create trigger checked_words_stay before insert or update or delete on report_words for each row execute function checked_words_stay();

create function only_released_is_handed() returns trigger language plpgsql as $$
begin
  if not exists (select from reports r where r.id = new.report_id and r.released_at is not null) then
    raise exception 'only a released report is handed on';
  end if;
  return new;
end
$$;
create trigger only_released_is_handed before insert on report_handed for each row execute function only_released_is_handed();
create trigger only_released_is_read before insert on report_reads for each row execute function only_released_is_handed();

grant select, insert on report_layouts, reports, report_words, report_handed, report_reads to ${appRole};
grant delete on reports, report_words to ${appRole};
grant update (sections, version, saved_by, saved_at) on report_layouts to ${appRole};
grant update (checked_by, checked_at, content, released_by, released_at, version) on reports to ${appRole};
grant update (words, version, saved_by, saved_at) on report_words to ${appRole};

-- The initiative's leads write; those who follow it up for the association read what is released.
alter table report_layouts enable row level security;
create policy led on report_layouts
  using (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  with check (initiative_id = any((select asker_leads())::uuid[]) and saved_by = (select asking('STAFF')));

alter table reports enable row level security;
create policy led on reports for select
  using (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()));
create policy released on reports for select
  using (released_at is not null and association_id = (select asker_association(array['ASSOCIATION_OFFICER', 'BOARD'])));
create policy led_insert on reports for insert
  with check (initiative_id = any((select asker_leads())::uuid[]) and begun_by = (select asking('STAFF')));
create policy led_update on reports for update
  using (initiative_id = any((select asker_leads())::uuid[]))
  with check (initiative_id = any((select asker_leads())::uuid[])
    and (released_by is null or released_by = (select asking('STAFF'))));
create policy led_delete on reports for delete using (initiative_id = any((select asker_leads())::uuid[]));

alter table report_words enable row level security;
create policy of_report on report_words
  using (exists (select from reports r where r.id = report_id and r.initiative_id = any((select asker_leads())::uuid[])))
  with check (exists (select from reports r where r.id = report_id and r.initiative_id = any((select asker_leads())::uuid[]))
    and saved_by = (select asking('STAFF')));

alter table report_handed enable row level security;
create policy of_report on report_handed for select using (exists (select from reports r where r.id = report_id));
create policy led_insert on report_handed for insert
  with check (exists (select from reports r where r.id = report_id and r.initiative_id = any((select asker_leads())::uuid[]))
    and saved_by = (select asking('STAFF')));

alter table report_reads enable row level security;
create policy of_report on report_reads for select using (exists (select from reports r where r.id = report_id));
create policy own_insert on report_reads for insert
  with check (staff_id = (select asking('STAFF')) and exists (select from reports r where r.id = report_id));
