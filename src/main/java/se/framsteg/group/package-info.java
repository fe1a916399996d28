/**
 * Groups (gruppprogram): programmes of an initiative with their sessions, lectures and physical training among them; who is enrolled, by
 * whoever has the person's case; attendance; and an anonymous evaluation after the last session. Named leaders see the names of those
 * enrolled and who came, and nothing else of their cases. {@code mine} is the person's own pages. Owns the tables {@code group_…} and the
 * view {@code led_enrolments}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "audit",
            "access",
            "home",
            "organisation",
            "initiative",
            "cases",
            "cases :: activity",
            "cases :: story",
            "cases :: extract",
            "statistics"
        })
@NullMarked
package se.framsteg.group;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
