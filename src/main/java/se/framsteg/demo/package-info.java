/**
 * A seeded synthetic population, made through the same doors as real data and only when a demo is asked for. All persons are
 * invented; their identity numbers are Skatteverket's published test numbers. The large population, which tries how much the
 * product carries, is the one exception: it is written straight into the tables of other rooms. Owns {@code demo_population}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access",
            "audit",
            "organisation",
            "signin",
            "initiative",
            "initiative :: training",
            "initiative :: calendar",
            "initiative :: document",
            "initiative :: goal",
            "initiative :: implementation",
            "initiative :: money",
            "initiative :: official",
            "initiative :: outreach",
            "initiative :: terms",
            "cases",
            "cases :: activity",
            "cases :: note",
            "consultation",
            "contact",
            "employment",
            "employment :: counsel",
            "employment :: support",
            "employment :: employer",
            "employment :: outreach",
            "employment :: profile",
            "group",
            "fidelity :: unit",
            "fidelity :: review",
            "fidelity :: scale",
            "economy :: amount",
            "economy :: calculation",
            "report",
            "statistics",
            "statistics :: ledger",
            "evaluation",
            "plan",
            "plan :: document",
            "plan :: meeting",
            "plan :: areas",
            "pathway :: library",
            "pathway :: method",
            "pathway :: sheet",
            "pathway :: steps",
            "consent",
            "consent :: colleague",
            "consent :: scan",
            "consent :: text",
            "assessment",
            "assessment :: instrument",
            "assessment :: library",
            "assessment :: talk"
        })
@NullMarked
package se.framsteg.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
