/**
 * The way to work: the jobs, placements and studies that a person has had and how their terms have changed. Then {@code support} at work and
 * its rhythm, {@code counsel} about money and about what an employer may be told, and {@code outcome}, how much of the time there was work;
 * the register of employers ({@code employer}), the contacts with them ({@code outreach}) and what the person wants to work with
 * ({@code profile}). What is counted is defined in docs/employment.md. Owns {@code employments} and {@code employment_changes}; what the
 * others own is told there.
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
            "contact",
            "cases",
            "cases :: story",
            "cases :: extract"
        })
@NullMarked
package se.framsteg.employment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
