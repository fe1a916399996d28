-- De-identified questions to a team: no person is registered, and nothing here points to one. What says too much after all is erased:
-- the words go, and the question is counted as before.

-- The teams that the asker is a member of.
create function asker_teams() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return array(select m.team_id from team_members m
    join staff s on s.id = m.staff_id and s.active
    where m.staff_id = asking('STAFF') and exists (select from staff_roles r
      where r.staff_id = s.id and r.role in ('CASEWORKER', 'TEAM_MEMBER', 'LEAD')));
end
$$;

create table consultations (
  id uuid primary key,
  association_id uuid not null,
  team_id uuid not null,
  question text check (length(trim(question)) between 1 and 4000),
  asked_by uuid not null,
  asked_at timestamptz not null,
  outcome text check (outcome in ('ADVICE', 'REFERRAL', 'OTHER_WAY', 'NOT_FOR_TEAM')),
  closed_by uuid,
  closed_at timestamptz,
  erased_by uuid,
  erased_at timestamptz,
  foreign key (association_id, team_id) references teams (association_id, id),
  foreign key (association_id, asked_by) references staff (association_id, id),
  foreign key (association_id, closed_by) references staff (association_id, id),
  foreign key (association_id, erased_by) references staff (association_id, id),
  check ((question is null) = (erased_at is not null) and (erased_by is null) = (erased_at is null)),
  check ((outcome is null) = (closed_by is null) and (closed_by is null) = (closed_at is null))
);
create index consultations_by_team on consultations (team_id, asked_at desc);
create index consultations_by_asker on consultations (asked_by, asked_at desc);

create table consultation_answers (
  id uuid primary key,
  association_id uuid not null,
  consultation_id uuid not null references consultations,
  text text check (length(trim(text)) between 1 and 4000),
  answered_by uuid not null,
  answered_at timestamptz not null,
  foreign key (association_id, answered_by) references staff (association_id, id)
);
create index consultation_answers_by_consultation on consultation_answers (consultation_id, answered_at);

create trigger closed_consultation_stays before update of outcome, closed_by, closed_at on consultations
  for each row when (old.closed_at is not null or old.erased_at is not null)
  execute function refuse_change('a consultation that is closed is never changed');
create trigger question_stays_or_is_erased before update of question, erased_by, erased_at on consultations
  for each row when (old.erased_at is not null or new.question is not null)
  execute function refuse_change('what was asked stays as it is, or is erased');
create trigger consultation_answer_stays before delete on consultation_answers
  for each row execute function refuse_change('what was answered is never taken away');
create trigger answer_stays_or_is_erased before update on consultation_answers
  for each row when (old.text is null or new.text is not null)
  execute function refuse_change('what was answered stays as it is, or is erased');
create trigger consultation_stays before delete on consultations
  for each row execute function refuse_change('what was asked is never taken away');

grant select, insert on consultations, consultation_answers to ${appRole};
grant update (outcome, closed_by, closed_at) on consultations to ${appRole};

-- Takes the words of a question and of its answers away: for whoever asked, and for a lead among the team's members. False to
-- everybody else, and where they have gone already.
create function erase_consultation(erased uuid) returns boolean language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  update consultations c set question = null, erased_by = asking('STAFF'), erased_at = asked_at()
    where c.id = erased and c.erased_at is null and c.association_id = asker_association()
      and (c.asked_by = asking('STAFF')
        or c.team_id = any(asker_teams())
          and exists (select from staff_roles r where r.staff_id = asking('STAFF') and r.role = 'LEAD'));
  if not found then
    return false;
  end if;
  update consultation_answers set text = null where consultation_id = erased;
  return true;
end
$$;

alter table consultations enable row level security;
create policy of_team on consultations
  using (association_id = (select asker_association())
      and (team_id = any((select asker_teams())::uuid[]) or asked_by = (select asking('STAFF')))
    or (select asking_installation()))
  with check (association_id = (select asker_association())
      and (team_id = any((select asker_teams())::uuid[]) or asked_by = (select asking('STAFF')))
    or (select asking_installation()));

alter table consultation_answers enable row level security;
create policy of_consultation on consultation_answers
  using (exists (select from consultations c where c.id = consultation_answers.consultation_id))
  with check (exists (select from consultations c where c.id = consultation_answers.consultation_id)
    and text is not null and (answered_by = (select asking('STAFF')) or (select asking_installation())));

-- How many questions each team of the asker's association has had, and what they led to: counts of questions, not of persons.
create view consultation_counts as
  select c.team_id, c.association_id, cast(date_trunc('month', c.asked_at at time zone 'Europe/Stockholm') as date) as month,
    count(*) as asked, count(*) filter (where c.closed_at is null and c.erased_at is null) as open,
    count(*) filter (where c.outcome = 'REFERRAL') as referred
  from consultations c
  where c.association_id = (select asker_association())
  group by 1, 2, 3;
grant select on consultation_counts to ${appRole};
