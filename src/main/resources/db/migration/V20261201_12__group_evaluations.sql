-- What those who took part thought of a group: anonymous. What was answered has no time, no order and nobody's id; that somebody has
-- answered is kept apart. With each answer all rows of the group in both tables are written anew in random order, so that neither their
-- place in the table nor the transaction that wrote them tells which belong together. The application reads and writes neither table: it asks
-- the functions below.
-- on_paper: put in by a leader, who knows those answers and could tell the others by taking them away.
create table group_answers (
  id uuid primary key,
  group_id uuid not null references group_programmes on delete cascade,
  useful text check (useful in ('VERY', 'RATHER', 'LITTLE', 'NOT')),
  safe text check (safe in ('VERY', 'RATHER', 'LITTLE', 'NOT')),
  met text check (met in ('VERY', 'RATHER', 'LITTLE', 'NOT')),
  best text not null check (length(best) <= 1000),
  change text not null check (length(change) <= 1000),
  on_paper boolean not null
);
create index group_answers_by_group on group_answers (group_id);
alter table group_answers enable row level security;

create table group_answered (
  enrolment_id uuid primary key references group_enrolments on delete cascade
);
alter table group_answered enable row level security;
grant select on group_answered to ${appRole};
create policy own on group_answered for select
  using (exists (select from group_enrolments e where e.id = enrolment_id and e.case_id = (select asker_own_case())));

-- Can be answered from the day of the last session until the leaders close it.
create function group_evaluation_open(of_group uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return coalesce((select g.evaluation_closed_at is null
      and (select max(s.held_on) from group_sessions s where s.group_id = g.id and s.cancelled_at is null) <= asked_on()
    from group_programmes g where g.id = of_group
      and (g.id = any(asker_groups()) or g.id = any(asker_own_groups()))), false);
end
$$;

create function put_group_answer(answer uuid, of_group uuid, is_useful text, was_safe text, met_others text, was_best text,
    to_change text, paper boolean) returns void language plpgsql as $$
begin
  with gone as (delete from group_answers a where a.group_id = of_group returning *),
  every as (select * from gone
    union all select answer, of_group, is_useful, was_safe, met_others, was_best, to_change, paper
      where not exists (select from gone where gone.id = answer))
  insert into group_answers select * from every order by gen_random_uuid();
  with gone as (delete from group_answered a using group_enrolments e where e.id = a.enrolment_id and e.group_id = of_group returning a.*)
  insert into group_answered select * from gone order by gen_random_uuid();
end
$$;
revoke execute on function put_group_answer(uuid, uuid, text, text, text, text, text, boolean) from public;

-- The person's own answer, once: says whether it was taken.
create function answer_group_evaluation(of_group uuid, is_useful text, was_safe text, met_others text, was_best text, to_change text)
    returns boolean language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  mine uuid;
begin
  perform from group_programmes g where g.id = of_group for update;
  select e.id into mine from group_enrolments e where e.group_id = of_group and e.case_id = asker_own_case()
    and e.end_reason is distinct from 'MISTAKE' and e.case_id <> all(asker_restricted()) order by e.enrolled_at desc limit 1;
  if mine is null or not group_evaluation_open(of_group) or exists (select from group_answered a
      join group_enrolments e on e.id = a.enrolment_id where e.group_id = of_group and e.case_id = asker_own_case()) then
    return false;
  end if;
  insert into group_answered values (mine);
  perform put_group_answer(gen_random_uuid(), of_group, is_useful, was_safe, met_others, was_best, to_change, false);
  return true;
end
$$;

-- An answer on paper, put in by a leader: never more answers than the persons whom the leader sees. The same paper sent twice is put in once.
create function enter_group_evaluation(answer uuid, of_group uuid, is_useful text, was_safe text, met_others text, was_best text,
    to_change text) returns boolean language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  perform from group_programmes g where g.id = of_group and g.id = any(asker_groups()) for update;
  if not found or not group_evaluation_open(of_group) then
    return false;
  end if;
  if exists (select from group_answers a where a.id = answer and a.group_id = of_group) then
    return true;
  end if;
  if (select count(*) from group_answers a where a.group_id = of_group)
      >= (select count(distinct l.case_id) from led_enrolments l where l.group_id = of_group) then
    return false;
  end if;
  perform put_group_answer(answer, of_group, is_useful, was_safe, met_others, was_best, to_change, true);
  return true;
end
$$;

create function group_answers_count(of_group uuid) returns integer language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return (select count(*) from group_answers a where a.group_id = of_group and of_group = any(asker_groups()));
end
$$;

-- What was answered, to the leaders alone, of at least five (the small cells of ADR 13), and not before it has been closed: whoever looked at
-- five answers and again at six would know the sixth. Of those on the phone and of those on paper there must be five of each, or none. The
-- order of the rows is new each time.
create function group_evaluation_results(of_group uuid)
    returns table (useful text, safe text, met text, best text, change text, on_paper boolean) language plpgsql volatile security definer
    set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  return query select a.useful, a.safe, a.met, a.best, a.change, a.on_paper from group_answers a
    where a.group_id = of_group and of_group = any(asker_groups())
      and exists (select from group_programmes g where g.id = of_group and g.evaluation_closed_at is not null)
      and not exists (select from group_answers n where n.group_id = of_group group by n.on_paper having count(*) < 5)
    order by random();
end
$$;

do $$
declare
  asked regprocedure;
begin
  foreach asked in array array['group_evaluation_open(uuid)', 'answer_group_evaluation(uuid, text, text, text, text, text)',
      'enter_group_evaluation(uuid, uuid, text, text, text, text, text)', 'group_answers_count(uuid)',
      'group_evaluation_results(uuid)']::regprocedure[] loop
    execute format('revoke execute on function %s from public', asked);
    execute format('grant execute on function %s to ${appRole}', asked);
  end loop;
end
$$;

create trigger closed_evaluation_stays before update on group_programmes
  for each row when (old.evaluation_closed_at is not null and new.evaluation_closed_at is distinct from old.evaluation_closed_at)
  execute function refuse_change('an evaluation that has been closed stays closed');
create function closed_in_own_name() returns trigger language plpgsql as $$
begin
  if new.evaluation_closed_by is distinct from asking('STAFF') or not new.id = any(asker_groups()) then
    raise exception 'an evaluation is closed by a leader of the group' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger closed_in_own_name before update on group_programmes
  for each row when (old.evaluation_closed_at is null and new.evaluation_closed_at is not null) execute function closed_in_own_name();
