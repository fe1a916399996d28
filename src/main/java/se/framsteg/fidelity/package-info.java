/**
 * Fidelity (programtrohet): how faithfully a method is followed. {@code scale} is scales as data; {@code unit} who the specialists of an
 * initiative are, which care teams its people come from and when the log of contacts was gone through; {@code measure} works out from
 * the records what can be worked out; {@code review} is a review by raters, who agree before it is frozen. What everything means is
 * written in docs/fidelity.md. Owns the tables {@code fidelity_…}, {@code case_care_teams} and the views {@code fidelity_…}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "audit",
            "access",
            "print",
            "home",
            "organisation",
            "initiative",
            "cases",
            "cases :: extract",
            "employment :: support"
        })
@NullMarked
package se.framsteg.fidelity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
