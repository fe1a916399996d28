/**
 * The way to work: the jobs and placements that a person has had, for the story of the case; the register of employers
 * ({@code employer}), the contacts with them ({@code outreach}) and what the person wants to work with ({@code profile}). Owns
 * {@code employments}; what the others own is told there.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "audit",
            "access",
            "home",
            "print",
            "organisation",
            "cases",
            "cases :: story",
            "cases :: extract",
            "contact"
        })
@NullMarked
package se.framsteg.employment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
