/**
 * Consultation (konsultation): a de-identified question to a team about somebody who is not registered, and the team's answers.
 * Nothing here is about a person that could be found: what looks like a number or an address, or is the name of a participant whom
 * the writer sees, is refused, and what says too much after all is erased. Owns
 * {@code consultations}, {@code consultation_answers} and the view {@code consultation_counts}.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "audit", "access", "organisation", "cases", "home"})
@NullMarked
package se.framsteg.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
