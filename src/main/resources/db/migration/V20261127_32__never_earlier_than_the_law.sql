-- Social services keep for five years after the LAST ENTRY (SoL), health care for at least ten (PDL 3 kap. 17 §), and notes, jobs and the
-- last round are entered after the end. An organisation that counts from the end therefore waits at least for the law's years after the
-- last entry. years and counts_from tell what holds for the very case: the law's, where that is later.
-- restricted: asked of the table itself, since an administrator, who is told so by number, comes near none of the cases.
create or replace view ended_cases as
  select c.id as case_id, c.association_id, c.organisation_id, c.initiative_id, c.participant_id, c.number, c.ended_on, e.last_entry_on,
    case when d.by_law then retention_default(o.kind) else coalesce(r.years, retention_default(o.kind)) end as years,
    case when d.by_law then 'LAST_ENTRY' else coalesce(r.counts_from, 'LAST_ENTRY') end as counts_from,
    coalesce(r.archive, false) as archive,
    cast(case when d.by_law then d.law_on else d.rule_on end as date) as may_go_on,
    exists (select from retention_holds h where h.case_id = c.id and h.lifted_at is null) as held,
    exists (select from case_restrictions x where x.case_id = c.id and x.lifted_at is null) as restricted,
    concat_ws(' ', c.version, p.version, e.last_entry_at) as as_read
  from cases c
  join organisations o on o.id = c.organisation_id
  join participants p on p.id = c.participant_id
  left join retention_rules r on r.organisation_id = c.organisation_id
  cross join lateral (
    select max(e.at) as last_entry_at, cast(max(e.at) at time zone 'Europe/Stockholm' as date) as last_entry_on
    from case_entries e where e.case_id = c.id) e
  cross join lateral (
    select w.law_on, w.rule_on, coalesce(w.law_on > w.rule_on, false) as by_law
    from (select greatest(c.ended_on, e.last_entry_on) + make_interval(years => retention_default(o.kind)) as law_on,
      case when r.counts_from = 'END' then c.ended_on else greatest(c.ended_on, e.last_entry_on) end
        + make_interval(years => coalesce(r.years, retention_default(o.kind))) as rule_on) w) d
  where c.state = 'ENDED';

-- The same of referrals that became no case: what was entered about somebody who asked for help is kept as long as if it had.
create or replace view old_referrals as
  select f.id as referral_id, f.association_id, f.organisation_id, f.initiative_id, f.participant_id,
    upper(right(cast(f.id as text), 8)) as reference, f.state, f.received_on, e.last_entry_on, y.years,
    cast(e.last_entry_on + make_interval(years => y.years) as date) as may_go_on,
    exists (select from retention_holds h where h.referral_id = f.id and h.lifted_at is null) as held,
    concat_ws(' ', f.version, p.version, e.last_entry_at) as as_read
  from referrals f
  join organisations o on o.id = f.organisation_id
  join participants p on p.id = f.participant_id
  left join retention_rules r on r.organisation_id = f.organisation_id
  cross join lateral (select greatest(r.referral_years, retention_default(o.kind)) as years) y
  cross join lateral (
    select x.at as last_entry_at, cast(x.at at time zone 'Europe/Stockholm' as date) as last_entry_on
    from (select greatest(f.registered_at, max(d.at)) as at from referral_decisions d where d.referral_id = f.id) x) e
  where not exists (select from cases c where c.referral_id = f.id);
