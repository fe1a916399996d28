/**
 * Reports of an initiative to its association: chapters whose figures fill themselves in, with the owner's words beside them. From draft over
 * checked to released; a released report never changes and is corrected by a new edition alone. What is told of people comes from the
 * ledger of counts, so that a report is safe to pass on. Owns {@code report_layouts, reports, report_words, report_handed, report_reads}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "access",
            "audit",
            "home",
            "print",
            "organisation",
            "cases",
            "initiative",
            "initiative :: *",
            "statistics",
            "statistics :: *",
            "fidelity :: *",
            "economy :: *"
        })
@NullMarked
package se.framsteg.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
