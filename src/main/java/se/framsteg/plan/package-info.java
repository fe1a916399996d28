/**
 * The joint plan (SIP, samordnad individuell plan, SoL 2025:400 10 kap. 8–9 §§ and HSL 16 kap. 4 §; SAMSIP by local agreement). For now
 * how it begins, in this package: somebody sees the need, the person is asked and answers, the meeting is prepared with the person, and the
 * plan is written. Its parts: {@code meeting} calls to meetings, {@code document} settles, signs and hands out. Owns the tables
 * {@code plans} and {@code plan_…}.
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
