-- A colleague of another organisation, to whom the person has opened the joint plan, sees what their own organisation has been sent and
-- nothing that has not been sent yet, and says who comes, as often as they like while the meeting is ahead.
drop policy of_organisation on plan_invitees;
create policy of_organisation on plan_invitees for select
  using (organisation_id is not null and sent_at is not null
    and organisation_id = (select asker_organisation(array['CASEWORKER', 'LEAD', 'TEAM_MEMBER']))
    and exists (select from plan_meetings m where m.id = plan_invitees.meeting_id and asker_looks_at_plan(m.plan_id)));

create policy of_organisation_update on plan_invitees for update
  using (organisation_id is not null and sent_at is not null and removed_at is null
    and organisation_id = (select asker_organisation(array['CASEWORKER', 'LEAD', 'TEAM_MEMBER']))
    and exists (select from plan_meetings m join plans p on p.id = m.plan_id and p.ended_on is null
      join opened_by_consent o on o.case_id = p.case_id and o.kind = 'JOINT_PLAN'
      where m.id = plan_invitees.meeting_id and m.state = 'PLANNED' and m.meets_on >= (select asked_on())))
  with check (reply is not null and replied_on = (select asked_on()) and saved_by = (select asking('STAFF')));

-- Of such a row they change the reply alone.
create function invitee_reply_alone() returns trigger language plpgsql as $$
declare
  replying constant text[] := array['reply', 'reply_words', 'stand_in', 'replied_on', 'version', 'saved_by', 'saved_at'];
begin
  if asking('STAFF') is not null and to_jsonb(new) - replying <> to_jsonb(old) - replying
      and not exists (select from whole_plan_meetings w where w.id = old.meeting_id) then
    raise exception 'whoever replies changes the reply alone' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger reply_alone before update on plan_invitees for each row execute function invitee_reply_alone();

-- The place of a meeting, as far as it may stand in a calendar file: never of a person with protected identity. Looked up past the
-- policies, since a yes to the plan tells nobody whether the person has one.
create function place_for_calendar(asked uuid) returns text language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return (select m.place from plan_meetings m join plans p on p.id = m.plan_id join cases c on c.id = p.case_id
    join participants x on x.id = c.participant_id
    where m.id = asked and m.place_in_calendar and x.protection = 'NONE'
      and (exists (select from whole_plans w where w.id = p.id) or asker_looks_at_plan(p.id)));
end
$$;
