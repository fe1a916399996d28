-- What the product never does, the database refuses too. The application's role may change the columns that doors change, and
-- no others; what is settled stays as it is, whoever asks.

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '%', tg_argv[0];
end
$$;

-- Rounds: whose they are, of which kind and where in the schedule never changes.
revoke update on rounds from ${appRole};
grant update (instrument_id, opens_on, due_on, closes_on, closed_at, skipped, answer_seen, version) on rounds to ${appRole};
create trigger answer_stays_seen before update of answer_seen on rounds
  for each row when (old.answer_seen and not new.answer_seen)
  execute function refuse_change('an answer that has been seen stays seen');

create function answered_round_keeps_its_instrument() returns trigger language plpgsql as $$
begin
  if exists (select from assessments a where a.round_id = old.id) then
    raise exception 'a round with answers keeps its instrument';
  end if;
  return new;
end
$$;
create trigger answered_round_keeps_its_instrument before update of instrument_id on rounds
  for each row when (old.instrument_id <> new.instrument_id)
  execute function answered_round_keeps_its_instrument();

-- What was done with a round is kept when the round is taken away before it has opened: with the case, and no foreign key.
alter table round_changes add column case_id uuid references cases;
update round_changes h set case_id = r.case_id from rounds r where r.id = h.round_id;
alter table round_changes
  alter column case_id set not null,
  drop constraint round_changes_round_id_fkey;
create trigger round_history_stays before update or delete on round_changes
  for each row execute function refuse_change('what was done with a round is never changed');
create trigger round_history_never_emptied before truncate on round_changes
  for each statement execute function refuse_change('what was done with a round is never changed');

revoke update on assessments from ${appRole};
grant update (answers, language, answered_by, entered_by, filled_in_on, saved_at, submitted_at, scores, version)
  on assessments to ${appRole};

create trigger agreement_stays before update or delete on agreements
  for each row execute function refuse_change('what was agreed is never changed');
create trigger agreements_never_emptied before truncate on agreements
  for each statement execute function refuse_change('what was agreed is never changed');
create trigger agreement_outcome_stays before update or delete on agreement_outcomes
  for each row execute function refuse_change('how it went is added to, never changed');
create trigger agreement_outcomes_never_emptied before truncate on agreement_outcomes
  for each statement execute function refuse_change('how it went is added to, never changed');

-- Keys that had stopped working because the case has another caseworker, or has ended, never come back.
update answer_keys k set revoked_at = now() from rounds r
  join cases c on c.id = r.case_id
  where r.id = k.round_id and k.revoked_at is null
    and (not exists (select from assignments a where a.case_id = c.id and a.staff_id = k.created_by and a.to_on is null)
      or exists (select from case_changes h where h.case_id = c.id and h.to_state = 'ENDED' and h.at > k.created_at));
revoke update on answer_keys from ${appRole};
grant update (failures, revoked_at) on answer_keys to ${appRole};
create trigger revoked_key_stays before update on answer_keys
  for each row when (old.revoked_at is not null)
  execute function refuse_change('a key that has been revoked never comes back');

revoke update on assignments from ${appRole};
grant update (to_on) on assignments to ${appRole};
create trigger ended_assignment_stays before update on assignments
  for each row when (old.to_on is not null)
  execute function refuse_change('an assignment that has ended is never changed');

revoke update on activities, employments from ${appRole};
grant update (kind, title, provider, from_on, to_on, hours, end_reason, withdrawn_by, withdrawn_at, withdrawn_reason, version)
  on activities to ${appRole};
create trigger withdrawn_activity_stays before update on activities
  for each row when (old.withdrawn_at is not null)
  execute function refuse_change('what has been withdrawn is never changed');
grant update (kind, employer, role, from_on, to_on, hours, permanent, subsidy, end_reason, withdrawn_by, withdrawn_at,
  withdrawn_reason, version) on employments to ${appRole};
create trigger withdrawn_employment_stays before update on employments
  for each row when (old.withdrawn_at is not null)
  execute function refuse_change('what has been withdrawn is never changed');

revoke update on note_drafts from ${appRole};
-- journaled_at: when saving it was last written in the journal.
alter table note_drafts add column journaled_at timestamptz;
grant update (corrects_version, kind, about_on, text, reason, version, saved_at, journaled_at) on note_drafts to ${appRole};

-- Whom a reminder is for, by which way and about what, is decided when it is planned.
revoke update on reminders from ${appRole};
grant update (state, next_attempt_at, attempts, unsettled, failure, failed_at, settled_at) on reminders to ${appRole};
create trigger settled_reminder_stays before update on reminders
  for each row when (old.settled_at is not null)
  execute function refuse_change('what became of a reminder is never changed');
create trigger ended_reminder_choice_stays before update on reminder_choices
  for each row when (old.ended_at is not null)
  execute function refuse_change('a choice that has ended is never changed');

-- Where one role is both, it keeps what belongs to an owner, so that later migrations can run; the triggers guard alone.
do $$
begin
  if quote_ident(current_user) = '${appRole}' then
    grant update on rounds, assessments, answer_keys, assignments, activities, employments, note_drafts, reminders
      to ${appRole};
  end if;
end
$$;
