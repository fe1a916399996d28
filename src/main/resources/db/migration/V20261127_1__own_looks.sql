-- When the asker has looked at what of which case, so that what has come since can be told: the own looks alone.
create view asker_looks as
  select j.case_id, j.action, j.at
  from journal j
  where j.actor_kind = 'STAFF' and j.actor_id = (select asking('STAFF')) and j.case_id is not null;

grant select on asker_looks to ${appRole};
