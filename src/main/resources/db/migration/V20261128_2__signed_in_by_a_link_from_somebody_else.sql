-- Whoever has given somebody a link to choose a password can use it alone, and is then that person. What is looked at in a week from
-- then has a sign of its own in the review of the journal.
alter function looks_to_review(timestamptz, timestamptz, integer) rename to looks_with_signs;
revoke execute on function looks_with_signs(timestamptz, timestamptz, integer) from public;

create function looks_to_review(from_at timestamptz, to_at timestamptz, many integer)
  returns table (actor_id uuid, participant_id uuid, case_id uuid, day date, first_at timestamptz, last_at timestamptz,
    rows integer, signs text[])
  language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
with given as materialized (
  select j.subject_id as staff_id, j.at from journal j
    where j.action = 'GIVE_PASSWORD_LINK' and j.actor_id <> j.subject_id
      and j.at >= from_at - interval '7 days' and j.at < to_at)
select l.actor_id, l.participant_id, l.case_id, l.day, l.first_at, l.last_at, l.rows,
    case when exists (select from given g where g.staff_id = l.actor_id and g.at <= l.last_at and g.at > l.first_at - interval '7 days')
      then array['NEW_PASSWORD'] || l.signs else l.signs end
  from looks_with_signs(from_at, to_at, many) l
$$;
revoke execute on function looks_to_review(timestamptz, timestamptz, integer) from public;
grant execute on function looks_to_review(timestamptz, timestamptz, integer) to ${appRole};

alter table log_review_rows drop constraint log_review_rows_signs_check,
  add constraint log_review_rows_signs_check check (cardinality(signs) > 0 and signs <@ array['OWN_NAME', 'COLLEAGUE', 'FAMILY_NAME',
    'MANY_CASES', 'EMERGENCY', 'PROTECTED', 'AFTER_END', 'NEW_PASSWORD', 'OFF_HOURS', 'SAMPLE']);
