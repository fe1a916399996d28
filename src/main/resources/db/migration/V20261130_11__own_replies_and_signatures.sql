-- Whoever is asked to a meeting may need another time, and say it in a few words. The person replies by themselves, on the own phone.
alter table plan_invitees drop constraint plan_invitees_reply_check;
alter table plan_invitees add constraint plan_invitees_reply_check check (reply in ('YES', 'NO', 'STAND_IN', 'OTHER_TIME'));
alter table plan_invitees add column reply_words text not null default '' check (length(reply_words) <= 500 and (reply is not null or reply_words = ''));
alter table plan_invitees add column own_reply boolean not null default false check (not own_reply or part = 'PERSON' and reply is not null);
grant update (reply_words, own_reply) on plan_invitees to ${appRole};

create policy own_update on plan_invitees for update
  using (part = 'PERSON' and removed_at is null and exists (select from plan_meetings m join plans p on p.id = m.plan_id
    where m.id = plan_invitees.meeting_id and m.state = 'PLANNED' and m.meets_on >= (select asked_on()) and p.ended_on is null
      and p.case_id = (select asker_own_case_going_on())))
  with check (own_reply and reply in ('YES', 'NO', 'OTHER_TIME') and stand_in = '' and replied_on = (select asked_on()) and saved_by is null);

-- Of the row the person changes the reply alone; and nobody else says anything in the person's name.
create function own_reply_is_own() returns trigger language plpgsql as $$
declare
  replying constant text[] := array['reply', 'reply_words', 'own_reply', 'stand_in', 'replied_on', 'version', 'saved_by', 'saved_at'];
begin
  if asking('RESPONDENT') is not null then
    if to_jsonb(new) - replying <> to_jsonb(old) - replying then
      raise exception 'whoever replies changes the reply alone' using errcode = 'insufficient_privilege';
    end if;
  elsif new.own_reply and (not old.own_reply
      or row(new.reply, new.reply_words, new.replied_on) is distinct from row(old.reply, old.reply_words, old.replied_on)) then
    raise exception 'nobody replies as the person but they' using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger own_reply before update on plan_invitees for each row execute function own_reply_is_own();
create policy nobody_replied_yet on plan_invitees as restrictive for insert with check (not own_reply);

-- The person stands behind a version, said on the own phone. In the person's name nobody else says that they did so.
create policy own_insert on plan_signatures for insert
  with check (how = 'SIGNED_IN' and by_person and name = '*' and role = '' and recorded_by is null and signed_on = (select asked_on())
    and number = (select max(v.number) from plan_versions v where v.plan_id = plan_signatures.plan_id)
    and exists (select from plans p where p.id = plan_signatures.plan_id and p.ended_on is null
      and p.case_id = (select asker_own_case_going_on())));
create policy signed_in_person_insert on plan_signatures as restrictive for insert
  with check (how <> 'SIGNED_IN' or not by_person or (select asker_own_case()) is not null);
