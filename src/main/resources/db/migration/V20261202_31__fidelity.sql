-- Fidelity scales as data: those without an association ship with the product.
create table fidelity_scales (
  id uuid primary key,
  association_id uuid references associations,
  key text,
  version integer check (version > 0),
  state text not null check (state in ('DRAFT', 'PUBLISHED', 'RETIRED')),
  definition text not null,
  edition integer not null default 0,
  changed_at timestamptz,
  published_at timestamptz,
  retired_at timestamptz,
  constraint fidelity_scale_is_named check (state = 'DRAFT' or (key is not null and version is not null))
);
create unique index fidelity_scale_once on fidelity_scales
  (coalesce(association_id, '00000000-0000-0000-0000-000000000000'), key, version);
create function published_fidelity_scale_is_immutable() returns trigger language plpgsql as $$
begin
  if old.state <> 'DRAFT' and
      (new.definition is distinct from old.definition or new.key is distinct from old.key or new.version is distinct from old.version
       or new.association_id is distinct from old.association_id
       or new.state = 'DRAFT' or (old.state = 'RETIRED' and new.state <> 'RETIRED')) then
    raise exception 'a published scale is immutable';
  end if;
  return new;
end
$$;
create trigger published_fidelity_scale_immutable before update on fidelity_scales
  for each row execute function published_fidelity_scale_is_immutable();

-- Who works by the method in an initiative, how much of full time and between which days. Caseloads and contacts are counted for them.
create table fidelity_specialists (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid not null references initiatives,
  staff_id uuid not null references staff,
  percent integer not null check (percent between 1 and 100),
  from_on date not null,
  to_on date,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  removed_at timestamptz,
  version integer not null default 0,
  check (to_on is null or to_on >= from_on)
);
create index fidelity_specialists_by_initiative on fidelity_specialists (initiative_id) where removed_at is null;

-- The care teams (vårdteam) that an initiative's people come from.
create table fidelity_care_teams (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid not null references initiatives,
  name text not null check (length(trim(name)) between 1 and 200),
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  removed_at timestamptz,
  unique (initiative_id, id)
);
create unique index fidelity_care_team_named_once on fidelity_care_teams (initiative_id, lower(trim(name))) where removed_at is null;

-- Which of them a person comes from, from that day on; none if it is said to be none of them.
create table case_care_teams (
  association_id uuid not null references associations,
  initiative_id uuid not null,
  case_id uuid not null,
  from_on date not null,
  care_team_id uuid,
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  primary key (case_id, from_on),
  foreign key (case_id, initiative_id) references cases (id, initiative_id) on delete cascade,
  foreign key (initiative_id, care_team_id) references fidelity_care_teams (initiative_id, id)
);

-- That the supervisor has gone through the log of employer contacts with the specialists.
create table fidelity_log_reviews (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid not null references initiatives,
  reviewed_on date not null,
  words text not null default '' check (length(words) <= 2000),
  saved_by uuid not null references staff,
  saved_at timestamptz not null,
  removed_at timestamptz
);
create index fidelity_log_reviews_by_initiative on fidelity_log_reviews (initiative_id, reviewed_on) where removed_at is null;

-- A review of an initiative by a scale, over some days. What was worked out stands as it was when the review was begun.
create table fidelity_reviews (
  id uuid primary key,
  association_id uuid not null references associations,
  initiative_id uuid not null references initiatives,
  scale_id uuid not null references fidelity_scales,
  from_on date not null,
  to_on date not null,
  opened_by uuid not null references staff,
  opened_at timestamptz not null,
  agreed_by uuid references staff,
  agreed_at timestamptz,
  summary text not null default '' check (length(summary) <= 4000),
  dropped_at timestamptz,
  version integer not null default 0,
  check (to_on >= from_on),
  check ((agreed_at is null) = (agreed_by is null)),
  check (agreed_at is null or dropped_at is null)
);
create index fidelity_reviews_by_initiative on fidelity_reviews (initiative_id, to_on);

create table fidelity_computed (
  review_id uuid not null references fidelity_reviews,
  measure text not null check (measure ~ '^[A-Z_]{1,60}$'),
  value numeric,
  part numeric,
  whole numeric,
  blanks integer not null,
  level integer check (level between 1 and 10),
  figure_keys text[] not null,
  figure_numbers numeric[] not null,
  primary key (review_id, measure),
  check (cardinality(figure_keys) = cardinality(figure_numbers))
);

-- Who rates, each on their own. Nobody sees what another has found before all are done.
create table fidelity_raters (
  review_id uuid not null references fidelity_reviews,
  staff_id uuid not null references staff,
  finished_at timestamptz,
  version integer not null default 0,
  primary key (review_id, staff_id)
);
create index fidelity_raters_by_staff on fidelity_raters (staff_id);
create table fidelity_scores (
  review_id uuid not null,
  staff_id uuid not null,
  item text not null check (item ~ '^[a-z][a-z0-9-]{0,59}$'),
  score integer check (score between 1 and 10),
  note text not null default '' check (length(note) <= 2000),
  primary key (review_id, staff_id, item),
  foreign key (review_id, staff_id) references fidelity_raters (review_id, staff_id)
);

-- What they agreed on.
create table fidelity_agreed (
  review_id uuid not null references fidelity_reviews,
  item text not null check (item ~ '^[a-z][a-z0-9-]{0,59}$'),
  score integer not null check (score between 1 and 10),
  note text not null default '' check (length(note) <= 2000),
  primary key (review_id, item)
);

-- An agreed review is what it was.
create function agreed_review_stays() returns trigger language plpgsql as $$
begin
  raise exception 'an agreed review is never changed';
end
$$;
create trigger agreed_review_stays before update or delete on fidelity_reviews
  for each row when (old.agreed_at is not null) execute function agreed_review_stays();
create function part_of_agreed_review_stays() returns trigger language plpgsql as $$
begin
  if exists (select from fidelity_reviews r where r.id = coalesce(new.review_id, old.review_id) and r.agreed_at is not null) then
    raise exception 'an agreed review is never changed';
  end if;
  return coalesce(new, old);
end
$$;
create trigger part_of_agreed_review_stays before insert or update or delete on fidelity_computed
  for each row execute function part_of_agreed_review_stays();
create trigger part_of_agreed_review_stays before insert or update or delete on fidelity_raters
  for each row execute function part_of_agreed_review_stays();
create trigger part_of_agreed_review_stays before insert or update or delete on fidelity_scores
  for each row execute function part_of_agreed_review_stays();
create trigger part_of_agreed_review_stays before insert or update or delete on fidelity_agreed
  for each row execute function part_of_agreed_review_stays();
-- What a rater is done with stays: the others may have seen it.
create function finished_scores_stay() returns trigger language plpgsql as $$
begin
  if exists (select from fidelity_raters r where r.review_id = coalesce(new.review_id, old.review_id)
      and r.staff_id = coalesce(new.staff_id, old.staff_id) and r.finished_at is not null) then
    raise exception 'what a rater is done with is never changed';
  end if;
  return coalesce(new, old);
end
$$;
create trigger finished_scores_stay before insert or update or delete on fidelity_scores
  for each row execute function finished_scores_stay();

-- Who is done has said something of each item that was scored, and is not done again.
create function rater_stays_done() returns trigger language plpgsql as $$
begin
  if old.finished_at is not null then
    raise exception 'who is done stays done';
  end if;
  if new.finished_at is not null and (not exists (select from fidelity_scores s
        where s.review_id = new.review_id and s.staff_id = new.staff_id)
      or exists (select from fidelity_scores s where s.review_id = new.review_id and s.staff_id = new.staff_id and s.score is null)) then
    raise exception 'who is done has scored everything';
  end if;
  return new;
end
$$;
create trigger rater_stays_done before update on fidelity_raters for each row execute function rater_stays_done();

-- Whether nobody has scored anything yet: until then raters are named and figures kept.
create function fidelity_untouched(review uuid) returns boolean language sql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select not exists (select from fidelity_scores s where s.review_id = review)
    and not exists (select from fidelity_raters r where r.review_id = review and r.finished_at is not null)
$$;

-- A lead gives a review up; a rater settles it, and settles something.
create function review_changed_by_its_own() returns trigger language plpgsql as $$
begin
  if new.dropped_at is distinct from old.dropped_at and new.initiative_id <> all(asker_leads()) then
    raise exception 'a review is given up by a lead' using errcode = 'insufficient_privilege';
  end if;
  if (new.agreed_at is distinct from old.agreed_at or new.summary is distinct from old.summary)
      and not exists (select from fidelity_raters r where r.review_id = new.id and r.staff_id = asking('STAFF')) then
    raise exception 'a review is settled by its raters' using errcode = 'insufficient_privilege';
  end if;
  if new.agreed_at is not null and not exists (select from fidelity_agreed g where g.review_id = new.id) then
    raise exception 'a review is settled with scores';
  end if;
  return new;
end
$$;
create trigger review_changed_by_its_own before update on fidelity_reviews for each row execute function review_changed_by_its_own();

grant select, insert, update on fidelity_scales to ${appRole};
grant select, insert on fidelity_specialists, fidelity_care_teams, case_care_teams, fidelity_log_reviews, fidelity_reviews,
  fidelity_raters, fidelity_scores, fidelity_agreed, fidelity_computed to ${appRole};
grant update (percent, from_on, to_on, saved_by, saved_at, removed_at, version) on fidelity_specialists to ${appRole};
grant update (name, saved_by, saved_at, removed_at) on fidelity_care_teams to ${appRole};
grant update (care_team_id, saved_by, saved_at) on case_care_teams to ${appRole};
grant update (removed_at, saved_by, saved_at) on fidelity_log_reviews to ${appRole};
grant update (agreed_by, agreed_at, summary, dropped_at, version) on fidelity_reviews to ${appRole};
grant update (finished_at, version) on fidelity_raters to ${appRole};
grant update (score, note) on fidelity_scores to ${appRole};

-- The unit is its leads' to tell of; its specialists see the care teams, to say which of them their people come from.
alter table fidelity_specialists enable row level security;
create policy led on fidelity_specialists
  using (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  with check (initiative_id = any((select asker_leads())::uuid[]) and saved_by = (select asking('STAFF'))
    or (select asking_installation()));
alter table fidelity_care_teams enable row level security;
create policy led on fidelity_care_teams
  using (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  with check (initiative_id = any((select asker_leads())::uuid[]) and saved_by = (select asking('STAFF'))
    or (select asking_installation()));
create policy of_unit on fidelity_care_teams for select
  using (exists (select from initiatives i where i.id = initiative_id
    and i.owner_id = (select asker_organisation(array['CASEWORKER', 'LEAD']))));
alter table fidelity_log_reviews enable row level security;
create policy led on fidelity_log_reviews
  using (initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()))
  with check (initiative_id = any((select asker_leads())::uuid[]) and saved_by = (select asking('STAFF'))
    or (select asking_installation()));

alter table case_care_teams enable row level security;
create policy whole on case_care_teams
  using (exists (select from whole_cases w where w.case_id = case_care_teams.case_id))
  with check (exists (select from whole_cases w where w.case_id = case_care_teams.case_id) and saved_by = (select asking('STAFF'))
    or (select asking_installation()));
create policy own on case_care_teams for select using (case_id = (select asker_own_case()));
create policy looked_at on case_care_teams for select using (asker_looks_at(case_id, '{}'));
create policy not_restricted_insert on case_care_teams as restrictive for insert
  with check (case_id <> all((select asker_restricted())::uuid[]));
create policy not_restricted_update on case_care_teams as restrictive for update
  using (true) with check (case_id <> all((select asker_restricted())::uuid[]));

-- Reviews in which the asker takes part: as a lead of the initiative, or as a rater who still works in the association.
create function asker_reviews() returns uuid[] language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return array(
    select r.id from fidelity_reviews r where r.initiative_id = any(asker_leads())
    union
    select a.review_id from fidelity_raters a join fidelity_reviews r on r.id = a.review_id
    where a.staff_id = asking('STAFF') and r.association_id = asker_association(array['CASEWORKER', 'LEAD']));
end
$$;
-- Whether all raters are done, so that each may see what the others found.
create function fidelity_rated(review uuid) returns boolean language sql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select not exists (select from fidelity_raters r where r.review_id = review and r.finished_at is null)
$$;

alter table fidelity_reviews enable row level security;
create policy taking_part on fidelity_reviews for select
  using (id = any((select asker_reviews())::uuid[]) or initiative_id = any((select asker_leads())::uuid[]) or (select asking_installation()));
create policy led_insert on fidelity_reviews for insert
  with check (initiative_id = any((select asker_leads())::uuid[]) and opened_by = (select asking('STAFF')) and agreed_by is null);
create policy taking_part_update on fidelity_reviews for update
  using (id = any((select asker_reviews())::uuid[]))
  with check (agreed_by is null or agreed_by = (select asking('STAFF')) and fidelity_rated(id));
alter table fidelity_computed enable row level security;
create policy taking_part on fidelity_computed for select
  using (review_id = any((select asker_reviews())::uuid[]) or (select asking_installation()));
create policy led_insert on fidelity_computed for insert
  with check (fidelity_untouched(review_id) and exists (select from fidelity_reviews r where r.id = review_id and r.initiative_id = any((select asker_leads())::uuid[])));
alter table fidelity_raters enable row level security;
create policy taking_part on fidelity_raters for select
  using (review_id = any((select asker_reviews())::uuid[]) or (select asking_installation()));
create policy led_insert on fidelity_raters for insert
  with check (finished_at is null and fidelity_untouched(review_id) and exists (select from fidelity_reviews r where r.id = review_id and r.initiative_id = any((select asker_leads())::uuid[])));
create policy own_update on fidelity_raters for update
  using (staff_id = (select asking('STAFF'))) with check (staff_id = (select asking('STAFF')));
alter table fidelity_scores enable row level security;
create policy own on fidelity_scores
  using (staff_id = (select asking('STAFF')) and review_id = any((select asker_reviews())::uuid[]))
  with check (staff_id = (select asking('STAFF')) and review_id = any((select asker_reviews())::uuid[]));
create policy rated on fidelity_scores for select
  using (review_id = any((select asker_reviews())::uuid[]) and fidelity_rated(review_id));
alter table fidelity_agreed enable row level security;
create policy taking_part on fidelity_agreed for select
  using (review_id = any((select asker_reviews())::uuid[]) or (select asking_installation()));
create policy agreeing on fidelity_agreed for insert
  with check (fidelity_rated(review_id) and exists (select from fidelity_raters a where a.review_id = fidelity_agreed.review_id
    and a.staff_id = (select asking('STAFF'))));
-- What fidelity is worked out from, for the leads of an initiative and of the people whom they reach. Conditions of their own, asked once in a
-- statement: over thousands of people the policies of each table would be asked row by row.
create view fidelity_cases as
  select c.id as case_id, c.initiative_id, c.association_id, c.participant_id, c.number, c.started_on, c.ended_on
  from cases c
  where c.initiative_id = any((select asker_leads())::uuid[]) and c.participant_id <> all((select asker_hidden())::uuid[])
    and c.started_on is not null;

-- One row for each contact: how many of the people it was about the asker reaches, and the minutes that are told of it.
create view fidelity_contacts as
  select k.id as contact_id, k.initiative_id, k.logged_by, k.day, k.kind, k.place, k.phase, k.missed, k.took_part,
    k.place is not null and k.place not in ('PHONE', 'VIDEO') and not k.missed as face_to_face, r.reached,
    case when k.persons = 0 then k.minutes else round(k.minutes * r.reached / cast(k.persons as numeric)) end as minutes,
    e.contact_id is not null as told, e.matches
  from contacts k
  cross join lateral (select count(*) as reached from contact_persons p
    where p.contact_id = k.id and (cardinality((select asker_hidden())) = 0 or exists (select from cases c
      where c.id = p.case_id and c.participant_id <> all((select asker_hidden())::uuid[])))) r
  left join employer_contacts e on e.contact_id = k.id
  where k.initiative_id = any((select asker_leads())::uuid[]) and k.withdrawn_at is null and (k.persons = 0 or r.reached > 0);
-- When people were met: for the rhythm of support, which asks for nothing else of contacts.
create view fidelity_met as
  select p.case_id, k.day
  from contacts k join contact_persons p on p.contact_id = k.id
  join cases c on c.id = p.case_id and c.participant_id <> all((select asker_hidden())::uuid[])
  where k.initiative_id = any((select asker_leads())::uuid[]) and k.withdrawn_at is null and k.kind = 'WITH_PERSON' and not k.missed;
create view fidelity_contact_cases as
  select p.contact_id, p.case_id
  from contact_persons p join cases c on c.id = p.case_id and c.participant_id <> all((select asker_hidden())::uuid[])
  where p.initiative_id = any((select asker_leads())::uuid[]);
create view fidelity_assignments as
  select a.case_id, a.staff_id, a.from_on, a.to_on
  from assignments a join cases c on c.id = a.case_id
  where c.initiative_id = any((select asker_leads())::uuid[]) and c.participant_id <> all((select asker_hidden())::uuid[]);
create view fidelity_jobs as
  select e.id as employment_id, e.case_id, c.initiative_id, e.kind, e.employer, e.employer_id, e.occupation, e.social_enterprise,
    e.from_on, e.to_on, e.permanent, e.subsidy, e.hours, e.end_reason
  from employments e join cases c on c.id = e.case_id
  where c.initiative_id = any((select asker_leads())::uuid[]) and c.participant_id <> all((select asker_hidden())::uuid[])
    and e.withdrawn_at is null;
create view fidelity_job_changes as
  select h.employment_id, h.from_on, h.hours, h.permanent, h.subsidy
  from employment_changes h join fidelity_jobs j on j.employment_id = h.employment_id;
create view fidelity_team_people as
  select t.case_id, t.from_on, t.care_team_id
  from case_care_teams t join cases c on c.id = t.case_id
  where t.initiative_id = any((select asker_leads())::uuid[]) and c.participant_id <> all((select asker_hidden())::uuid[]);
grant select on fidelity_cases, fidelity_contacts, fidelity_met, fidelity_contact_cases, fidelity_assignments, fidelity_jobs, fidelity_job_changes,
  fidelity_team_people to ${appRole};
