-- An organisation's review of its journal (SoLPuL 10 §, PDL 4:2–3): what was picked out of a period, and what was found.

create index journal_by_time on journal using brin (at);

-- seed: of the random sample, so that the same can be drawn again. occasions: how many there were to draw from.
create table log_reviews (
  id uuid primary key,
  association_id uuid not null,
  organisation_id uuid not null,
  from_on date not null,
  to_on date not null,
  seed bigint not null,
  sample_size integer not null check (sample_size between 1 and 200),
  many_cases integer not null check (many_cases between 2 and 1000),
  occasions bigint not null default 0,
  journal_rows bigint not null default 0,
  started_by uuid not null references staff,
  started_at timestamptz not null,
  closed_by uuid references staff,
  closed_at timestamptz,
  foreign key (association_id, organisation_id) references organisations (association_id, id),
  check (from_on <= to_on),
  check ((closed_at is null) = (closed_by is null))
);
create index log_reviews_by_organisation on log_reviews (organisation_id, started_at);

-- What one member of staff did with one person's data on one day, with what there is to notice about it. Ids alone.
create table log_review_rows (
  review_id uuid not null references log_reviews,
  number integer not null check (number >= 1),
  organisation_id uuid not null,
  actor_id uuid not null,
  participant_id uuid not null,
  case_id uuid,
  day date not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  rows integer not null,
  signs text[] not null check (cardinality(signs) > 0 and signs <@ array['OWN_NAME', 'COLLEAGUE', 'FAMILY_NAME', 'MANY_CASES',
    'EMERGENCY', 'PROTECTED', 'AFTER_END', 'OFF_HOURS', 'SAMPLE']),
  primary key (review_id, number)
);
create index log_review_rows_by_participant on log_review_rows (participant_id);

-- What the reviewer found; the last one holds. note_gone: there was a note, which went with the case or the person.
create table log_review_verdicts (
  review_id uuid not null,
  number integer not null,
  nth integer not null check (nth >= 1),
  organisation_id uuid not null,
  verdict text not null check (verdict in ('IN_ORDER', 'ASKED', 'UNJUSTIFIED')),
  note text not null default '' check (length(note) <= 2000),
  note_gone boolean not null default false,
  given_by uuid not null references staff,
  given_at timestamptz not null,
  primary key (review_id, number, nth),
  foreign key (review_id, number) references log_review_rows,
  check (verdict = 'IN_ORDER' or note_gone or length(trim(note)) > 0),
  check (not note_gone or note = '')
);

create trigger log_review_never_removed before delete on log_reviews
  for each row execute function refuse_change('a review is never removed');
create trigger closed_log_review_stays before update on log_reviews
  for each row when (old.closed_at is not null)
  execute function refuse_change('a review that has been closed is never changed');
create trigger log_review_row_stays before update or delete on log_review_rows
  for each row execute function refuse_change('what was picked out is never changed');

-- Only disposal takes something away: the note.
create function verdict_stays() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and disposing(tg_relid) and new.note_gone
      and to_jsonb(new) - array['note', 'note_gone'] = to_jsonb(old) - array['note', 'note_gone'] then
    return new;
  end if;
  raise exception 'a verdict is added to, never changed';
end
$$;
create trigger log_review_verdict_stays before update or delete on log_review_verdicts
  for each row execute function verdict_stays();

create function verdict_is_for_another_and_in_time() returns trigger language plpgsql as $$
begin
  perform from log_reviews r where r.id = new.review_id and r.closed_at is null for share;
  if not found then
    raise exception 'a review that has been closed takes no verdict';
  end if;
  if exists (select from log_review_rows r where r.review_id = new.review_id and r.number = new.number
      and r.actor_id = new.given_by) then
    raise exception 'nobody reviews the own rows';
  end if;
  return new;
end
$$;
create trigger verdict_is_for_another_and_in_time before insert on log_review_verdicts
  for each row execute function verdict_is_for_another_and_in_time();

grant select, insert on log_reviews, log_review_rows, log_review_verdicts to ${appRole};
grant update (closed_by, closed_at, occasions, journal_rows) on log_reviews to ${appRole};

alter table log_reviews enable row level security;
alter table log_review_rows enable row level security;
alter table log_review_verdicts enable row level security;
create policy reviewers on log_reviews to ${appRole}
  using (organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])));
create policy reviewers on log_review_rows to ${appRole}
  using (organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])));
create policy reviewers on log_review_verdicts to ${appRole}
  using (organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])))
  with check (organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR']))
    and given_by = (select asking('STAFF')));

-- What the asker, as an organisation's administrator, has to review in a time: by staff of the organisation, or about its
-- persons. Names are compared in here, and what comes out is the sign alone, never a name. Standing in a list is counted among
-- the rows but is no sign; a day on which a person only stood in lists is left out.
create function looks_to_review(from_at timestamptz, to_at timestamptz, many integer)
  returns table (actor_id uuid, participant_id uuid, case_id uuid, day date, first_at timestamptz, last_at timestamptz,
    rows integer, signs text[])
  language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
with looks as materialized (
  select j.id, j.at, j.at at time zone 'Europe/Stockholm' as local, j.actor_id, j.participant_id, j.case_id, j.action,
      j.action not like 'LIST\_%' as opened
    from journal j
    left join participants p on p.id = j.participant_id
    where j.at >= from_at and j.at < to_at and j.actor_kind = 'STAFF' and j.participant_id is not null
      and (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])) in (j.actor_organisation_id, p.organisation_id)),
-- A person counts from a look until an hour later, or until the next look at the same person, which then counts instead.
steps as (
  select l.actor_id, l.at as t, 1 as step from looks l where l.opened
  union all
  select l.actor_id, least(l.at + interval '1 hour',
      lead(l.at) over (partition by l.actor_id, l.participant_id order by l.at, l.id)), -1 from looks l where l.opened),
counts as (
  select s.actor_id, s.t, s.step, sum(s.step) over (partition by s.actor_id order by s.t) as persons from steps s),
peaks as (
  select c.actor_id, c.t, c.step, max(c.persons) over (partition by c.actor_id order by c.t
      range between current row and interval '59 minutes 59.999999 seconds' following) as persons from counts c),
crowded as materialized (
  select distinct k.actor_id, k.t from peaks k where k.step = 1 and k.persons > many),
pairs as materialized (
  select w.actor_id, w.participant_id, p.protection <> 'NONE' as protected,
      lower(trim(p.name)) = lower(trim(s.name)) or lower(p.email) = s.email as own,
      lower(regexp_replace(trim(p.name), '^.*\s', '')) = lower(regexp_replace(trim(s.name), '^.*\s', '')) as family,
      exists (select from staff c where c.organisation_id = s.organisation_id and c.id <> s.id
        and lower(trim(c.name)) = lower(trim(p.name))) as colleague
    from (select distinct l.actor_id, l.participant_id from looks l where l.opened) w
    join participants p on p.id = w.participant_id
      and p.organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR']))
    join staff s on s.id = w.actor_id),
noticed as (
  select l.*, n.own, n.family and not coalesce(n.own, false) as family, n.colleague, n.protected,
      k.actor_id is not null as crowd,
      c.ended_on is not null and cast(l.local as date) > c.ended_on + 14 as after_end,
      extract(isodow from l.local) > 5 or cast(l.local as time) < time '06:00' or cast(l.local as time) >= time '20:00' as off,
      exists (select from emergency_access e where e.staff_id = l.actor_id and e.case_id = l.case_id
        and l.at >= e.opened_at and l.at < e.closes_at) as emergency
    from looks l
    left join pairs n on n.actor_id = l.actor_id and n.participant_id = l.participant_id
    left join crowded k on k.actor_id = l.actor_id and k.t = l.at
    left join cases c on c.id = l.case_id)
select o.actor_id, o.participant_id, (array_agg(o.case_id order by o.id) filter (where o.case_id is not null))[1],
    cast(o.local as date), min(o.at), max(o.at), cast(count(*) as integer),
    array_remove(array[
      case when bool_or(o.opened and o.own) then 'OWN_NAME' end,
      case when bool_or(o.opened and o.colleague) then 'COLLEAGUE' end,
      case when bool_or(o.opened and o.family) then 'FAMILY_NAME' end,
      case when bool_or(o.opened and o.crowd) then 'MANY_CASES' end,
      case when bool_or(o.opened and o.emergency) then 'EMERGENCY' end,
      case when bool_or(o.opened and o.protected) then 'PROTECTED' end,
      case when bool_or(o.opened and o.after_end) then 'AFTER_END' end,
      case when bool_or(o.opened and o.off) then 'OFF_HOURS' end], null)
  from noticed o
  group by o.actor_id, o.participant_id, cast(o.local as date)
  having bool_or(o.opened)
$$;

-- The numbers of the cases in a review, of which the reviewer sees nothing else.
create function log_review_case_numbers(review uuid) returns table (number integer, case_number text)
  language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select r.number, c.number from log_review_rows r join cases c on c.id = r.case_id
    where r.review_id = review and r.organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR']))
$$;

-- Why the cases of a review had been opened in an emergency, as the reviewer's own staff wrote it.
create function log_review_reasons(review uuid) returns table (number integer, reasons text[])
  language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select r.number, array_agg(e.reason order by e.opened_at)
    from log_review_rows r
    join emergency_access e on e.staff_id = r.actor_id and e.case_id = r.case_id and e.organisation_id = r.organisation_id
      and e.opened_at <= r.last_at and e.closes_at > r.first_at
    where r.review_id = review and 'EMERGENCY' = any(r.signs)
      and r.organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR']))
    group by r.number
$$;

-- Whether there is anything to review at all: persons of the asker's organisation, or staff named on others' cases.
create function asker_has_log() returns boolean
  language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select exists (select from participants p
      where p.organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])))
    or exists (select from case_colleagues n
      where n.organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])))
$$;
