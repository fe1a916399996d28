/**
 * Contacts with employers: a contact of the coach's log, with which employer it was, whether the work is what the person wants, what came of
 * it and what is next. IPS-25, items 15–18. Owns {@code employer_contacts} and the view {@code employer_history}.
 */
@NamedInterface("outreach")
@NullMarked
package se.framsteg.employment.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
