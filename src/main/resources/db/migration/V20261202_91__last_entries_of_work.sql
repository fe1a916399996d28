-- What is written about the way to work is an entry in its case.
create or replace view case_entries as
  select c.id as case_id, d.at from referral_decisions d join cases c on c.referral_id = d.referral_id
  union all select case_id, at from case_changes
  union all select case_id, (coalesce(to_on, from_on) + time '12:00') at time zone 'Europe/Stockholm' from assignments
  union all select case_id, at from round_changes
  union all select r.case_id, a.saved_at from rounds r join assessments a on a.round_id = r.id
  union all select case_id, closed_at from rounds where closed_at is not null
  union all select case_id, agreed_at from agreements
  union all select g.case_id, o.told_at from agreements g join agreement_outcomes o on o.agreement_id = g.id
  union all select case_id, coalesce(withdrawn_at, registered_at) from activities
  union all select case_id, coalesce(withdrawn_at, registered_at) from employments
  union all select n.case_id, v.signed_at from notes n join note_versions v on v.note_id = n.id
  union all select n.case_id, d.recorded_at from notes n join note_dissents d on d.note_id = n.id
  union all select case_id, saved_at from note_drafts
  union all select c.id, a.recorded_at from cases c join consents q on q.participant_id = c.participant_id
    join consent_answers a on a.consent_id = q.id
  union all select case_id, coalesce(ended_at, named_at) from case_colleagues
  union all select case_id, opened_at from emergency_access
  union all select case_id, coalesce(lifted_at, set_at) from case_restrictions
  union all select case_id, registered_at from plan_needs
  union all select n.case_id, a.recorded_at from plan_needs n join plan_answers a on a.need_id = n.id
  union all select n.case_id, p.saved_at from plan_needs n join plan_preparations p on p.need_id = n.id
  union all select p.case_id, (coalesce(p.ended_on, p.started_on) + time '12:00') at time zone 'Europe/Stockholm' from plans p
  union all select p.case_id, t.saved_at from plans p join plan_texts t on t.plan_id = p.id
  union all select p.case_id, g.saved_at from plans p join plan_goals g on g.plan_id = p.id
  union all select p.case_id, s.recorded_at from plans p join plan_goals g on g.plan_id = p.id join plan_scalings s on s.goal_id = g.id
  union all select p.case_id, e.saved_at from plans p join plan_efforts e on e.plan_id = p.id
  union all select p.case_id, coalesce(m.settled_at, m.planned_at) from plans p join plan_meetings m on m.plan_id = p.id
  union all select p.case_id, i.saved_at from plans p join plan_meetings m on m.plan_id = p.id
    join plan_invitees i on i.meeting_id = m.id
  union all select p.case_id, v.made_at from plans p join plan_versions v on v.plan_id = p.id
  union all select p.case_id, s.recorded_at from plans p join plan_signatures s on s.plan_id = p.id
  union all select p.case_id, c.recorded_at from plans p join plan_copies c on c.plan_id = p.id
  union all select case_id, saved_at from plan_people
  union all select case_id, coalesce(withdrawn_at, registered_at) from case_pathways
  union all select case_id, chosen_at from case_pathway_choices
  union all select case_id, coalesce(withdrawn_at, registered_at) from case_stages
  union all select w.case_id, v.saved_at from worksheets w join worksheet_versions v on v.worksheet_id = w.id
  union all select p.case_id, k.saved_at from contact_persons p join contacts k on k.id = p.contact_id
  union all select case_id, coalesce(ended_at, enrolled_at) from group_enrolments
  union all select e.case_id, a.recorded_at from group_enrolments e join group_attendance a on a.enrolment_id = e.id
  union all select case_id, saved_at from case_care_teams
  union all select e.case_id, h.saved_at from employments e join employment_changes h on h.employment_id = e.id
  union all select case_id, saved_at from support_plans
  union all select case_id, recorded_at from support_wishes
  union all select case_id, coalesce(withdrawn_at, registered_at) from benefit_counsellings
  union all select case_id, coalesce(withdrawn_at, registered_at) from disclosure_talks
  union all select case_id, saved_at from vocational_profiles;
