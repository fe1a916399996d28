-- A colleague of another organisation to whom the person has opened the joint plan may tell that one is needed, in the name of that
-- organisation. They do not read it back, nor any other need.
create policy raised on plan_needs for insert
  with check (seen_by = 'OTHER_ORGANISATION' and registered_by = (select asking('STAFF'))
    and association_id = (select asker_association())
    and who = (select left(o.name, 200) from staff s join organisations o on o.id = s.organisation_id where s.id = asking('STAFF'))
    and exists (select from opened_by_consent o where o.case_id = plan_needs.case_id and o.kind = 'JOINT_PLAN'));

-- Whether it was the asker who told it, with these words: so that the same form twice is known, and another under its id is too.
create function asker_raised(need uuid, told text) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return exists (select from plan_needs n where n.id = need and n.registered_by = asking('STAFF') and n.what = told);
end
$$;
