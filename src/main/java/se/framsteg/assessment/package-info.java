/**
 * Progression: instruments, rounds, the answers of participant and caseworker, and the radar with its steps. Owns
 * {@code instruments}, {@code rounds}, {@code round_changes}, {@code assessments} and {@code answer_keys}, and what is agreed in the talk about a
 * round: {@code agreements} and {@code agreement_outcomes}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "print",
            "audit",
            "access",
            "organisation",
            "initiative",
            "cases",
            "cases :: story",
            "cases :: extract",
            "cases :: emergency",
            "home",
            "notification"
        })
@NullMarked
package se.framsteg.assessment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
