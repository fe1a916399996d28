-- Who sees and changes what belongs to retention, once more under the code; and the counts of one association for itself alone.

alter table case_restrictions enable row level security;
create policy whole on case_restrictions
  using (exists (select from whole_cases w where w.case_id = case_restrictions.case_id))
  with check (exists (select from whole_cases w where w.case_id = case_restrictions.case_id));

alter table retention_holds enable row level security;
create policy whole on retention_holds
  using (exists (select from whole_cases w where w.case_id = retention_holds.case_id))
  with check (exists (select from whole_cases w where w.case_id = retention_holds.case_id));
create policy led on retention_holds for select
  using (exists (select from led_referrals f where f.referral_id = retention_holds.referral_id));
create policy administrator on retention_holds
  using (organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])))
  with check (organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])));

alter table retention_rules enable row level security;
create policy administrator on retention_rules
  using (organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])) or (select asking_installation()))
  with check (organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])) or (select asking_installation()));

alter table disposals enable row level security;
create policy administrator on disposals
  using (organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])) or (select asking_installation()))
  with check (organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])) or (select asking_installation()));

alter table disposal_counts enable row level security;
create policy of_list on disposal_counts
  using (exists (select from disposals d where d.id = disposal_counts.disposal_id))
  with check (exists (select from disposals d where d.id = disposal_counts.disposal_id));

alter table disposal_cases enable row level security;
create policy of_list on disposal_cases
  using (exists (select from disposals d where d.id = disposal_cases.disposal_id))
  with check (exists (select from disposals d where d.id = disposal_cases.disposal_id));

alter table disposal_referrals enable row level security;
create policy of_list on disposal_referrals
  using (exists (select from disposals d where d.id = disposal_referrals.disposal_id))
  with check (exists (select from disposals d where d.id = disposal_referrals.disposal_id));

-- Read through the views of the follow-up alone.
alter table kept_cases enable row level security;
alter table kept_rounds enable row level security;
