-- Instruments that an association writes or loads itself: nobody else on the installation sees them. Null: shipped with
-- Framsteg, for all. edition counts the changes of a draft, so that two who write at once see each other's.
alter table instruments
  add column association_id uuid references associations,
  add column edition integer not null default 0,
  add column changed_at timestamptz,
  add column retired_at timestamptz;

-- A draft may lack what makes it an instrument; key and version are noted when it is published.
alter table instruments alter column key drop not null, alter column version drop not null;
alter table instruments add constraint instrument_is_named check (state = 'DRAFT' or (key is not null and version is not null));
alter table instruments drop constraint instruments_key_version_key;
create unique index instrument_once on instruments
  (coalesce(association_id, '00000000-0000-0000-0000-000000000000'), key, version);
create index instruments_by_association on instruments (association_id);

create or replace function published_instrument_is_immutable() returns trigger language plpgsql as $$
begin
  if old.state <> 'DRAFT' and
      (new.definition is distinct from old.definition or new.key is distinct from old.key or new.version is distinct from old.version
       or new.association_id is distinct from old.association_id
       or new.state = 'DRAFT' or (old.state = 'RETIRED' and new.state <> 'RETIRED')) then
    raise exception 'a published instrument is immutable';
  end if;
  return new;
end
$$;

create function published_instrument_is_kept() returns trigger language plpgsql as $$
begin
  if old.state <> 'DRAFT' then
    raise exception 'a published instrument is kept';
  end if;
  return old;
end
$$;
create trigger published_instrument_kept before delete on instruments
  for each row execute function published_instrument_is_kept();

-- Whatever the program does: nobody measures with another association's wording.
create function initiative_keeps_to_own_instruments() returns trigger language plpgsql as $$
begin
  if exists (select from instruments
      where id = new.instrument_id and (association_id <> new.association_id or state = 'DRAFT')) then
    raise exception 'an initiative measures with an instrument of its own association or one that is shipped';
  end if;
  return new;
end
$$;
create trigger initiative_own_instruments before insert or update of instrument_id on initiatives
  for each row execute function initiative_keeps_to_own_instruments();

grant delete on instruments to ${appRole};
