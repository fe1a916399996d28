-- That somebody is done with an evaluation is told to the person alone: on the own page, and in the own extract, which the installation puts together.
drop policy own on evaluation_settled;
create policy own on evaluation_settled for select
  using (case_id = (select asker_own_case()) or (select asking_installation()));
