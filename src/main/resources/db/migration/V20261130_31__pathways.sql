-- Methods as data. association_id null: shipped with Framsteg, for all; otherwise the association's own, which nobody else on
-- the installation sees. A draft may be faulty, and has no key and version yet. Nothing here is about a person.
create table pathways (
  id uuid primary key,
  association_id uuid references associations,
  key text,
  version integer check (version > 0),
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  definition text not null,
  edition integer not null default 0,
  changed_at timestamptz,
  published_at timestamptz,
  retired_at timestamptz,
  constraint pathway_is_named check (state = 'DRAFT' or (key is not null and version is not null))
);
create unique index pathway_once on pathways
  (coalesce(association_id, '00000000-0000-0000-0000-000000000000'), key, version);
create index pathways_by_association on pathways (association_id);

-- What people work by must never change under them.
create function published_pathway_is_immutable() returns trigger language plpgsql as $$
begin
  if old.state <> 'DRAFT' and
      (new.definition is distinct from old.definition or new.key is distinct from old.key or new.version is distinct from old.version
       or new.association_id is distinct from old.association_id
       or new.state = 'DRAFT' or (old.state = 'RETIRED' and new.state <> 'RETIRED')) then
    raise exception 'a published pathway is immutable';
  end if;
  return new;
end
$$;
create trigger published_pathway_immutable before update on pathways
  for each row execute function published_pathway_is_immutable();

create function published_pathway_is_kept() returns trigger language plpgsql as $$
begin
  if old.state <> 'DRAFT' then
    raise exception 'a published pathway is kept';
  end if;
  return old;
end
$$;
create trigger published_pathway_kept before delete on pathways
  for each row execute function published_pathway_is_kept();

grant select, insert, update, delete on pathways to ${appRole};
