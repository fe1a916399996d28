-- Rules that the guard had alone, once more under the code.

-- Nobody takes note of an emergency as something that they are not.
create policy taken_as on emergency_notices as restrictive for insert
  with check (case taken_as
    when 'REVIEWER' then exists (select from emergency_access e where e.id = emergency_notices.emergency_id
      and e.organisation_id = (select asker_organisation(array['ORGANISATION_ADMINISTRATOR'])))
    else exists (select from emergency_access e join case_reach r on r.case_id = e.case_id
      where e.id = emergency_notices.emergency_id and r.staff_id = (select asking('STAFF')) and r.reach = emergency_notices.taken_as)
    end);

-- Whether a person is out of the asker's reach to change, as every case of theirs that is whole to the asker is restricted. A person may
-- have a case that is and one that is not: what the second one lets the asker do is not refused because of the first.
create function asker_person_restricted(person uuid) returns boolean language plpgsql stable security definer
  set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
  restricted constant uuid[] := asker_restricted();
begin
  return exists (select from whole_cases w where w.participant_id = person and w.case_id = any(restricted))
    and not exists (select from whole_cases w where w.participant_id = person and w.case_id <> all(restricted));
end
$$;

-- Whether an answer takes back a part of the yes before it, and nothing else. (A policy can't ask its own table.)
create function consent_narrows(consent uuid, after integer, kept text[], until date) returns boolean
  language sql stable security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
  select exists (select from consent_answers b where b.consent_id = consent and b.number = after - 1 and b.answer = 'YES'
    and kept <@ b.kinds and not b.kinds <@ kept and until <= b.valid_until)
$$;

-- Of somebody whose case is restricted nothing new is asked and no yes renewed; to take one back, whole or in part, goes on.
create policy not_restricted_insert on consents as restrictive for insert
  with check (cardinality((select asker_restricted())) = 0 or not asker_person_restricted(participant_id));
create policy not_restricted_insert on consent_answers as restrictive for insert
  with check (answer = 'WITHDRAWN' or cardinality((select asker_restricted())) = 0
    or answer = 'YES' and consent_narrows(consent_id, number, kinds, valid_until)
    or not exists (select from consents q where q.id = consent_answers.consent_id and asker_person_restricted(q.participant_id)));

-- Nor is who the person is changed, or who is named for them. Protection that comes from another registration of the same person, and
-- disposal, run as the owner of the tables, whom no policy holds.
create policy not_restricted_update on participants as restrictive for update using (true)
  with check (cardinality((select asker_restricted())) = 0 or not asker_person_restricted(id));
create policy not_restricted_insert on named_access as restrictive for insert
  with check (cardinality((select asker_restricted())) = 0 or not asker_person_restricted(participant_id));
