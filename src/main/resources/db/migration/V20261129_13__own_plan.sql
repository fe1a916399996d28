-- The person writes in the own plan on the own phone: what nobody has recorded for them is their own. What is theirs is told by nobody else:
-- who is named as having written a thing is whoever asks.
alter table plan_needs alter column registered_by drop not null;
alter table plan_needs add constraint plan_needs_by_person check (registered_by is not null or seen_by = 'PERSON');
alter table plan_answers alter column recorded_by drop not null;
alter table plan_preparations alter column saved_by drop not null;

create policy by_whom_insert on plan_needs as restrictive for insert
  with check (registered_by = (select asking('STAFF')) or registered_by is null and case_id = (select asker_own_case()));
create policy by_whom_insert on plan_answers as restrictive for insert
  with check (recorded_by = (select asking('STAFF')) or recorded_by is null and exists (select from plan_needs n
    where n.id = need_id and n.case_id = (select asker_own_case())));

-- The own case as long as it goes on.
create function asker_own_case_going_on() returns uuid language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return (select c.id from cases c where c.id = asker_own_case() and c.state <> 'ENDED');
end
$$;

create policy own_insert on plan_needs for insert
  with check (seen_by = 'PERSON' and who = '' and registered_by is null and seen_on = (select asked_on())
    and association_id = (select asker_association()) and case_id = (select asker_own_case_going_on()));
create policy own_insert on plan_answers for insert
  with check (recorded_by is null and said_on = (select asked_on()) and exists (select from plan_needs n
    where n.id = plan_answers.need_id and n.case_id = (select asker_own_case_going_on())));

-- Prepared by whoever has the case and by the person, each in their own name.
drop policy written_insert on plan_preparations;
drop policy written_update on plan_preparations;
create policy written_insert on plan_preparations as restrictive for insert
  with check (saved_by = (select asking('STAFF'))
      and exists (select from plan_needs n join assigned_cases a on a.case_id = n.case_id where n.id = need_id)
    or saved_by is null and exists (select from plan_needs n where n.id = need_id and n.case_id = (select asker_own_case())));
create policy written_update on plan_preparations as restrictive for update using (true)
  with check (saved_by = (select asking('STAFF'))
      and exists (select from plan_needs n join assigned_cases a on a.case_id = n.case_id where n.id = need_id)
    or saved_by is null and exists (select from plan_needs n where n.id = need_id and n.case_id = (select asker_own_case())));
create policy own_insert on plan_preparations for insert
  with check (saved_by is null and exists (select from plan_needs n
    where n.id = plan_preparations.need_id and n.case_id = (select asker_own_case_going_on())));
create policy own_update on plan_preparations for update
  using (exists (select from plan_needs n
    where n.id = plan_preparations.need_id and n.case_id = (select asker_own_case_going_on())))
  with check (saved_by is null and exists (select from plan_needs n
    where n.id = plan_preparations.need_id and n.case_id = (select asker_own_case_going_on())));

-- How far the person finds that they have come, said by themselves, of a goal of the plan that is open.
create policy own_insert on plan_scalings for insert
  with check (recorded_by is null and scaled_on = (select asked_on()) and exists (select from plan_goals g join plans p on p.id = g.plan_id
    where g.id = plan_scalings.goal_id and g.removed_at is null and p.ended_on is null
      and p.case_id = (select asker_own_case_going_on())));
create policy by_whom_insert on plan_scalings as restrictive for insert
  with check (recorded_by = (select asking('STAFF')) or recorded_by is null and (select asker_own_case()) is not null);
