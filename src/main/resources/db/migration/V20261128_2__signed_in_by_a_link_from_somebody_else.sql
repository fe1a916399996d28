-- Whoever has given somebody a link to choose a password can use it alone, and is then that person. What is looked at in a week from
-- when one was used has a sign of its own in the review of the journal; not the first, by which every account begins.
alter function looks_to_review(timestamptz, timestamptz, integer) rename to looks_with_signs;
revoke execute on function looks_with_signs(timestamptz, timestamptz, integer) from public;

create function looks_to_review(from_at timestamptz, to_at timestamptz, many integer)
  returns table (actor_id uuid, participant_id uuid, case_id uuid, day date, first_at timestamptz, last_at timestamptz,
    rows integer, signs text[])
  language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
with chosen as materialized (
  select o.staff_id, o.used_at as at from one_time_links o
    where o.purpose = 'PASSWORD' and o.used_at >= from_at - interval '7 days' and o.used_at < to_at
      and exists (select from one_time_links e where e.staff_id = o.staff_id and e.purpose = 'PASSWORD' and e.used_at < o.used_at))
select l.actor_id, l.participant_id, l.case_id, l.day, l.first_at, l.last_at, l.rows,
    case when exists (select from chosen c where c.staff_id = l.actor_id and c.at <= l.last_at and c.at > l.first_at - interval '7 days')
      then array['NEW_PASSWORD'] || l.signs else l.signs end
  from looks_with_signs(from_at, to_at, many) l
$$;
revoke execute on function looks_to_review(timestamptz, timestamptz, integer) from public;
grant execute on function looks_to_review(timestamptz, timestamptz, integer) to ${appRole};

alter table log_review_rows drop constraint log_review_rows_signs_check,
  add constraint log_review_rows_signs_check check (cardinality(signs) > 0 and signs <@ array['OWN_NAME', 'COLLEAGUE', 'FAMILY_NAME',
    'MANY_CASES', 'EMERGENCY', 'PROTECTED', 'AFTER_END', 'NEW_PASSWORD', 'OFF_HOURS', 'SAMPLE']);
