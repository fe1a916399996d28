-- How many have been trained is asked as of a day: a report tells how it was when its period ended. Numbers alone, as before: never who.
drop view training_counts;
drop view training_results;
create view training_counts as
  select t.initiative_id, t.course_id, t.done_on, count(*) as number
  from trainings t
  where t.removed_at is null
    and (t.association_id = (select asker_association(array['ASSOCIATION_OFFICER', 'BOARD']))
      or t.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  group by t.initiative_id, t.course_id, t.done_on;
-- How many were first trained on a day, and in depth.
create view training_results as
  select w.initiative_id, w.trained_on, w.in_depth_on, count(*) as number
  from (select t.initiative_id, coalesce(cast(t.staff_id as text), lower(trim(t.name)) || '|' || lower(trim(t.role))) as who,
      min(t.done_on) as trained_on, min(t.done_on) filter (where c.depth = 'IN_DEPTH') as in_depth_on
    from trainings t join training_courses c on c.id = t.course_id
    where t.removed_at is null and t.done_on is not null
      and (t.association_id = (select asker_association(array['ASSOCIATION_OFFICER', 'BOARD']))
        or t.initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
    group by 1, 2) w
  group by 1, 2, 3;
grant select on training_counts, training_results to ${appRole};
