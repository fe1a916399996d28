-- Groups (gruppprogram): an initiative's programmes with their sessions, who is enrolled, and who came.

-- What the initiative's owner offers. Nothing here is about a person.
-- places: how many can be enrolled at once; null: no limit.
create table group_programmes (
  id uuid primary key,
  association_id uuid not null references associations,
  organisation_id uuid not null references organisations,
  initiative_id uuid not null references initiatives,
  name text not null check (length(trim(name)) between 1 and 200),
  purpose text not null check (length(purpose) <= 2000),
  places integer check (places between 1 and 200),
  made_by uuid not null references staff,
  made_at timestamptz not null,
  evaluation_closed_at timestamptz,
  evaluation_closed_by uuid references staff,
  version integer not null default 0,
  check ((evaluation_closed_at is null) = (evaluation_closed_by is null))
);
create index group_programmes_by_initiative on group_programmes (initiative_id);

-- The staff of the owner who lead it: what they see of those enrolled are names and attendance.
create table group_leaders (
  group_id uuid not null references group_programmes on delete cascade,
  staff_id uuid not null references staff,
  named_at timestamptz not null default now(),
  primary key (group_id, staff_id)
);
create index group_leaders_by_staff on group_leaders (staff_id);

-- series_id: the form that made it, so that a series that is sent twice is made once.
-- attendance_version: rises with each time that attendance is saved.
create table group_sessions (
  id uuid primary key,
  group_id uuid not null references group_programmes on delete cascade,
  series_id uuid not null,
  number integer not null check (number >= 1),
  held_on date not null,
  starts_at time not null,
  minutes integer not null check (minutes between 5 and 600),
  kind text not null check (kind in ('MEETING', 'LECTURE', 'TRAINING')),
  theme text not null check (length(theme) <= 200),
  place text not null check (length(place) <= 200),
  leader_staff_id uuid references staff,
  leader_words text not null check (length(leader_words) <= 200),
  lecturer_organisation_id uuid references organisations,
  lecturer_words text not null check (length(lecturer_words) <= 200),
  materials text not null check (length(materials) <= 4000),
  cancelled_at timestamptz,
  cancelled_why text not null default '' check (length(cancelled_why) <= 500),
  attendance_version integer not null default 0,
  version integer not null default 0,
  unique (series_id, number),
  unique (id, group_id)
);
create index group_sessions_by_group on group_sessions (group_id, held_on);

-- agreed_name: what the leaders call somebody whose own name they may not know; needed for whoever is anonymous or has protected
-- identity. agreed_at, agreed_protected: when that was said, by the clock of the database, and whether the person had protected identity then.
create table group_enrolments (
  id uuid primary key,
  association_id uuid not null references associations,
  group_id uuid not null references group_programmes,
  case_id uuid not null references cases on delete cascade,
  agreed_name text not null check (length(agreed_name) <= 100),
  agreed_at timestamptz not null default now(),
  agreed_protected boolean not null default false,
  from_on date not null,
  enrolled_by uuid not null references staff,
  enrolled_at timestamptz not null,
  ended_on date,
  end_reason text check (end_reason in ('GOAL_REACHED', 'OWN_WISH', 'HEALTH', 'OTHER_EFFORT', 'OTHER', 'MISTAKE', 'CASE_ENDED')),
  ended_by uuid references staff,
  ended_at timestamptz,
  version integer not null default 0,
  check (ended_on is null or ended_on >= from_on),
  check ((ended_on is null) = (end_reason is null)),
  check ((ended_on is null) = (ended_at is null)),
  unique (id, group_id)
);
create unique index group_enrolled_once on group_enrolments (group_id, case_id) where ended_on is null;
create index group_enrolments_by_case on group_enrolments (case_id);
create index group_enrolments_by_group on group_enrolments (group_id);
create trigger ended_enrolment_stays before update on group_enrolments
  for each row when (old.ended_on is not null) execute function refuse_change('an enrolment that has ended is never changed');

create function name_agreed_on() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  new.agreed_at := now();
  new.agreed_protected := (select p.protection <> 'NONE' from cases c join participants p on p.id = c.participant_id where c.id = new.case_id);
  return new;
end
$$;
create trigger name_agreed_on before insert or update of agreed_name on group_enrolments
  for each row execute function name_agreed_on();

create table group_attendance (
  session_id uuid not null,
  enrolment_id uuid not null,
  group_id uuid not null,
  mark text not null check (mark in ('CAME', 'ILL', 'OTHER_APPOINTMENT', 'DID_NOT_WANT', 'NO_NOTICE', 'OTHER')),
  recorded_by uuid not null references staff,
  recorded_at timestamptz not null,
  primary key (session_id, enrolment_id),
  foreign key (session_id, group_id) references group_sessions (id, group_id),
  foreign key (enrolment_id, group_id) references group_enrolments (id, group_id) on delete cascade
);
create index group_attendance_by_enrolment on group_attendance (enrolment_id);

grant select, insert on group_programmes, group_sessions, group_enrolments, group_attendance to ${appRole};
grant select, insert, delete on group_leaders to ${appRole};
grant update (name, purpose, places, evaluation_closed_at, evaluation_closed_by, version) on group_programmes to ${appRole};
grant update (held_on, starts_at, minutes, kind, theme, place, leader_staff_id, leader_words, lecturer_organisation_id, lecturer_words,
  materials, cancelled_at, cancelled_why, attendance_version, version) on group_sessions to ${appRole};
grant update (agreed_name, ended_on, end_reason, ended_by, ended_at, version) on group_enrolments to ${appRole};
grant update (mark, recorded_by, recorded_at) on group_attendance to ${appRole};

-- Who comes near. The groups that the asker is named as a leader of.
create function asker_groups() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  me constant uuid := asking('STAFF');
begin
  if me is null then
    return '{}';
  end if;
  return array(select l.group_id from group_leaders l
    join group_programmes g on g.id = l.group_id
    join staff s on s.id = l.staff_id and s.active and s.organisation_id = g.organisation_id
    where l.staff_id = me and exists (select from staff_roles r where r.staff_id = s.id and r.role in ('CASEWORKER', 'LEAD')));
end
$$;

-- Those, and the groups of the initiatives that the asker leads: what the asker may plan.
create function asker_planned_groups() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return asker_groups() || array(select g.id from group_programmes g where g.initiative_id = any(asker_leads()));
end
$$;

-- The groups that the asking participant has been enrolled in, but for those by mistake.
create function asker_own_groups() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return array(select e.group_id from group_enrolments e
    where e.case_id = asker_own_case() and e.end_reason is distinct from 'MISTAKE');
end
$$;

-- Whom a leader of a group sees in it, and by which name; nothing else of them. Nobody whose processing is restricted; nobody with protected
-- identity for whom no name has been agreed on since it was protected, and then only by those who were leaders at that time; and nobody any
-- longer when a quarter of a year has passed since their own last day in the group or the last session (our own choice: attendance has been
-- corrected and the evaluation answered by then). Of a group without sessions it is counted from the first day.
create view led_enrolments as
  select e.id, e.group_id, e.case_id, c.association_id, c.participant_id, e.from_on, e.ended_on,
    case when e.agreed_name <> '' then e.agreed_name else coalesce(p.name, '') end as called
  from group_enrolments e
  join cases c on c.id = e.case_id
  join participants p on p.id = c.participant_id
  where e.group_id = any((select asker_groups())::uuid[])
    and e.end_reason is distinct from 'MISTAKE'
    and case when p.protection = 'NONE' then e.agreed_name <> '' or p.name is not null
      else e.agreed_name <> '' and e.agreed_protected and exists (select from group_leaders l
        where l.group_id = e.group_id and l.staff_id = (select asking('STAFF')) and l.named_at <= e.agreed_at) end
    and not exists (select from case_restrictions x where x.case_id = e.case_id and x.lifted_at is null)
    and coalesce(least(e.ended_on, (select max(s.held_on) from group_sessions s where s.group_id = e.group_id and s.cancelled_at is null)),
      e.from_on) >= (select asked_on()) - 90;
grant select on led_enrolments to ${appRole};

-- How many are enrolled now, to whoever sees all of them; else null: from the number one could tell that somebody is hidden, and who.
create function group_size(of_group uuid) returns integer language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return (select case when bool_and(exists (select from led_enrolments l where l.id = e.id)
        or exists (select from whole_cases w where w.case_id = e.case_id)) is not false then count(*) end
    from group_enrolments e join group_programmes g on g.id = e.group_id
    where e.group_id = of_group and e.ended_on is null
      and g.organisation_id = asker_organisation(array['CASEWORKER', 'LEAD']));
end
$$;
revoke execute on function group_size(uuid) from public;
grant execute on function group_size(uuid) to ${appRole};

-- Whether all places are taken, to those who may see the programme.
create function group_full(of_group uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return coalesce((select g.places <= (select count(*) from group_enrolments e where e.group_id = g.id and e.ended_on is null)
    from group_programmes g where g.id = of_group and g.organisation_id = asker_organisation(array['CASEWORKER', 'LEAD'])), false);
end
$$;
revoke execute on function group_full(uuid) from public;
grant execute on function group_full(uuid) to ${appRole};

-- How many places of a group are taken. Whoever asks holds the group until the transaction ends, so that two do not take the last place.
create function group_places_taken(of_group uuid) returns integer language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform from group_programmes g where g.id = of_group and g.organisation_id = asker_organisation(array['CASEWORKER', 'LEAD']) for update;
  if not found then
    return null;
  end if;
  return (select count(*) from group_enrolments e where e.group_id = of_group and e.ended_on is null);
end
$$;
revoke execute on function group_places_taken(uuid) from public;
grant execute on function group_places_taken(uuid) to ${appRole};

-- Programmes and their sessions: those who work with persons in the owner organisation, and the person who takes part.
alter table group_programmes enable row level security;
create policy of_owner on group_programmes for select using (organisation_id = (select asker_organisation(array['CASEWORKER', 'LEAD'])));
create policy own on group_programmes for select using (id = any((select asker_own_groups())::uuid[]));
create policy installation on group_programmes for select using ((select asking_installation()));
create policy adding on group_programmes for insert
  with check (made_by = (select asking('STAFF')) and organisation_id = (select asker_organisation(array['CASEWORKER', 'LEAD']))
    and exists (select from initiatives i where i.id = initiative_id and i.owner_id = organisation_id));
create policy planned on group_programmes for update
  using (id = any((select asker_planned_groups())::uuid[])) with check (id = any((select asker_planned_groups())::uuid[]));

alter table group_leaders enable row level security;
create policy of_group on group_leaders for select using (exists (select from group_programmes g where g.id = group_id));
create policy adding on group_leaders for insert
  with check (group_id = any((select asker_planned_groups())::uuid[])
    or exists (select from group_programmes g where g.id = group_id and g.made_by = (select asking('STAFF')) and g.version = 0));
create policy planned on group_leaders for delete using (group_id = any((select asker_planned_groups())::uuid[]));

alter table group_sessions enable row level security;
create policy of_group on group_sessions for select using (exists (select from group_programmes g where g.id = group_id));
create policy adding on group_sessions for insert with check (group_id = any((select asker_planned_groups())::uuid[]));
create policy planned on group_sessions for update
  using (group_id = any((select asker_planned_groups())::uuid[])) with check (group_id = any((select asker_planned_groups())::uuid[]));

-- Who is enrolled: whole to those who have the case, and enrolled by them alone, in their own name and in a group of the case's own
-- initiative. Leaders look.
alter table group_enrolments enable row level security;
create policy whole on group_enrolments
  using (exists (select from whole_cases w where w.case_id = group_enrolments.case_id))
  with check (exists (select from whole_cases w where w.case_id = group_enrolments.case_id));
create policy looked_at on group_enrolments for select using (asker_looks_at(case_id, '{}'));
create policy own on group_enrolments for select using (case_id = (select asker_own_case()));
create policy led on group_enrolments for select
  using (exists (select from led_enrolments l where l.id = group_enrolments.id));
create policy own_name_insert on group_enrolments as restrictive for insert
  with check (enrolled_by = (select asking('STAFF')) and exists (select from group_programmes g
    join whole_cases w on w.initiative_id = g.initiative_id where g.id = group_id and w.case_id = group_enrolments.case_id));
create policy own_name_update on group_enrolments as restrictive for update using (true)
  with check (ended_by = (select asking('STAFF')) or ended_by is null and (ended_on is null or end_reason = 'CASE_ENDED'));
create policy not_restricted_insert on group_enrolments as restrictive for insert
  with check (case_id <> all((select asker_restricted())::uuid[]));
create policy not_restricted_update on group_enrolments as restrictive for update using (true)
  with check (case_id <> all((select asker_restricted())::uuid[]));

-- Who came: taken by the leaders, in their own name; read by those who have the case and by the person.
alter table group_attendance enable row level security;
create policy led on group_attendance
  using (exists (select from led_enrolments l where l.id = enrolment_id))
  with check (recorded_by = (select asking('STAFF')) and exists (select from led_enrolments l where l.id = enrolment_id));
create policy of_enrolment on group_attendance for select using (exists (select from group_enrolments e where e.id = enrolment_id));

-- An enrolment is an activity in the case, under the same id, so that it stands on the time line and is counted among what runs side by
-- side. It is kept in step here, whoever changes the group or the enrolment, and cannot be changed as an activity.
alter table activities add column kept_elsewhere boolean not null default false;
alter table activities drop constraint activities_end_reason_check, add constraint activities_end_reason_check
  check (end_reason in ('GOAL_REACHED', 'OWN_WISH', 'HEALTH', 'OTHER_EFFORT', 'PROVIDER', 'OTHER', 'CASE_ENDED', 'GROUP_ENDED'));
-- The second and third of the checks that were given no name: that an end has a day, and a withdrawal a reason.
alter table activities drop constraint activities_check1, drop constraint activities_check2;
-- One that had not begun when the case or the enrolment ended is withdrawn by that end, and by nobody.
alter table activities
  add constraint activities_end_has_day check (end_reason is null or to_on is not null
    or (withdrawn_at is not null and (end_reason = 'CASE_ENDED' or kept_elsewhere))),
  add constraint activities_withdrawn_with_reason check (withdrawn_at is null or length(trim(withdrawn_reason)) > 0
    or end_reason = 'CASE_ENDED' or kept_elsewhere),
  add constraint activities_kept_are_groups check (not kept_elsewhere or kind = 'GROUP'),
  add constraint activities_group_ended check (end_reason <> 'GROUP_ENDED' or kept_elsewhere);
-- What a group keeps comes back when its sessions are planned anew.
drop trigger withdrawn_activity_stays on activities;
create trigger withdrawn_activity_stays before update on activities
  for each row when (old.withdrawn_at is not null and not old.kept_elsewhere) execute function refuse_change('what has been withdrawn is never changed');
create policy not_kept_insert on activities as restrictive for insert with check (not kept_elsewhere);
create policy not_kept_update on activities as restrictive for update using (not kept_elsewhere) with check (not kept_elsewhere);

-- From the day of enrolment or the first session, whichever is later, to the last session, or to when the person left before that.
-- What stood when a case ended is left as it is, but for the enrolments that have changed themselves, as by that end.
create function keep_group_activities(of_group uuid, changed_enrolments uuid[]) returns void language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  first_on date;
  last_on date;
  title text;
begin
  -- One at a time: of two changes at once, the latter would not see the former's.
  select g.name into title from group_programmes g where g.id = of_group for no key update;
  select min(s.held_on), max(s.held_on) into first_on, last_on from group_sessions s
    where s.group_id = of_group and s.cancelled_at is null;
  with enrolled as (
    select e.*, greatest(e.from_on, first_on) as began,
      coalesce(e.ended_on < greatest(e.from_on, first_on), false) or coalesce(e.end_reason = 'MISTAKE', false) as never,
      coalesce(e.ended_on <= coalesce(last_on, e.ended_on), false) as gone
    from group_enrolments e where e.group_id = of_group
      and not exists (select from case_restrictions x where x.case_id = e.case_id and x.lifted_at is null)
      and (e.id = any(changed_enrolments) or not exists (select from cases c where c.id = e.case_id and c.state = 'ENDED'))
  ), told as (
    select e.*,
      case when never then null when gone then ended_on when last_on is not null then greatest(last_on, began) end as to_on,
      case when never then case when end_reason = 'CASE_ENDED' then 'CASE_ENDED' end
        when gone then end_reason when last_on is not null then 'GROUP_ENDED' end as why
    from enrolled e
  )
  insert into activities as a (id, association_id, case_id, kind, title, from_on, to_on, end_reason, registered_by, registered_at,
      withdrawn_at, kept_elsewhere)
    select t.id, t.association_id, t.case_id, 'GROUP', title, t.began, t.to_on, t.why, t.enrolled_by, t.enrolled_at,
      case when t.never then t.ended_at end, true
    from told t
    on conflict (id) do update set title = excluded.title, from_on = excluded.from_on, to_on = excluded.to_on,
      end_reason = excluded.end_reason, withdrawn_at = excluded.withdrawn_at, version = a.version + 1
    where a.kept_elsewhere
      and row(a.title, a.from_on, a.to_on, a.end_reason, a.withdrawn_at)
        is distinct from row(excluded.title, excluded.from_on, excluded.to_on, excluded.end_reason, excluded.withdrawn_at);
end
$$;
revoke execute on function keep_group_activities(uuid, uuid[]) from public;

create function group_has_changed() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform keep_group_activities(c.group_id, '{}') from (select distinct t.group_id from changed t order by t.group_id) c;
  return null;
end
$$;
create function enrolments_have_changed() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform keep_group_activities(c.group_id, c.ids)
    from (select t.group_id, array_agg(t.id) as ids from changed t group by t.group_id order by t.group_id) c;
  return null;
end
$$;
create trigger keep_activities_insert after insert on group_sessions referencing new table as changed
  for each statement execute function group_has_changed();
create trigger keep_activities_update after update on group_sessions referencing new table as changed
  for each statement execute function group_has_changed();
create trigger keep_activities_insert after insert on group_enrolments referencing new table as changed
  for each statement execute function enrolments_have_changed();
create trigger keep_activities_update after update on group_enrolments referencing new table as changed
  for each statement execute function enrolments_have_changed();
create function group_has_new_name() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform keep_group_activities(new.id, '{}');
  return null;
end
$$;
create trigger keep_activities_named after update on group_programmes
  for each row when (old.name <> new.name) execute function group_has_new_name();

-- While the processing is restricted the case stands still; then its activities catch up with their groups.
create function restriction_has_been_lifted() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform keep_group_activities(c.group_id, '{}')
    from (select distinct e.group_id from group_enrolments e where e.case_id = new.case_id order by e.group_id) c;
  return null;
end
$$;
create trigger keep_activities_lifted after update on case_restrictions
  for each row when (old.lifted_at is null and new.lifted_at is not null) execute function restriction_has_been_lifted();
