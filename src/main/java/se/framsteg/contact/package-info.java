/**
 * What a coach logs of the day: contacts with a person or about persons, and time that is about nobody; for the month's overview, and for
 * fidelity to the method, which counts them. Owns {@code contacts}, {@code contact_persons} and the view {@code whole_contacts}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "audit",
            "access",
            "organisation",
            "initiative",
            "home",
            "cases",
            "cases :: extract"
        })
@NullMarked
package se.framsteg.contact;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
