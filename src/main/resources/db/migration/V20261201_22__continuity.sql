-- What counts as an effort when continuity is worked out (docs/continuity.md): activities, and placements and jobs as efforts towards
-- work. Asked as whoever asks: the policies of what it reads hold.
create view case_efforts with (security_invoker = true) as
  select case_id, kind, from_on, to_on from activities where withdrawn_at is null
  union all
  select case_id, 'WORK', from_on, to_on from employments where withdrawn_at is null;
grant select on case_efforts to ${appRole};
