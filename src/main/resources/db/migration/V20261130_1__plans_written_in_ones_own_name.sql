-- Whoever writes in a plan does it in their own name: staff as themselves, the person as nobody of the staff.
create function written_in_own_name(guarded text, written_by text, command text) returns void language plpgsql as $$
begin
  execute format('create policy own_name_%3$s on %1$I as restrictive for %3$s %4$s
    with check (%2$I is not distinct from (select asking(''STAFF'')))',
    guarded, written_by, command, case command when 'update' then 'using (true)' else '' end);
end
$$;
select written_in_own_name(t, 'saved_by', c)
  from unnest(array['plan_texts', 'plan_goals', 'plan_efforts', 'plan_invitees', 'plan_people']) t, unnest(array['insert', 'update']) c;
select written_in_own_name('plans', 'started_by', 'insert');
select written_in_own_name('plan_meetings', 'planned_by', 'insert');
select written_in_own_name('plan_versions', 'made_by', 'insert');
select written_in_own_name('plan_signatures', 'recorded_by', 'insert');
select written_in_own_name('plan_copies', 'recorded_by', 'insert');
drop function written_in_own_name(text, text, text);
-- What ends with its case or its plan is ended by nobody, and by whoever ends it otherwise.
create policy own_name_update on plans as restrictive for update using (true)
  with check (ended_by = (select asking('STAFF')) or ended_by is null and (ended_on is null or end_reason = 'CASE_ENDED'));
create policy own_name_update on plan_meetings as restrictive for update using (true)
  with check (settled_by = (select asking('STAFF')) or settled_by is null and state <> 'HELD');
create trigger settled_stays before update on plan_meetings
  for each row when (old.state <> 'PLANNED') execute function refuse_change('a meeting that was held or cancelled stays as it was');
-- Who sent a summons first stays; nobody says of somebody else that they did.
create policy own_name_sent_insert on plan_invitees as restrictive for insert with check (sent_by is null);
create function sent_in_own_name() returns trigger language plpgsql as $$
begin
  if old.sent_by is not null or new.sent_by is distinct from asking('STAFF') then
    raise exception 'a summons is sent by whoever sends it' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger sent_in_own_name before update on plan_invitees
  for each row when (new.sent_by is distinct from old.sent_by) execute function sent_in_own_name();

-- What a thing is, whose it is and who began it never changes.
revoke update on plans, plan_texts, plan_goals, plan_efforts, plan_meetings, plan_invitees, plan_people, plan_preparations from
  ${appRole};
grant update (coordinator, coordinator_organisation_id, overall_organisation_id, may_have, version, ended_on, end_reason, ended_by)
  on plans to ${appRole};
grant update (text, version, saved_by, saved_at) on plan_texts to ${appRole};
grant update (term, area, words, state, state_on, removed_at, version, saved_by, saved_at) on plan_goals to ${appRole};
grant update (goal_id, area, dimension, what, by_whom, organisation_id, responsible, due_on, state, state_on, removed_at, version,
  saved_by, saved_at) on plan_efforts to ${appRole};
grant update (kind, meets_on, meets_at, minutes, place, video, interpreter, state, read_back, settled_by, settled_at, version)
  on plan_meetings to ${appRole};
grant update (name, role, email, sent_at, sent_by, sent_version, reply, stand_in, replied_on, came, removed_at, version, saved_by,
  saved_at) on plan_invitees to ${appRole};
grant update (urgent, take_up, not_take_up, comes, place, support, saved_by, saved_at, version) on plan_preparations to ${appRole};
grant update (name, relation, reach, helps, version, saved_by, saved_at, removed_at) on plan_people to ${appRole};

-- What a plan points to is of its own case, and what belongs to a plan is of the same.
alter table plan_needs add unique (id, case_id);
alter table plans drop constraint plans_need_id_fkey,
  add constraint plans_need_of_case foreign key (need_id, case_id) references plan_needs (id, case_id) on delete cascade;
alter table plan_goals add unique (id, plan_id);
alter table plan_efforts drop constraint plan_efforts_goal_id_fkey,
  add constraint plan_efforts_goal_of_plan foreign key (goal_id, plan_id) references plan_goals (id, plan_id) on delete set null (goal_id);
alter table plan_meetings add unique (id, plan_id);
alter table plan_versions drop constraint plan_versions_meeting_id_fkey,
  add constraint plan_versions_meeting_of_plan foreign key (meeting_id, plan_id) references plan_meetings (id, plan_id) on delete cascade;
