-- The journal's seals: blocks of rows, each with a hash over itself, its rows and the block before, made with a key that is kept
-- outside the database. A block is a definite set of rows: those that it names. Rows may be committed in another order than that
-- of their ids; one that comes late is in a later block.
--
-- ids: in order. digests: the first eight bytes of each row's hash, to tell which row has been changed.
-- seen_to, writers: the highest id when the block was made, and the transactions that were writing in the journal then. When none
-- of them is left, no row up to seen_to is still to come.
-- settled_to: every row up to this id is in this block or one before: a row that comes there later is none that the program wrote.
create table journal_seals (
  number bigint primary key check (number >= 1),
  from_id bigint not null,
  to_id bigint not null,
  rows integer not null check (rows >= 1),
  ids bigint[] not null check (cardinality(ids) = rows and ids[1] = from_id and ids[rows] = to_id),
  digests bytea not null check (length(digests) = 8 * rows),
  seen_to bigint not null,
  writers text[] not null,
  settled_to bigint not null,
  sealed_at timestamptz not null,
  key_name text not null,
  hash bytea not null check (length(hash) = 32)
);
create index journal_seals_by_last_row on journal_seals (to_id);

create trigger seal_stays before update or delete on journal_seals
  for each row execute function refuse_change('a seal is never changed');
create trigger seals_never_emptied before truncate on journal_seals
  for each statement execute function refuse_change('a seal is never changed');

-- When sealing is to be done next, and by whom it is being done.
create table seal_tasks (like scheduled_tasks including all);

grant select, insert on journal_seals to ${appRole};
grant select, insert, update, delete on seal_tasks to ${appRole};
