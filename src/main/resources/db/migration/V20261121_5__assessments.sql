-- ordinal: the place in the case's schedule, the baseline first; null for rounds outside it.
create table rounds (
  id uuid primary key,
  association_id uuid not null references associations,
  case_id uuid not null references cases,
  participant_id uuid not null references participants,
  kind text not null check (kind in ('BASELINE', 'FOLLOW_UP', 'ENDING')),
  ordinal integer check (ordinal >= 0),
  instrument_id uuid not null references instruments,
  opens_on date not null,
  due_on date not null,
  closes_on date not null,
  closed_at timestamptz,
  unique (case_id, ordinal),
  check (opens_on <= due_on and due_on <= closes_on)
);
create unique index one_ending_at_a_time on rounds (case_id) where kind = 'ENDING' and closed_at is null;

-- One respondent's answers in one round, by position in the respondent's sheet of the instrument:
-- null not answered yet, 0 "don't know or rather not say", otherwise the step.
create table assessments (
  round_id uuid not null references rounds,
  respondent text not null check (respondent in ('PARTICIPANT', 'CASEWORKER')),
  answers smallint[] not null,
  language text not null default 'sv',
  answered_by uuid references staff,
  started_at timestamptz not null,
  saved_at timestamptz not null,
  submitted_at timestamptz,
  version integer not null default 1,
  primary key (round_id, respondent),
  check ((respondent = 'CASEWORKER') = (answered_by is not null))
);

-- What has been sent in is never changed.
create function sent_assessment_is_immutable() returns trigger language plpgsql as $$
begin
  if old.submitted_at is not null then
    raise exception 'an assessment that has been sent in is immutable';
  end if;
  return new;
end
$$;
create trigger sent_assessment_immutable before update on assessments
  for each row execute function sent_assessment_is_immutable();

-- The participant's personal key to one round: a code or link, and a second thing that the person knows.
create table answer_keys (
  id uuid primary key,
  round_id uuid not null references rounds,
  code_hash bytea not null unique,
  second_kind text not null check (second_kind in ('BIRTH_DATE', 'PIN')),
  second_hash text not null,
  failures integer not null default 0,
  created_at timestamptz not null,
  created_by uuid not null references staff,
  expires_at timestamptz not null,
  revoked_at timestamptz
);

create unique index one_key_at_a_time on answer_keys (round_id) where revoked_at is null;

grant select, insert, update, delete on rounds to ${appRole};
grant select, insert, update on assessments, answer_keys to ${appRole};
