-- The sex is looked up for those whose rows are read, not by reading everybody on the installation.
create or replace view follow_up_cases as
  select c.id as case_id, c.initiative_id, (select p.legal_sex from participants p where p.id = c.participant_id) as legal_sex,
    c.started_on, c.ended_on,
    (select count(distinct a.staff_id) from assignments a where a.case_id = c.id) as caseworkers
  from cases c;

create or replace view follow_up_rounds as
  select r.id as round_id, c.id as case_id, c.initiative_id,
    (select s.legal_sex from participants s where s.id = c.participant_id) as legal_sex, r.kind, r.instrument_id, r.opens_on,
    r.due_on, r.closes_on, r.closed_at is not null as closed, r.skipped, coalesce(t.paused_on <= r.closes_on, false) as paused,
    p.submitted_at is not null as participant_sent, w.submitted_at is not null as caseworker_sent,
    cast(greatest(p.submitted_at, w.submitted_at) at time zone 'Europe/Stockholm' as date) as day,
    p.scores as participant_scores, w.scores as caseworker_scores, r.import_id is not null as imported
  from rounds r
  join cases c on c.id = r.case_id
  join case_states t on t.case_id = c.id
  left join assessments p on p.round_id = r.id and p.respondent = 'PARTICIPANT' and p.submitted_at is not null
  left join assessments w on w.round_id = r.id and w.respondent = 'CASEWORKER' and w.submitted_at is not null;
