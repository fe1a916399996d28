package se.framsteg.contact;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.access.Actor;
import se.framsteg.access.Role;
import se.framsteg.access.Rule;
import se.framsteg.access.Ruling;
import se.framsteg.audit.Trace;

/** Caseworkers and leads have a log of their own; nobody else has. Whom something in it is about is each case's rule. */
@Component
class ContactLogRule implements Rule<ContactLog> {
    private static final Set<Action> OWN = Set.of(Action.SEE_CONTACT_LOG, Action.LOG_CONTACT, Action.CHANGE_CONTACT);

    @Override
    public Class<ContactLog> about() {
        return ContactLog.class;
    }

    @Override
    public Optional<Ruling> ruling(Actor actor, ContactLog log) {
        return actor instanceof Actor.Staff staff && (staff.is(Role.CASEWORKER) || staff.is(Role.LEAD))
                ? Optional.of(new Ruling(OWN, Trace.of("contact-log", null, staff.association())))
                : Optional.empty();
    }
}
