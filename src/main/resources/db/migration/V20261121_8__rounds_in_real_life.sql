-- What other rooms ask of a case before they ask anything of the people in it: whether it rests, and since when, and whose
-- it is. A pause counts from the day on which it was written down, so that one that is dated back hides nothing that had been
-- shown by then, and opens nothing that had closed. Owned by the room of cases, as case_reach is.
create view case_states as
  select c.id as case_id, c.initiative_id, c.state,
    case when c.state = 'PAUSED' then
      (select cast(h.at at time zone 'Europe/Stockholm' as date) from case_changes h
        where h.case_id = c.id and h.to_state = 'PAUSED' order by h.id desc limit 1)
    end as paused_on,
    (select a.staff_id from assignments a where a.case_id = c.id and a.to_on is null) as caseworker
  from cases c;

-- skipped: not asked for, and not missed either. answer_seen: what one had sent in could be seen before the other answered.
alter table rounds
  add column version integer not null default 0,
  add column skipped boolean not null default false,
  add column answer_seen boolean not null default false,
  add constraint skipped_is_closed check (not skipped or closed_at is not null);

-- The participant's answers on paper, typed in by a member of staff afterwards.
alter table assessments
  add column entered_by uuid references staff,
  add column filled_in_on date,
  add constraint entered_with_its_day check ((entered_by is null) = (filled_in_on is null)),
  add constraint entered_for_the_participant check (entered_by is null or respondent = 'PARTICIPANT');

-- What was done with a round: who (null: the schedule itself), when and why. A round that is taken away before it has
-- opened takes its history along; the journal keeps who did what.
create table round_changes (
  id bigint generated always as identity primary key,
  association_id uuid not null references associations,
  round_id uuid not null references rounds on delete cascade,
  at timestamptz not null,
  by_staff uuid references staff,
  kind text not null check (kind in ('MOVED', 'SKIPPED', 'TAKEN_UP', 'CLOSED', 'REOPENED', 'RESTED', 'RESUMED', 'INSTRUMENT')),
  reason text not null default '' check (length(reason) <= 500),
  due_before date not null,
  due_after date not null
);
create index round_changes_by_round on round_changes (round_id, id);

grant select on case_states to ${appRole};
grant select, insert on round_changes to ${appRole};
