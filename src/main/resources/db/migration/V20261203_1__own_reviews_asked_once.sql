-- Who leads what was asked for each review anew: with fifty of them, a tenth of a second for each figure that is kept of the next.
create or replace function asker_reviews() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return array(
    select r.id from fidelity_reviews r where r.initiative_id = any((select asker_leads())::uuid[])
    union
    select a.review_id from fidelity_raters a join fidelity_reviews r on r.id = a.review_id
    where a.staff_id = (select asking('STAFF')) and r.association_id = (select asker_association(array['CASEWORKER', 'LEAD'])));
end
$$;
