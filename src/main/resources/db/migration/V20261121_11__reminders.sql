-- How somebody wants to be reminded in a case, as the person has said; the open row is the choice of today.
create table reminder_choices (
  id integer generated always as identity primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases,
  way text not null check (way in ('NONE', 'EMAIL', 'SMS')),
  part_of_day text not null check (part_of_day in ('ANY', 'MORNING', 'AFTERNOON')),
  said_on date not null,
  -- Nobody, if the person stopped them by the link in a message.
  recorded_by uuid references staff,
  recorded_at timestamptz not null,
  ended_at timestamptz,
  check (way = 'NONE' or recorded_by is not null)
);
create unique index one_reminder_choice_at_a_time on reminder_choices (case_id) where ended_at is null;
create index reminders_wanted on reminder_choices (case_id) where ended_at is null and way <> 'NONE';

-- The stop links in messages that were sent: each opens the page that stops the reminders of one case, for ever.
create table reminder_stop_links (
  token_hash bytea primary key,
  case_id uuid not null references cases,
  made_at timestamptz not null
);

-- The queue of reminders, and afterwards the record of them. Neither address nor text is kept.
-- about_id: what there is to answer. No foreign key: a round that nobody has answered may be taken away.
-- unsettled: attempts begun whose end nobody knows, because the program was killed in the middle.
create table reminders (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid not null references initiatives,
  case_id uuid not null references cases,
  participant_id uuid not null references participants,
  about_id uuid not null,
  occasion text not null check (occasion in ('OPENED', 'AGAIN', 'CLOSING')),
  day date not null,
  way text not null check (way in ('EMAIL', 'SMS')),
  state text not null check (state in ('PLANNED', 'SENT', 'FAILED', 'STOPPED', 'DROPPED')),
  planned_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts integer not null default 0,
  unsettled integer not null default 0,
  failure text check (failure in ('NO_ADDRESS', 'REFUSED', 'NOT_LET_IN', 'UNREACHABLE', 'UNCLEAR')),
  failed_at timestamptz,
  settled_at timestamptz,
  unique (about_id, occasion, day),
  check ((state = 'PLANNED') = (settled_at is null)),
  check (state <> 'FAILED' or failure is not null)
);
create index reminders_to_send on reminders (next_attempt_at, id) where state = 'PLANNED';
create index reminders_by_case on reminders (case_id, planned_at);
create index reminders_by_initiative on reminders (initiative_id, planned_at);
create index reminders_failed on reminders (failed_at) where failed_at is not null;

-- What runs by itself, on one node at a time. The layout is the one that db-scheduler asks for.
create table scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_by_time on scheduled_tasks (execution_time);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

grant select, insert on reminder_stop_links to ${appRole};
grant select, insert on reminder_choices to ${appRole};
grant update (ended_at) on reminder_choices to ${appRole};
grant select, insert, update on reminders to ${appRole};
grant select, insert, update, delete on scheduled_tasks to ${appRole};
