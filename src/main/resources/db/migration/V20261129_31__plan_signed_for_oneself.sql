-- The same person signs a version once, by whatever name and in whatever way.
create unique index plan_signatures_once_by_person on plan_signatures (plan_id, number) where by_person;
create unique index plan_signatures_once_by_staff on plan_signatures (plan_id, number, staff_id) where staff_id is not null;
alter table plan_signatures
  add constraint plan_signatures_oneself_check check (staff_id is null or (how = 'SIGNED_IN' and not by_person)),
  add constraint plan_signatures_lines_check check (drawing is null or drawing ~ '^M[0-9ML ]+$');

-- Whoever is signed in signs for nobody else as signed in.
create policy signs_for_oneself on plan_signatures as restrictive for insert
  with check (staff_id is null or staff_id = (select asking('STAFF')));

-- A colleague of another organisation who sees the plan by the person's yes signs for themselves, and sees that they have.
create policy signs_own on plan_signatures for insert
  with check (how = 'SIGNED_IN' and staff_id = (select asking('STAFF')) and recorded_by = (select asking('STAFF'))
    and exists (select from plans p join opened_by_consent o on o.case_id = p.case_id and o.kind = 'JOINT_PLAN'
      where p.id = plan_signatures.plan_id));
create policy signed_own on plan_signatures for select
  using (staff_id = (select asking('STAFF')) and asker_looks_at_plan(plan_id));
