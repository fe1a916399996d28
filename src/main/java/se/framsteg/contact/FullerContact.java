package se.framsteg.contact;

import se.framsteg.access.Actor;
import se.framsteg.contact.Contact.Kind;

/** A room that keeps more of contacts of one kind than is kept here, and has a form of its own for them. */
public interface FullerContact {
    Kind kind();

    /** Where one is logged: what was filled in here is sent on there as it is. */
    String newPath();

    /** Where one is told with the more that is kept of it, or can be. */
    String path(ContactId id);

    /** Whether more is kept of this contact. Asked where the actor has been let in to it. */
    boolean keeps(Actor.Staff actor, ContactId id);
}
