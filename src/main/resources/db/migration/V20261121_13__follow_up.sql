-- The score of each dimension of the round's instrument, in its order; null within it: too few answers. Worked out by the
-- instrument's scoring when the answers are sent in, and as immutable as they are.
alter table assessments add column scores real[];

-- What was sent in before there were scores gets them once, when the program starts; nothing else of it may change.
create or replace function sent_assessment_is_immutable() returns trigger language plpgsql as $$
begin
  if old.submitted_at is not null and (old.scores is not null or new.scores is null
      or to_jsonb(new) - 'scores' <> to_jsonb(old) - 'scores') then
    raise exception 'an assessment that has been sent in is immutable';
  end if;
  return new;
end
$$;

-- Not checked for what is there already, see above. Whatever is sent in from now on has its scores.
alter table assessments add constraint sent_in_with_scores check (submitted_at is null or scores is not null) not valid;

-- What the statistics read, and all that they read: no name, no number, no day of birth. Owned by the rooms of cases and
-- of assessment; the ids are there to join and to count by, and never leave the database.
create view follow_up_cases as
  select c.id as case_id, c.initiative_id, p.legal_sex, c.started_on, c.ended_on,
    (select count(distinct a.staff_id) from assignments a where a.case_id = c.id) as caseworkers
  from cases c
  join participants p on p.id = c.participant_id;

-- paused: nobody is asked to answer it now, the case having a pause that began before the round closed.
-- day: on which the later of the two who have sent in did so, in Swedish time; null while nobody has.
create view follow_up_rounds as
  select r.id as round_id, c.id as case_id, c.initiative_id, s.legal_sex, r.kind, r.instrument_id, r.opens_on, r.due_on,
    r.closes_on, r.closed_at is not null as closed, r.skipped, coalesce(t.paused_on <= r.closes_on, false) as paused,
    p.submitted_at is not null as participant_sent, w.submitted_at is not null as caseworker_sent,
    cast(greatest(p.submitted_at, w.submitted_at) at time zone 'Europe/Stockholm' as date) as day,
    p.scores as participant_scores, w.scores as caseworker_scores
  from rounds r
  join cases c on c.id = r.case_id
  join participants s on s.id = c.participant_id
  join case_states t on t.case_id = c.id
  left join assessments p on p.round_id = r.id and p.respondent = 'PARTICIPANT' and p.submitted_at is not null
  left join assessments w on w.round_id = r.id and w.respondent = 'CASEWORKER' and w.submitted_at is not null;

grant select on follow_up_cases, follow_up_rounds to ${appRole};

-- Empty once they have been given their scores.
create index sent_in_without_scores on assessments (round_id) where submitted_at is not null and scores is null;
