-- What raters have agreed on, as the sum of each review: also to the association's office and board, as a report tells it. It is of the work, and of
-- nobody. Scores, notes and who rated stay where they were.
create view fidelity_agreed_sums as
  select r.association_id, r.initiative_id, r.scale_id, r.from_on, r.to_on, r.agreed_at, sum(a.score) as total
  from fidelity_reviews r join fidelity_agreed a on a.review_id = r.id
  where r.agreed_at is not null and r.dropped_at is null
    and (r.initiative_id = any((select asker_leads())::uuid[])
      or r.association_id = (select asker_association(array['ASSOCIATION_OFFICER', 'BOARD'])))
  group by r.id;
grant select on fidelity_agreed_sums to ${appRole};
