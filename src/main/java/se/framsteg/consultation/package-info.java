/**
 * Consultation (konsultation): a de-identified question to a team about somebody who is not registered, and the team's answers.
 * Nothing here is about a person that could be found, and what looks like a number or an address is refused. Owns
 * {@code consultations}, {@code consultation_answers} and the view {@code consultation_counts}.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "audit", "access", "organisation", "home"})
@NullMarked
package se.framsteg.consultation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
