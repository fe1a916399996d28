-- Letters by e-mail that wait to go, and afterwards the record of them. What is written in one tells nothing about anybody; the address
-- and what is attached are wiped when it has gone, or has been given up.
create table outbox (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases on delete cascade,
  about_id uuid not null,
  address text not null check (length(address) <= 254),
  subject text not null check (length(subject) <= 200),
  text text not null check (length(text) <= 4000),
  attachment_name text not null default '' check (length(attachment_name) <= 100),
  attachment_type text not null default '' check (length(attachment_type) <= 100),
  attachment bytea check (length(attachment) <= 100000),
  state text not null check (state in ('QUEUED', 'SENT', 'FAILED', 'STOPPED')),
  queued_by uuid not null references staff,
  queued_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts integer not null default 0,
  unsettled integer not null default 0,
  failure text,
  failed_at timestamptz,
  settled_at timestamptz,
  check ((state = 'QUEUED') = (settled_at is null))
);
create index outbox_by_turn on outbox (next_attempt_at) where state = 'QUEUED';
create index outbox_by_what on outbox (about_id, queued_at);
create index outbox_by_case on outbox (case_id);
grant select, insert on outbox to ${appRole};
grant update (address, attachment, state, next_attempt_at, attempts, unsettled, failure, failed_at, settled_at) on outbox to ${appRole};

-- Whoever has the case puts letters in and sees what became of them; the installation alone sends.
alter table outbox enable row level security;
create policy whole on outbox for select using (exists (select from whole_cases w where w.case_id = outbox.case_id));
create policy looked_at on outbox for select using (asker_looks_at(case_id, '{}'));
create policy own on outbox for select using (case_id = (select asker_own_case()));
create policy queued on outbox for insert with check (queued_by = (select asking('STAFF'))
  and exists (select from whole_cases w where w.case_id = outbox.case_id));
create policy not_restricted_insert on outbox as restrictive for insert with check (case_id <> all((select asker_restricted())::uuid[]));
create policy sending on outbox for update using ((select asking_installation())) with check ((select asking_installation()));

-- Which meeting, as it then was, somebody has been told of; and that somebody comes because the person has asked for it, without a
-- consent: they are told the day and the place alone.
alter table plan_invitees add column sent_version integer check ((sent_version is null) = (sent_at is null));
alter table plan_invitees add column brought boolean not null default false check (not brought or part in ('RELATIVE', 'OTHER'));
create unique index plan_invitees_once on plan_invitees (meeting_id, part, organisation_id, lower(name), lower(role)) nulls not distinct
  where removed_at is null;

-- Whoever runs the installation may change an association as its officers may.
create policy administrators on plan_clocks
  using ((select asker_association(array['SYSTEM_ADMINISTRATOR'])) is not null)
  with check ((select asker_association(array['SYSTEM_ADMINISTRATOR'])) is not null);
