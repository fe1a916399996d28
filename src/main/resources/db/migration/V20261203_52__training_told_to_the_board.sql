-- The board follows an initiative up as the association's office does: it too is told how many have been trained, and never who.
create or replace view training_counts as
  select t.initiative_id, t.course_id, count(*) filter (where t.done_on is null) as planned,
    count(*) filter (where t.done_on is not null) as done
  from trainings t
  where t.removed_at is null
    and (t.association_id = (select asker_association(array['ASSOCIATION_OFFICER', 'BOARD']))
      or t.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  group by t.initiative_id, t.course_id;
create or replace view training_results as
  select w.initiative_id, count(*) filter (where w.in_depth) as in_depth, count(*) filter (where not w.in_depth) as one_day
  from (select t.initiative_id, coalesce(cast(t.staff_id as text), lower(trim(t.name)) || '|' || lower(trim(t.role))) as who,
      bool_or(c.depth = 'IN_DEPTH') as in_depth
    from trainings t join training_courses c on c.id = t.course_id
    where t.removed_at is null and t.done_on is not null
      and (t.association_id = (select asker_association(array['ASSOCIATION_OFFICER', 'BOARD']))
        or t.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
    group by 1, 2) w
  group by w.initiative_id;
create policy counted_by_board on training_goals for select using (association_id = (select asker_association(array['BOARD'])));
