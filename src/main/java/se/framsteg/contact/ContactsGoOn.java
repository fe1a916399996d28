package se.framsteg.contact;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import se.framsteg.shared.CaseId;

/** Told by a room that works with a person after the case has ended: contacts of those days can be logged. Guards nothing. */
public interface ContactsGoOn {
    /** Those of these ended cases in which there is work on that day. */
    Set<CaseId> on(LocalDate day, Collection<CaseId> ended);
}
