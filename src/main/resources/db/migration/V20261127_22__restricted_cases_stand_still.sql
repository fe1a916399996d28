-- What the guard says of restriction (GDPR art. 18) and of cases that have ended, once more under the code: whoever adds to such a case
-- or changes it is refused with an error, whatever statement asks. What is left to do is left out here: to take back a yes, to hold,
-- to lift the restriction, and to stop reminders. The installation keeps its own order.

-- The restricted cases that the asker could come near: looked up once in a statement, by an index of those alone that are.
create function asker_restricted() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if asking_installation() then
    return '{}';
  end if;
  return array(select x.case_id from case_restrictions x where x.lifted_at is null and x.association_id = asker_association());
end
$$;

create function stand_still_when_restricted(guarded text, moved text, kept_in text, reference text) returns void language plpgsql as $$
declare
  allowed constant text := case when kept_in is null
    then format('%I <> all((select asker_restricted())::uuid[])', reference)
    else format('(cardinality((select asker_restricted())) = 0 or not exists (select from %2$I o where o.id = %1$I.%3$I
      and o.case_id = any((select asker_restricted())::uuid[])))', guarded, kept_in, reference) end;
begin
  if moved like '%insert%' then
    execute format('create policy not_restricted_insert on %I as restrictive for insert with check (%s)', guarded, allowed);
  end if;
  if moved like '%update%' then
    execute format('create policy not_restricted_update on %I as restrictive for update using (true) with check (%s)', guarded, allowed);
  end if;
end
$$;

select stand_still_when_restricted('cases', 'update', null, 'id');
select stand_still_when_restricted(moved.in_table, 'insert update', null, 'case_id')
  from unnest(array['assignments', 'case_changes', 'rounds', 'round_changes', 'agreements', 'activities', 'employments', 'notes',
    'note_drafts']) as moved(in_table);
select stand_still_when_restricted('case_colleagues', 'insert', null, 'case_id');
select stand_still_when_restricted('assessments', 'insert update', 'rounds', 'round_id');
select stand_still_when_restricted('answer_keys', 'insert', 'rounds', 'round_id');
select stand_still_when_restricted('agreement_outcomes', 'insert', 'agreements', 'agreement_id');
select stand_still_when_restricted('note_versions', 'insert', 'notes', 'note_id');
select stand_still_when_restricted('note_dissents', 'insert', 'notes', 'note_id');
drop function stand_still_when_restricted(text, text, text, text);

-- Cases that have ended take nobody more to share with, nor anybody who has them.
create policy not_ended_insert on case_colleagues as restrictive for insert
  with check ((select asking_installation()) or not exists (select from case_states s where s.case_id = case_colleagues.case_id and s.state = 'ENDED'));
create policy not_ended_insert on assignments as restrictive for insert
  with check ((select asking_installation()) or not exists (select from case_states s where s.case_id = assignments.case_id and s.state = 'ENDED'));
