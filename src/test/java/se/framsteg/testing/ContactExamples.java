package se.framsteg.testing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import se.framsteg.access.Actor;
import se.framsteg.contact.Contact;
import se.framsteg.contact.ContactId;
import se.framsteg.contact.Contacts;
import se.framsteg.shared.CaseId;
import se.framsteg.shared.InitiativeId;
import se.framsteg.shared.Time;

/** Contacts of today, logged through their door. */
public final class ContactExamples {
    private final Contacts contacts;

    public ContactExamples(ListableBeanFactory beans) {
        this.contacts = beans.getBean(Contacts.class);
    }

    /** A talk with these persons at the office. */
    public ContactId talk(Actor.Staff by, CaseId... people) {
        return log(by, Optional.empty(), details(Contact.Kind.WITH_PERSON, Contact.Place.OFFICE, 60), people);
    }

    /** Time that is about nobody. */
    public ContactId ownTime(Actor.Staff by, InitiativeId initiative, int minutes) {
        var details = details(Contact.Kind.DOCUMENTATION, Contact.Place.OFFICE, minutes);
        return log(by, Optional.of(initiative), details);
    }

    public ContactId log(Actor.Staff by, Optional<InitiativeId> initiative, Contact.Details details, CaseId... people) {
        return contacts.log(by, ContactId.create(), Set.of(people), initiative, details)
                .orThrow();
    }

    public static Contact.Details details(Contact.Kind kind, Contact.Place place, int minutes) {
        return new Contact.Details(
                LocalDate.now(Time.SWEDEN),
                kind,
                Optional.of(place),
                minutes,
                Contact.Phase.ASSESSMENT,
                false,
                Set.of());
    }
}
