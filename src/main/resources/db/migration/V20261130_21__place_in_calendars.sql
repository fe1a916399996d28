-- Whether the place of a meeting may stand in a calendar file, which others than those who meet can come to read: as long as nobody has
-- said that it tells nothing of the person, it does not.
alter table plan_meetings add column place_in_calendar boolean not null default false;
grant update (place_in_calendar) on plan_meetings to ${appRole};
