package se.framsteg.contact;

import se.framsteg.access.Actor;
import se.framsteg.contact.Contact.Kind;

/**
 * A room that keeps more of contacts of one kind than is kept here, and has a form of its own for them. It takes what is sent to
 * {@code /contacts/new} as that kind, so that what was filled in is there in its own form.
 */
public interface FullerContact {
    Kind kind();

    /** Where one is told with the more that is kept of it, or can be. */
    String path(ContactId id);

    /** Whether more is kept of this contact. Asked where the actor has been let in to it. */
    boolean keeps(Actor.Staff actor, ContactId id);
}
