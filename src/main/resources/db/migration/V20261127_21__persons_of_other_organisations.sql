-- What a consent opens to a colleague of another organisation of who the person is. Where somebody with protected identity lives is
-- told to nobody outside: neither municipality nor address. Who it is has been opened by the person, so nothing else is held back.
-- The row itself is not opened by a consent, as that of the case is not.
create view opened_persons as
  select p.id, p.anonymous, p.name, p.identity_kind, p.identity_number, p.identity_region, p.legal_sex, p.start_year,
    case when p.protection = 'NONE' then p.municipality else '' end as municipality, p.phone, p.email,
    case when p.protection = 'NONE' then p.address else '' end as address, p.contact_note, p.language, p.interpreter,
    p.protection, p.protection_chosen, p.version
  from participants p
  where exists (select from opened_by_consent o where o.participant_id = p.id and o.kind = 'IDENTITY');
grant select on opened_persons to ${appRole};
