/**
 * What participants think of an initiative (utvärdering av insatsen), at a follow-up and at the end: a few questions on usefulness and
 * experience, anonymous. The person answers on the own page, on a device that was handed over or on paper, or says no; the leads read counts and
 * words of five answers at least (docs/evaluation.md). {@code mine} is the person's own page. Owns the tables {@code evaluation_…}, which it
 * reaches by functions alone.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "audit",
            "access",
            "home",
            "initiative",
            "cases",
            "cases :: extract",
            "statistics"
        })
@NullMarked
package se.framsteg.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
