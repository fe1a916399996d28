/**
 * The joint plan (SIP, samordnad individuell plan, SoL 2025:400 10 kap. 8–9 §§ and HSL 16 kap. 4 §; SAMSIP by local agreement; Min plan). In
 * this package: somebody sees the need, the person is asked and answers, the meeting is prepared with the person, and the plan is written.
 * Its parts: {@code meeting} calls to meetings and closes them, {@code document} settles, signs and hands out, {@code mine} is the
 * person's own pages, {@code areas} shows all areas of life, {@code dimension} ties efforts to the questionnaire, and {@code followup} ticks
 * and counts. Owns the tables {@code plans} and {@code plan_…}, and the view {@code follow_up_plans}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "print",
            "access",
            "audit",
            "home",
            "cases",
            "cases :: extract",
            "cases :: own",
            "consent",
            "notification",
            "notification :: carrier",
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
