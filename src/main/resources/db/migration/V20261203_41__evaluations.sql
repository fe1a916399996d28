-- What participants think of an initiative, at a follow-up and at the end: anonymous. An answer has no case, time or order; what was written in
-- words is kept apart from the steps. That somebody is done with it, having answered or said no, is kept by itself, and not which of the two.
-- With each of them all rows of the initiative, in all three tables, are written anew in random order, so that neither their place nor the
-- transaction that wrote them tells which belong together. The application reads and writes none of them: it asks the functions below.
-- A step is 1–5, 5 the best; none: does not know. on_paper: put in by a lead, who knows those answers and could tell the others by taking
-- them away.
create table evaluation_answers (
  id uuid primary key,
  association_id uuid not null,
  initiative_id uuid not null,
  occasion text not null check (occasion in ('FOLLOW_UP', 'END')),
  quarter_start date not null check (quarter_start = cast(date_trunc('quarter', quarter_start) as date)),
  legal_sex text not null check (legal_sex in ('WOMAN', 'MAN')),
  useful smallint check (useful between 1 and 5),
  influence smallint check (influence between 1 and 5),
  next_step smallint check (next_step between 1 and 5),
  treatment smallint check (treatment between 1 and 5),
  on_paper boolean not null,
  foreign key (association_id, initiative_id) references initiatives (association_id, id)
);
create index evaluation_answers_by_initiative on evaluation_answers (initiative_id);
alter table evaluation_answers enable row level security;

create table evaluation_words (
  association_id uuid not null,
  initiative_id uuid not null,
  occasion text not null check (occasion in ('FOLLOW_UP', 'END')),
  quarter_start date not null check (quarter_start = cast(date_trunc('quarter', quarter_start) as date)),
  words text not null check (length(trim(words)) between 1 and 1000),
  on_paper boolean not null,
  foreign key (association_id, initiative_id) references initiatives (association_id, id)
);
create index evaluation_words_by_initiative on evaluation_words (initiative_id);
alter table evaluation_words enable row level security;

-- Told to the person alone.
create table evaluation_settled (
  association_id uuid not null references associations,
  case_id uuid not null references cases on delete cascade,
  occasion text not null check (occasion in ('FOLLOW_UP', 'END')),
  primary key (case_id, occasion)
);
alter table evaluation_settled enable row level security;
grant select on evaluation_settled to ${appRole};
create policy own on evaluation_settled for select using (case_id = (select asker_own_case()));

-- What the asking participant is asked for now, if for anything: at the end when the case has ended or they have sent in the last round; at a
-- follow-up when they have sent one in, or it has been closed. Nobody is asked for anything while the processing is restricted.
create function asker_evaluation() returns text language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  mine constant uuid := asker_own_case();
  of_now text;
begin
  if mine is null or mine = any(asker_restricted()) then
    return null;
  end if;
  select case when exists (select from cases c where c.id = mine and c.state = 'ENDED') or bool_or(r.kind = 'ENDING') then 'END'
      when bool_or(r.kind = 'FOLLOW_UP') then 'FOLLOW_UP' end into of_now
    from rounds r where r.case_id = mine and not r.skipped and (r.closed_at is not null
      or exists (select from assessments a where a.round_id = r.id and a.respondent = 'PARTICIPANT' and a.submitted_at is not null));
  return case when not exists (select from evaluation_settled s where s.case_id = mine and s.occasion = of_now) then of_now end;
end
$$;

create function shuffle_evaluations(of_initiative uuid) returns void language plpgsql as $$
begin
  with gone as (delete from evaluation_answers a where a.initiative_id = of_initiative returning *)
  insert into evaluation_answers select * from gone order by gen_random_uuid();
  with gone as (delete from evaluation_words w where w.initiative_id = of_initiative returning *)
  insert into evaluation_words select * from gone order by gen_random_uuid();
  with gone as (delete from evaluation_settled s using cases c where c.id = s.case_id and c.initiative_id = of_initiative returning s.*)
  insert into evaluation_settled select * from gone order by gen_random_uuid();
end
$$;
revoke execute on function shuffle_evaluations(uuid) from public;

-- Two who answer at once go one after the other.
create function lock_evaluations(of_initiative uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended('evaluations ' || cast(of_initiative as text), 0))
$$;
revoke execute on function lock_evaluations(uuid) from public;

create function put_evaluation(answer uuid, of_initiative uuid, of_occasion text, of_sex text, is_useful smallint, has_influence smallint,
    knows_next_step smallint, good_treatment smallint, in_words text, paper boolean) returns void language plpgsql as $$
begin
  insert into evaluation_answers
    select answer, i.association_id, i.id, of_occasion, cast(date_trunc('quarter', asked_on()) as date), of_sex, is_useful, has_influence,
      knows_next_step, good_treatment, paper
    from initiatives i where i.id = of_initiative;
  insert into evaluation_words
    select i.association_id, i.id, of_occasion, cast(date_trunc('quarter', asked_on()) as date), in_words, paper
    from initiatives i where i.id = of_initiative and trim(in_words) <> '';
end
$$;
revoke execute on function put_evaluation(uuid, uuid, text, text, smallint, smallint, smallint, smallint, text, boolean) from public;

-- The person's own answer, once, or that they don't want to: says whether it was taken.
create function answer_evaluation(of_occasion text, is_useful smallint, has_influence smallint, knows_next_step smallint,
    good_treatment smallint, in_words text, declined boolean) returns boolean language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  mine record;
begin
  select c.id, c.association_id, c.initiative_id, p.legal_sex into mine
    from cases c join participants p on p.id = c.participant_id where c.id = asker_own_case();
  if not found then
    return false;
  end if;
  perform lock_evaluations(mine.initiative_id);
  if asker_evaluation() is distinct from of_occasion then
    return false;
  end if;
  insert into evaluation_settled values (mine.association_id, mine.id, of_occasion);
  if not declined then
    perform put_evaluation(gen_random_uuid(), mine.initiative_id, of_occasion, mine.legal_sex, is_useful, has_influence, knows_next_step,
      good_treatment, in_words, false);
  end if;
  perform shuffle_evaluations(mine.initiative_id);
  return true;
end
$$;

-- An answer on paper, put in by a lead: never more answers than there have been cases. The same paper sent twice is put in once.
create function enter_evaluation(answer uuid, of_initiative uuid, of_occasion text, of_sex text, is_useful smallint, has_influence smallint,
    knows_next_step smallint, good_treatment smallint, in_words text) returns boolean language plpgsql security definer
    set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if of_initiative <> all(asker_leads()) then
    return false;
  end if;
  perform lock_evaluations(of_initiative);
  if exists (select from evaluation_answers a where a.id = answer and a.initiative_id = of_initiative) then
    return true;
  end if;
  if (select count(*) from evaluation_answers a where a.initiative_id = of_initiative and a.occasion = of_occasion)
      >= (select count(*) from cases c where c.initiative_id = of_initiative and c.started_on is not null) then
    return false;
  end if;
  perform put_evaluation(answer, of_initiative, of_occasion, of_sex, is_useful, has_influence, knows_next_step, good_treatment, in_words, true);
  perform shuffle_evaluations(of_initiative);
  return true;
end
$$;

-- Whole quarters that have ended, put together until there are five answers at least, and, of those on the own page and those on paper, five of
-- each or none. Each answer is in one of them for good: whoever looks twice learns of no single answer by what has come in between.
create function evaluation_blocks(of_initiative uuid, of_occasion text, of_words boolean)
    returns table (first_quarter date, last_quarter date) language plpgsql stable security definer
    set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  quarter record;
  own bigint := 0;
  papers bigint := 0;
begin
  for quarter in
    select x.quarter_start, count(*) filter (where not x.on_paper) as own, count(*) filter (where x.on_paper) as papers
    from (select a.quarter_start, a.on_paper from evaluation_answers a
        where not of_words and a.initiative_id = of_initiative and a.occasion = of_occasion
      union all select w.quarter_start, w.on_paper from evaluation_words w
        where of_words and w.initiative_id = of_initiative and w.occasion = of_occasion) x
    where x.quarter_start < date_trunc('quarter', asked_on()) group by x.quarter_start order by x.quarter_start
  loop
    first_quarter := coalesce(first_quarter, quarter.quarter_start);
    last_quarter := quarter.quarter_start;
    own := own + quarter.own;
    papers := papers + quarter.papers;
    if (own = 0 or own >= 5) and (papers = 0 or papers >= 5) then
      return next;
      first_quarter := null;
      own := 0;
      papers := 0;
    end if;
  end loop;
end
$$;
revoke execute on function evaluation_blocks(uuid, text, boolean) from public;

-- How many gave each step, to the leads alone; step 0 for those who don't know. By sex where there are five answers at least of women and of men,
-- of those on the own page and those on paper each, or none; else nothing is told of sex.
create function evaluation_results(of_initiative uuid, of_occasion text)
    returns table (first_quarter date, last_quarter date, legal_sex text, on_paper boolean, question text, step integer, number bigint)
    language plpgsql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if of_initiative <> all(asker_leads()) then
    return;
  end if;
  return query
    with told as (
      select b.first_quarter, b.last_quarter, a.legal_sex, a.on_paper, a.useful, a.influence, a.next_step, a.treatment
      from evaluation_blocks(of_initiative, of_occasion, false) b
      join evaluation_answers a on a.initiative_id = of_initiative and a.occasion = of_occasion
        and a.quarter_start between b.first_quarter and b.last_quarter),
    few as (select distinct t.first_quarter from told t group by t.first_quarter, t.legal_sex, t.on_paper having count(*) < 5)
    select t.first_quarter, t.last_quarter,
      case when t.first_quarter not in (select f.first_quarter from few f) then t.legal_sex end, t.on_paper, q.question,
      cast(coalesce(q.step, 0) as integer), count(*)
    from told t
    cross join lateral (values ('USEFUL', t.useful), ('INFLUENCE', t.influence), ('NEXT_STEP', t.next_step), ('TREATMENT', t.treatment))
      as q(question, step)
    group by 1, 2, 3, 4, 5, 6;
end
$$;

-- What was written in words, to the leads alone, by no quarter and in a new order each time; five writers at least each time more is told.
create function evaluation_told_words(of_initiative uuid, of_occasion text) returns table (words text) language plpgsql volatile
    security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if of_initiative <> all(asker_leads()) then
    return;
  end if;
  return query select w.words from evaluation_blocks(of_initiative, of_occasion, true) b
    join evaluation_words w on w.initiative_id = of_initiative and w.occasion = of_occasion
      and w.quarter_start between b.first_quarter and b.last_quarter
    order by gen_random_uuid();
end
$$;

do $$
declare
  asked regprocedure;
begin
  foreach asked in array array['asker_evaluation()',
      'answer_evaluation(text, smallint, smallint, smallint, smallint, text, boolean)',
      'enter_evaluation(uuid, uuid, text, text, smallint, smallint, smallint, smallint, text)',
      'evaluation_results(uuid, text)', 'evaluation_told_words(uuid, text)']::regprocedure[] loop
    execute format('revoke execute on function %s from public', asked);
    execute format('grant execute on function %s to ${appRole}', asked);
  end loop;
end
$$;

-- For the installation alone, which keeps the ledger of counts: how many gave each step, 1–5, and 0 for those who don't know.
create view evaluation_counts as
  select a.association_id, a.initiative_id, a.occasion, a.quarter_start, a.legal_sex, q.question, cast(coalesce(q.step, 0) as integer) as step,
    count(*) as number
  from evaluation_answers a
  cross join lateral (values ('USEFUL', a.useful), ('INFLUENCE', a.influence), ('NEXT_STEP', a.next_step), ('TREATMENT', a.treatment))
    as q(question, step)
  where (select asking_installation())
  group by 1, 2, 3, 4, 5, 6, 7;
grant select on evaluation_counts to ${appRole};
