-- An approval of a list can be taken back until all of it has gone: as a row of its own, beside the approval, which stays.

create table disposal_withdrawals (
  disposal_id uuid primary key references disposals,
  withdrawn_by uuid not null references staff,
  withdrawn_at timestamptz not null
);
create trigger withdrawal_stays before update or delete on disposal_withdrawals
  for each row execute function refuse_change('that an approval was taken back is never changed');
grant select on disposal_withdrawals to ${appRole};
alter table disposal_withdrawals enable row level security;
create policy of_list on disposal_withdrawals
  using (exists (select from disposals d where d.id = disposal_withdrawals.disposal_id));

-- Takes what is left of a list off it, by the administrator of the list's organisation, and tells how much that was; nothing is
-- done if nothing is left. What is being disposed of just now is waited for, and has then gone.
create function withdraw_approval(list uuid, at timestamptz) returns integer language plpgsql security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  taken integer;
begin
  perform from disposals d where d.id = list and d.finished_at is null
    and d.organisation_id = asker_organisation(array['ORGANISATION_ADMINISTRATOR']) for update;
  if not found then
    return 0;
  end if;
  perform from cases c where c.id in (select d.case_id from disposal_cases d where d.disposal_id = list) order by c.id for update;
  perform from referrals f where f.id in (select d.referral_id from disposal_referrals d where d.disposal_id = list)
    order by f.id for update;
  with of_cases as (
    delete from disposal_cases d using cases c where d.disposal_id = list and c.id = d.case_id returning c.initiative_id),
  of_referrals as (
    delete from disposal_referrals d using referrals f where d.disposal_id = list and f.id = d.referral_id
      returning f.initiative_id),
  left_over as (
    select x.initiative_id, cast(count(*) as integer) as n
    from (select initiative_id from of_cases union all select initiative_id from of_referrals) x group by x.initiative_id),
  counted as (
    update disposal_counts k set kept = k.kept + l.n from left_over l
      where k.disposal_id = list and k.initiative_id = l.initiative_id returning l.n)
  select coalesce(sum(n), 0) into taken from counted;
  if taken > 0 then
    insert into disposal_withdrawals values (list, asking('STAFF'), at);
    update disposals set finished_at = at where id = list;
  end if;
  return taken;
end
$$;
revoke execute on function withdraw_approval(uuid, timestamptz) from public;
grant execute on function withdraw_approval(uuid, timestamptz) to ${appRole};
