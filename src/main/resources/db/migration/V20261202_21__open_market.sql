-- Whether work on those terms is on the open labour market: a job, subsidised or not, but neither at a work-integrating social
-- enterprise nor sheltered.
create function open_market(kind text, social_enterprise boolean, subsidy text) returns boolean language sql immutable parallel safe
  return kind = 'JOB' and not social_enterprise and subsidy <> 'SKYDDAT_ARBETE';
