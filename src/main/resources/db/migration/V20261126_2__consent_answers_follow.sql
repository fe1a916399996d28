-- The rules of the ledger once more, under the program: an answer follows on a yes without a gap, and never to more than the
-- person said yes to. Whoever wants to share more puts a new question.
create function consent_answer_follows() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  before consent_answers;
begin
  if new.number > 1 then
    select * into before from consent_answers where consent_id = new.consent_id and number = new.number - 1;
    if not found or before.answer <> 'YES' then
      raise exception 'an answer follows on a yes';
    end if;
    if not new.kinds <@ before.kinds then
      raise exception 'a yes to more is another question';
    end if;
  end if;
  return new;
end
$$;

create trigger consent_answer_follows before insert on consent_answers
  for each row execute function consent_answer_follows();

-- A paper belongs to the answers of the person who signed it.
create function consent_paper_is_the_persons() returns trigger language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
  if new.paper_id is not null and not exists (
      select from consent_papers p join consents q on q.participant_id = p.participant_id
      where p.id = new.paper_id and q.id = new.consent_id) then
    raise exception 'a paper belongs to the person who signed it';
  end if;
  return new;
end
$$;

create trigger consent_paper_is_the_persons before insert on consent_answers
  for each row execute function consent_paper_is_the_persons();
