-- A key that no longer opens its questions goes on opening the participant's own page until then.
alter table answer_keys add column opens_until timestamptz;
update answer_keys set opens_until = expires_at;
alter table answer_keys alter column opens_until set not null;
create index answer_keys_by_round on answer_keys (round_id, created_at);
