-- One receiver who cannot take a message just now is no sign that the whole way is closed.
alter table reminders
  drop constraint reminders_failure_check,
  add constraint reminders_failure_check
    check (failure in ('NO_ADDRESS', 'REFUSED', 'BUSY', 'NOT_LET_IN', 'UNREACHABLE', 'UNCLEAR'));
