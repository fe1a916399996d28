-- Examples, so that somebody can try before they have amounts of their own. Round numbers that nobody has measured, and which say so.
insert into economy_amounts (id, party, situation, low, likely, high, price_year, valid_from, source, source_en, saved_at)
select cast(e.id as uuid), e.party, e.situation, e.low, e.likely, e.high, 2025, date '2000-01-01', s.sv, s.en, timestamptz '2026-12-03 00:00:00+01'
from (values
    ('01a0ec00-0000-7000-8000-000000000001', 'FK', 'SICK_PAY', -18000, -15000, -12000, 0),
    ('01a0ec00-0000-7000-8000-000000000002', 'FK', 'SICKNESS_COMPENSATION', -16000, -13000, -11000, 0),
    ('01a0ec00-0000-7000-8000-000000000003', 'REGION', 'SICK_PAY', -5000, -3000, -1000, 0),
    ('01a0ec00-0000-7000-8000-000000000004', 'REGION', 'SICKNESS_COMPENSATION', -5000, -3000, -1000, 0),
    ('01a0ec00-0000-7000-8000-000000000005', 'REGION', 'SOCIAL_ASSISTANCE', -3000, -2000, -1000, 0),
    ('01a0ec00-0000-7000-8000-000000000006', 'KOMMUN', 'SOCIAL_ASSISTANCE', -15000, -12000, -9000, 0),
    ('01a0ec00-0000-7000-8000-000000000007', 'STATE', 'ACTIVITY_SUPPORT', -15000, -12000, -9000, 0),
    ('01a0ec00-0000-7000-8000-000000000008', 'STATE', 'SUBSIDISED_WORK', -15000, -12000, -8000, 0),
    ('01a0ec00-0000-7000-8000-000000000009', 'STATE', 'OPEN_WORK', 7000, 9000, 11000, 0),
    ('01a0ec00-0000-7000-8000-000000000010', 'STATE', 'STUDY', -6000, -4000, -3000, 0),
    ('01a0ec00-0000-7000-8000-000000000011', 'KOMMUN', 'SUBSIDISED_WORK', 2000, 4000, 5000, 0),
    ('01a0ec00-0000-7000-8000-000000000012', 'KOMMUN', 'OPEN_WORK', 4000, 5000, 6000, 0),
    ('01a0ec00-0000-7000-8000-000000000013', 'REGION', 'SUBSIDISED_WORK', 1000, 2000, 3000, 0),
    ('01a0ec00-0000-7000-8000-000000000014', 'REGION', 'OPEN_WORK', 2000, 3000, 4000, 0),
    ('01a0ec00-0000-7000-8000-000000000015', 'INDIVIDUAL', 'SICK_PAY', 10000, 12000, 14000, 0),
    ('01a0ec00-0000-7000-8000-000000000016', 'INDIVIDUAL', 'SICKNESS_COMPENSATION', 9000, 11000, 13000, 0),
    ('01a0ec00-0000-7000-8000-000000000017', 'INDIVIDUAL', 'SOCIAL_ASSISTANCE', 8000, 11000, 13000, 0),
    ('01a0ec00-0000-7000-8000-000000000018', 'INDIVIDUAL', 'ACTIVITY_SUPPORT', 8000, 10000, 12000, 0),
    ('01a0ec00-0000-7000-8000-000000000019', 'INDIVIDUAL', 'SUBSIDISED_WORK', 14000, 16000, 18000, 0),
    ('01a0ec00-0000-7000-8000-000000000020', 'INDIVIDUAL', 'OPEN_WORK', 17000, 20000, 24000, 0),
    ('01a0ec00-0000-7000-8000-000000000021', 'INDIVIDUAL', 'STUDY', 10000, 12000, 13000, 0),
    ('01a0ec00-0000-7000-8000-000000000022', 'SOCIETY', 'SICK_PAY', -5000, -3000, -1000, 1),
    ('01a0ec00-0000-7000-8000-000000000023', 'SOCIETY', 'SICKNESS_COMPENSATION', -5000, -3000, -1000, 1),
    ('01a0ec00-0000-7000-8000-000000000024', 'SOCIETY', 'SOCIAL_ASSISTANCE', -4000, -2000, -1000, 1),
    ('01a0ec00-0000-7000-8000-000000000025', 'SOCIETY', 'SUBSIDISED_WORK', 10000, 16000, 25000, 1),
    ('01a0ec00-0000-7000-8000-000000000026', 'SOCIETY', 'OPEN_WORK', 25000, 32000, 40000, 2)) as e (id, party, situation, low, likely, high, source)
join (values
    (0, 'Räkneexempel, inget underlag. Rundat belopp.',
      'A made-up example, no evidence. A round amount.'),
    (1, 'Räkneexempel, inget underlag. Bara det som faktiskt används eller produceras, inga bidrag och skatter.',
      'A made-up example, no evidence. Only what is really used or produced, no benefits and taxes.'),
    (2, 'Räkneexempel, inget underlag. Till jämförelse: SEE räknar med omkring 440 000 kr per personår i utanförskap, som också är ett antagande.',
      'A made-up example, no evidence. For comparison: SEE reckons with about SEK 440,000 per person-year of exclusion, which is an assumption too.')) as s (source, sv, en) on s.source = e.source;
