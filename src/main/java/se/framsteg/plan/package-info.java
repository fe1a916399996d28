/**
 * The joint plan (SIP, samordnad individuell plan, SoL 2025:400 10 kap. 8–9 §§ and HSL 16 kap. 4 §; SAMSIP by local agreement). For now
 * how it begins: somebody sees the need, the person is asked and answers, and the meeting is prepared with the person. It will grow to
 * the summons, the meeting, the plan itself and how it is followed up. Owns {@code plan_needs}, {@code plan_answers} and
 * {@code plan_preparations}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "access",
            "audit",
            "home",
            "cases",
            "cases :: extract",
            "cases :: story",
            "organisation",
            "assessment",
            "initiative",
            "statistics"
        })
@NullMarked
package se.framsteg.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
