-- What a consent opens to the asker, what for and until when: whoever receives what is shared is told as well as the person.
-- since: when it was opened to the asker, by the yes or by the naming, whichever came last.
create view opened_for as
  select o.case_id, o.kind, q.purpose, a.valid_until, greatest(n.named_at, f.recorded_at) as since
  from opened_by_consent o
  join case_colleagues n on n.case_id = o.case_id and n.staff_id = o.staff_id and n.ended_at is null
  join cases c on c.id = o.case_id
  join consents q on q.participant_id = o.participant_id and q.from_organisation_id = c.organisation_id
    and q.to_organisation_id = n.organisation_id
  join consent_answers f on f.consent_id = q.id and f.number = 1
  cross join lateral (select a.* from consent_answers a where a.consent_id = q.id order by a.number desc limit 1) a
  where o.staff_id = asking('STAFF')
    and a.answer = 'YES' and o.kind = any(a.kinds) and a.said_on <= asked_on() and a.valid_until >= asked_on();

-- When the asker has looked at what of which case, so that what has come since can be told: the own looks alone.
create view asker_looks as
  select j.case_id, j.action, j.at
  from journal j
  where j.actor_kind = 'STAFF' and j.actor_id = asking('STAFF') and j.case_id is not null;

grant select on opened_for, asker_looks to ${appRole};
