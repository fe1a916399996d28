-- What participant and caseworker agreed in the talk about a round. Nothing in it is ever changed: what was written by
-- mistake is withdrawn with a reason and written anew.
create table agreements (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases,
  participant_id uuid not null references participants,
  round_id uuid not null references rounds,
  what text not null check (length(what) <= 500 and length(trim(what)) > 0),
  who text not null check (who in ('PARTICIPANT', 'CASEWORKER', 'OTHER')),
  other text not null default '' check (length(other) <= 200),
  due_on date,
  agreed_on date not null,
  agreed_by uuid not null references staff,
  agreed_at timestamptz not null,
  check ((who = 'OTHER') = (length(trim(other)) > 0)),
  check (due_on >= agreed_on)
);
create index agreements_by_case on agreements (case_id, agreed_at);

-- How it went, each time it was asked: 1 for the first time. The last row is what holds.
create table agreement_outcomes (
  agreement_id uuid not null references agreements,
  number integer not null check (number > 0),
  round_id uuid not null references rounds,
  outcome text not null check (outcome in ('DONE', 'PARTLY', 'NOT_YET', 'DROPPED', 'WITHDRAWN')),
  words text not null default '' check (length(words) <= 500),
  told_on date not null,
  told_by uuid not null references staff,
  told_at timestamptz not null,
  primary key (agreement_id, number),
  check (outcome <> 'WITHDRAWN' or length(trim(words)) > 0)
);

grant select, insert on agreements, agreement_outcomes to ${appRole};
