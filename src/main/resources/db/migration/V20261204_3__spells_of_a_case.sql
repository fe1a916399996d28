-- The same spells. The case is one of those that they are parted by, so that whoever asks for one case's reads that case's alone and not everybody's.
create or replace view employment_spells with (security_invoker = true) as
  select t.employment_id, e.case_id, e.kind, e.employer_id, e.occupation, e.social_enterprise, t.from_on,
    least(e.to_on, cast(lead(t.from_on) over (partition by e.case_id, t.employment_id order by t.from_on) - 1 as date)) as to_on,
    t.hours, t.permanent, t.subsidy, t.wage_in_step
  from (select id as employment_id, from_on, hours, permanent, subsidy, wage_in_step from employments
    union all
    select employment_id, from_on, hours, permanent, subsidy, wage_in_step from employment_changes) t
  join employments e on e.id = t.employment_id
  where e.withdrawn_at is null;
