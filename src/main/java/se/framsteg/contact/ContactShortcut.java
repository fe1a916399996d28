package se.framsteg.contact;

import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Guard;
import se.framsteg.home.ShortcutSource;

/** To log a contact is what a coach does most: it is one press from the day's first page. */
@Component
class ContactShortcut implements ShortcutSource {
    private final Guard guard;

    ContactShortcut(Guard guard) {
        this.guard = guard;
    }

    @Override
    public List<Shortcut> shortcuts(Actor.Staff staff) {
        return guard.allows(staff, Action.LOG_CONTACT, ContactLog.OWN)
                ? List.of(new Shortcut("contact.new", "/contacts/new"))
                : List.of();
    }
}
