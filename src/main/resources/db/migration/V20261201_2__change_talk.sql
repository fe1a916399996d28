-- What the person says about a change, in their own words, is a note of its own kind.
alter table note_versions drop constraint note_versions_kind_check,
  add constraint note_versions_kind_check check (kind in ('TALK', 'CHANGE_TALK', 'DECISION', 'EVENT', 'OTHER'));
alter table note_drafts drop constraint note_drafts_kind_check,
  add constraint note_drafts_kind_check check (kind in ('TALK', 'CHANGE_TALK', 'DECISION', 'EVENT', 'OTHER'));
