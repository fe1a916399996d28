-- The access rule once more, under the code: who is not let in by it sees no row and changes none, whatever a statement asks for.
-- The application's role owns nothing and can't go past it. A policy that lets somebody change is called "whole": who has the case
-- or leads its initiative. All others only look: at what an emergency, the own participation or a consent opens.
--
-- Who has the case asks most, and should pay least: PostgreSQL asks the policies of a table in falling order of their names, and
-- no further than the first that lets in, so that "whole" comes first. What is seen is the same in any order.

-- The cases that are whole to the asker, and whose they are.
create view whole_cases as
  select c.id as case_id, c.participant_id, c.referral_id, c.initiative_id
  from cases c
  where exists (select from assigned_cases a where a.case_id = c.id)
    or c.initiative_id = any((select asker_leads())::uuid[]) and c.participant_id <> all((select asker_hidden())::uuid[])
    or (select asking_installation());

-- The referrals that the asker decides about.
create view led_referrals as
  select f.id as referral_id, f.participant_id
  from referrals f
  where (select asking_installation())
    or f.initiative_id = any((select asker_leads())::uuid[]) and f.participant_id <> all((select asker_hidden())::uuid[]);

-- Which organisation keeps what is registered about a person: for the review of the journal.
create view person_keepers as
  select p.id as participant_id, p.organisation_id
  from participants p
  where p.organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR']));

grant select on whole_cases, led_referrals, person_keepers to ${appRole};

-- Cases.
alter table cases enable row level security;
create policy whole on cases
  using (exists (select from assigned_cases a where a.case_id = cases.id)
    or initiative_id = any((select asker_leads())::uuid[]) and participant_id <> all((select asker_hidden())::uuid[])
    or (select asking_installation()))
  with check (exists (select from assigned_cases a where a.case_id = cases.id)
    or initiative_id = any((select asker_leads())::uuid[]) and participant_id <> all((select asker_hidden())::uuid[])
    or (select asking_installation()));
create policy own on cases for select using (id = (select asker_own_case()));
create policy looked_at on cases for select using (asker_looks_at(id, '{}'));

-- What a consent opens of a case is never the row itself, which tells more than any one kind: how it ended, and why.
create view opened_cases as
  select c.id as case_id, c.association_id, c.organisation_id, c.initiative_id, c.participant_id, c.number, c.state,
    c.started_on, (select a.staff_id from assignments a where a.case_id = c.id and a.to_on is null) as caseworker,
    case when e.economy then c.income_before end as income_before,
    case when e.economy then c.hours_before end as hours_before
  from case_colleagues n
  join cases c on c.id = n.case_id
  cross join lateral (select count(*) as kinds, count(*) filter (where o.kind = 'ECONOMY') > 0 as economy
    from opened_by_consent o where o.case_id = n.case_id) e
  where n.staff_id = (select asking('STAFF')) and n.ended_at is null and e.kinds > 0;
grant select on opened_cases to ${appRole};

-- What belongs to a case, by its id: whole to those who have it; opened by consents of the
-- kinds that the last argument names.
create function guard_rows_of_case(guarded text, own boolean, kinds text[]) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', guarded);
  execute format('create policy whole on %1$I
    using (exists (select from whole_cases w where w.case_id = %1$I.case_id))
    with check (exists (select from whole_cases w where w.case_id = %1$I.case_id))', guarded);
  execute format('create policy looked_at on %1$I for select using (asker_looks_at(case_id, %2$L))', guarded, kinds);
  if own then
    execute format('create policy own on %1$I for select using (case_id = (select asker_own_case()))', guarded);
  end if;
end
$$;

select guard_rows_of_case('assignments', true, '{}');
select guard_rows_of_case('case_changes', true, '{}');
select guard_rows_of_case('rounds', true, array['ASSESSMENTS']);
select guard_rows_of_case('round_changes', true, '{}');
select guard_rows_of_case('agreements', true, array['PLAN']);
select guard_rows_of_case('activities', true, '{}');
select guard_rows_of_case('employments', true, array['WORK']);
select guard_rows_of_case('notes', true, array['NOTES']);
select guard_rows_of_case('reminder_choices', true, '{}');
select guard_rows_of_case('reminders', true, '{}');
select guard_rows_of_case('reminder_stop_links', false, '{}');
select guard_rows_of_case('case_colleagues', true, '{}');

-- What an activity is about decides which kind of information it is.
create policy opened on activities for select
  using (asker_looks_at(case_id, array[case when kind in ('HEALTH', 'SOCIAL') then kind else 'ACTIVITIES' end]));

-- Whoever answers the own questions changes the own round: that it is answered.
create policy own_round on rounds for update
  using (id = (select asking('RESPONDENT'))) with check (id = (select asking('RESPONDENT')));

-- A colleague sees that they themselves are named.
create policy named on case_colleagues for select using (staff_id = (select asking('STAFF')));

-- What belongs to something of a case is open as that is; changed by those alone to whom the case is whole. Which case that
-- is, is looked up past the policies: asking them once more, inside those of another table, costs more than the look itself.
create view whole_rounds as select o.id from rounds o join whole_cases w on w.case_id = o.case_id;
create view whole_agreements as select o.id from agreements o join whole_cases w on w.case_id = o.case_id;
create view whole_notes as select o.id from notes o join whole_cases w on w.case_id = o.case_id;
grant select on whole_rounds, whole_agreements, whole_notes to ${appRole};

-- looked_at: whether anybody looks at it who does not have the case.
create function guard_rows_of(guarded text, kept_in text, reference text, looked_at boolean) returns void language plpgsql as $$
begin
  execute format('alter table %I enable row level security', guarded);
  execute format('create policy whole on %1$I
    using (exists (select from whole_%2$s w where w.id = %1$I.%3$I))
    with check (exists (select from whole_%2$s w where w.id = %1$I.%3$I))', guarded, kept_in, reference);
  if looked_at then
    execute format('create policy looked_at on %1$I for select using (asker_looks_at_%2$s(%3$I))', guarded, kept_in, reference);
  end if;
end
$$;

-- kind: of the information that a consent opens it by.
create function look_at(kept_in text, kind text) returns void language plpgsql as $$
begin
  execute format('create function asker_looks_at_%1$s(looked_at uuid) returns boolean language plpgsql stable security definer
    set search_path = ${flyway:defaultSchema}, pg_temp as $f$
    declare
      looked_case constant uuid := (select o.case_id from %1$I o where o.id = looked_at);
    begin
      return coalesce(looked_case = asker_own_case(), false) or asker_looks_at(looked_case, array[%2$L]);
    end
    $f$', kept_in, kind);
end
$$;
select look_at('rounds', 'ASSESSMENTS');
select look_at('agreements', 'PLAN');
select look_at('notes', 'NOTES');

select guard_rows_of('assessments', 'rounds', 'round_id', true);
select guard_rows_of('answer_keys', 'rounds', 'round_id', false);
select guard_rows_of('agreement_outcomes', 'agreements', 'agreement_id', true);
select guard_rows_of('note_versions', 'notes', 'note_id', true);
select guard_rows_of('note_dissents', 'notes', 'note_id', true);

-- The participant's own answers in the round that the key opened.
create policy own_insert on assessments for insert
  with check (round_id = (select asking('RESPONDENT')) and respondent = 'PARTICIPANT');
create policy own_update on assessments for update
  using (round_id = (select asking('RESPONDENT')) and respondent = 'PARTICIPANT')
  with check (round_id = (select asking('RESPONDENT')) and respondent = 'PARTICIPANT');

-- A draft is its author's alone.
alter table note_drafts enable row level security;
create policy author on note_drafts
  using (author_id = (select asking('STAFF')) and exists (select from whole_cases w where w.case_id = note_drafts.case_id)
    or (select asking_installation()))
  with check (author_id = (select asking('STAFF')) and exists (select from whole_cases w where w.case_id = note_drafts.case_id)
    or (select asking_installation()));

-- Referrals.
alter table referrals enable row level security;
create policy whole on referrals
  using ((select asking_installation())
    or initiative_id = any((select asker_leads())::uuid[]) and participant_id <> all((select asker_hidden())::uuid[]))
  with check ((select asking_installation())
    or initiative_id = any((select asker_leads())::uuid[]) and participant_id <> all((select asker_hidden())::uuid[]));
create policy registered on referrals for select
  using (registered_by = (select asking('STAFF')) and state in ('RECEIVED', 'WAITING')
    and organisation_id = (select asker_organisation(array['CASEWORKER', 'LEAD'])));
create policy registering on referrals for insert
  with check (registered_by = (select asking('STAFF'))
    and organisation_id = (select asker_organisation(array['CASEWORKER', 'LEAD'])));
create policy of_case on referrals for select
  using (exists (select from whole_cases w where w.referral_id = referrals.id));
create policy looked_at on referrals for select using (asker_looks_at_referral(id));

alter table referral_decisions enable row level security;
create policy looked_at on referral_decisions for select
  using (exists (select from referrals f where f.id = referral_decisions.referral_id));
create policy led on referral_decisions for insert
  with check (exists (select from led_referrals f where f.referral_id = referral_decisions.referral_id));

-- Participants.
alter table participants enable row level security;
create policy whole on participants
  using (exists (select from whole_cases w where w.participant_id = participants.id) or (select asking_installation()))
  with check (organisation_id = (select asker_organisation(array['CASEWORKER', 'LEAD'])) or (select asking_installation()));
create policy of_referral on participants for select
  using (exists (select from led_referrals f where f.participant_id = participants.id)
    or exists (select from referrals f where f.participant_id = participants.id
      and f.registered_by = (select asking('STAFF')) and f.state in ('RECEIVED', 'WAITING')));
create policy registering on participants for insert
  with check (organisation_id = (select asker_organisation(array['CASEWORKER', 'LEAD'])));
create policy own on participants for select using (id = (select asker_own_person()));
create policy looked_at on participants for select using (asker_helps(id));

alter table named_access enable row level security;
create policy whole on named_access
  using ((select asking_installation()) or exists (select from whole_cases w where w.participant_id = named_access.participant_id)
    or exists (select from led_referrals f where f.participant_id = named_access.participant_id))
  with check ((select asking_installation()) or exists (select from whole_cases w where w.participant_id = named_access.participant_id)
    or exists (select from led_referrals f where f.participant_id = named_access.participant_id));
create policy registering on named_access for insert
  with check (exists (select from referrals f where f.participant_id = named_access.participant_id
    and f.registered_by = (select asking('STAFF')) and f.state in ('RECEIVED', 'WAITING')));
create policy registered on named_access for select
  using (exists (select from referrals f where f.participant_id = named_access.participant_id
    and f.registered_by = (select asking('STAFF')) and f.state in ('RECEIVED', 'WAITING')));

alter table case_numbers enable row level security;
create policy of_association on case_numbers
  using (association_id = (select asker_association()) or (select asking_installation()))
  with check (association_id = (select asker_association()) or (select asking_installation()));

-- Consents.
alter table consents enable row level security;
create policy whole on consents
  using (exists (select from whole_cases w where w.participant_id = consents.participant_id))
  with check (exists (select from whole_cases w where w.participant_id = consents.participant_id));
create policy own on consents for select using (participant_id = (select asker_own_person()));
create policy looked_at on consents for select using (asker_helps(participant_id));

alter table consent_papers enable row level security;
create policy whole on consent_papers
  using (exists (select from whole_cases w where w.participant_id = consent_papers.participant_id))
  with check (exists (select from whole_cases w where w.participant_id = consent_papers.participant_id));
create policy own on consent_papers for select using (participant_id = (select asker_own_person()));

alter table consent_answers enable row level security;
create policy looked_at on consent_answers for select
  using (exists (select from consents q where q.id = consent_answers.consent_id));
create policy of_case on consent_answers for insert
  with check ((recorded_by = (select asking('STAFF')) or (select asking_installation()))
    and exists (select from consents q join whole_cases w on w.participant_id = q.participant_id
      where q.id = consent_answers.consent_id));
create policy own on consent_answers for insert
  with check (how = 'OWN_PAGE' and recorded_by is null and answer = 'WITHDRAWN'
    and exists (select from consents q where q.id = consent_answers.consent_id and q.participant_id = (select asker_own_person())));

-- Cases opened in an emergency: whoever opens, who has the case, the person, and the organisation's administrator.
alter table emergency_access enable row level security;
create policy opening on emergency_access for insert
  with check (staff_id = (select asking('STAFF'))
    and organisation_id = (select asker_organisation(array['CASEWORKER', 'LEAD'])) or (select asking_installation()));
create policy looked_at on emergency_access for select
  using (staff_id = (select asking('STAFF')) or case_id = (select asker_own_case())
    or organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR']))
    or exists (select from whole_cases w where w.case_id = emergency_access.case_id));

-- Measurements from elsewhere are the initiative's leads'.
alter table imports enable row level security;
create policy led on imports
  using (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  with check (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()));
alter table import_columns enable row level security;
create policy led on import_columns
  using (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  with check (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()));
alter table import_rows enable row level security;
create policy of_import on import_rows using (exists (select from imports i where i.id = import_rows.import_id))
  with check (exists (select from imports i where i.id = import_rows.import_id));
alter table import_faults enable row level security;
create policy of_import on import_faults using (exists (select from imports i where i.id = import_faults.import_id))
  with check (exists (select from imports i where i.id = import_faults.import_id));

-- Everybody adds to the journal. It is read by the person whom it is about, and by the administrators of the organisation
-- whose staff has acted or which keeps what is registered about the person.
alter table journal enable row level security;
-- Nobody chooses where in the journal a row comes: its seals go by the order of the ids.
revoke insert on journal from ${appRole};
grant insert (at, actor_kind, actor_id, actor_organisation_id, association_id, action, subject_kind, subject_id, case_id,
  participant_id) on journal to ${appRole};
create policy written on journal for insert with check (true);
create policy own on journal for select using (participant_id = (select asker_own_person()));
create policy reviewed on journal for select
  using (actor_organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR']))
    or participant_id in (select k.participant_id from person_keepers k)
    or (select asking_installation()));

drop function guard_rows_of_case(text, boolean, text[]);
drop function guard_rows_of(text, text, text, boolean);
drop function look_at(text, text);

-- The views that run as the owner tell of the asker's own association alone, and of nothing while nobody is asking.
create or replace view case_reach as
  select a.case_id, a.staff_id, 'CASEWORKER' as reach
    from assignments a
    join staff s on s.id = a.staff_id and s.active
    join staff_roles r on r.staff_id = s.id and r.role = 'CASEWORKER'
    where a.to_on is null
      and (s.association_id = (select asker_association(array['CASEWORKER', 'LEAD', 'TEAM_MEMBER'])) or (select asking_installation()))
  union all
  select c.id, l.staff_id, 'LEAD'
    from cases c
    join initiative_leads l on l.initiative_id = c.initiative_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = c.organisation_id
    join staff_roles r on r.staff_id = s.id and r.role = 'LEAD'
    join participants p on p.id = c.participant_id
    where (p.protection = 'NONE'
      or exists (select from named_access n where n.participant_id = p.id and n.staff_id = l.staff_id))
      and (s.association_id = (select asker_association(array['CASEWORKER', 'LEAD', 'TEAM_MEMBER'])) or (select asking_installation()));

create or replace view referral_reach as
  select f.id as referral_id, l.staff_id, 'LEAD' as reach
    from referrals f
    join initiative_leads l on l.initiative_id = f.initiative_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = f.organisation_id
    join staff_roles r on r.staff_id = s.id and r.role = 'LEAD'
    join participants p on p.id = f.participant_id
    where (p.protection = 'NONE'
      or exists (select from named_access n where n.participant_id = p.id and n.staff_id = l.staff_id))
      and (s.association_id = (select asker_association(array['CASEWORKER', 'LEAD'])) or (select asking_installation()))
  union all
  select f.id, f.registered_by, 'REGISTRANT'
    from referrals f
    join staff s on s.id = f.registered_by and s.active and s.organisation_id = f.organisation_id
    where f.state in ('RECEIVED', 'WAITING')
      and exists (select from staff_roles r where r.staff_id = s.id and r.role in ('CASEWORKER', 'LEAD'))
      and (s.association_id = (select asker_association(array['CASEWORKER', 'LEAD'])) or (select asking_installation()));

create or replace view case_states as
  select c.id as case_id, c.initiative_id, c.state,
    case when c.state = 'PAUSED' then
      (select cast(h.at at time zone 'Europe/Stockholm' as date) from case_changes h
        where h.case_id = c.id and h.to_state = 'PAUSED' order by h.id desc limit 1)
    end as paused_on,
    (select a.staff_id from assignments a where a.case_id = c.id and a.to_on is null) as caseworker
  from cases c
  where c.association_id = (select asker_association()) or (select asking_installation());

create or replace view follow_up_cases as
  select c.id as case_id, c.initiative_id, (select p.legal_sex from participants p where p.id = c.participant_id) as legal_sex,
    c.started_on, c.ended_on,
    (select count(distinct a.staff_id) from assignments a where a.case_id = c.id) as caseworkers
  from cases c
  where c.association_id = (select asker_association(array['LEAD', 'ASSOCIATION_OFFICER'])) or (select asking_installation());

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
