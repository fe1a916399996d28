package se.framsteg.employment.outreach;

import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.contact.Contact.Kind;
import se.framsteg.contact.ContactId;
import se.framsteg.contact.FullerContact;

/** From the log of contacts to what is kept of those with employers. */
@Component
class LoggedWithEmployers implements FullerContact {
    private final EmployerContacts contacts;

    LoggedWithEmployers(EmployerContacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public Kind kind() {
        return Kind.EMPLOYER;
    }

    @Override
    public String path(ContactId id) {
        return "/employer-contacts/" + id;
    }

    @Override
    public boolean keeps(Actor.Staff actor, ContactId id) {
        return contacts.keeps(actor, id);
    }
}
