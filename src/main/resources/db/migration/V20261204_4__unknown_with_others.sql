-- Age, party and hours get a division that is coarser still, in which the unknown are counted with others: a few unknown kept these tables
-- back for good. What has been told is told in it too, as it would have been, so that what comes now can't be told apart from it.
alter table ledger_rows disable trigger ledger_row_stays;
insert into ledger_rows (association_id, initiative_id, universe, attribute, area, level, after_block, to_block, from_on, until_on, told_on,
    by_sex, persons)
  select association_id, initiative_id, universe, attribute, area, -1, after_block, to_block, from_on, until_on, told_on, by_sex, persons
  from ledger_rows where attribute in ('AGE', 'PARTY', 'HOURS') and level = 0 order by id;
insert into ledger_counts (row_id, initiative_id, association_id, code, legal_sex, number)
  select n.id, n.initiative_id, n.association_id, m.code, c.legal_sex, sum(c.number)
  from ledger_rows n
  join ledger_rows o on o.initiative_id = n.initiative_id and o.universe = n.universe and o.attribute = n.attribute and o.area = n.area
    and o.to_block = n.to_block and o.level = 0
  join ledger_counts c on c.row_id = o.id
  cross join lateral (select case
      when n.attribute = 'AGE' and c.code in ('MORE', 'UNKNOWN') then 'MORE_OR_UNKNOWN'
      when n.attribute = 'PARTY' and c.code in ('ELSEWHERE', 'UNKNOWN') then 'ELSEWHERE_OR_UNKNOWN'
      when n.attribute = 'HOURS' and c.code in ('NOT_MORE', 'UNKNOWN') then 'NOT_MORE_OR_UNKNOWN' else c.code end as code) m
  where n.level = -1
  group by n.id, n.initiative_id, n.association_id, m.code, c.legal_sex;
-- In two strides: no two rows of a table may have one level on the way.
update ledger_rows set level = level + 101 where attribute in ('AGE', 'PARTY', 'HOURS');
update ledger_rows set level = level - 100 where attribute in ('AGE', 'PARTY', 'HOURS');
alter table ledger_rows enable trigger ledger_row_stays;
