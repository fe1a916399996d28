/**
 * The way to work: the jobs, placements and studies that a person has had and how their terms have changed. Then {@code support} at work and
 * its rhythm, {@code counsel} about money and about what an employer may be told, and {@code outcome}, how much of the time there was work.
 * What is counted is defined in docs/employment.md. Owns {@code employments} and {@code employment_changes}, and the tables of those.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "audit",
            "access",
            "home",
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
