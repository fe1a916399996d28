package se.framsteg.employment.support;

import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.access.Role;
import se.framsteg.contact.ContactLog;
import se.framsteg.home.ShortcutSource;

/** Whom it is time to talk with about their job is one press from the day’s first page. */
@Component
class SupportShortcut implements ShortcutSource {
    private final Guard guard;

    SupportShortcut(Guard guard) {
        this.guard = guard;
    }

    @Override
    public List<Shortcut> shortcuts(Actor.Staff staff) {
        return staff.is(Role.CASEWORKER) && guard.allows(staff, Action.SEE_CONTACT_LOG, ContactLog.OWN)
                ? List.of(new Shortcut("support.round", "/support"))
                : List.of();
    }
}
