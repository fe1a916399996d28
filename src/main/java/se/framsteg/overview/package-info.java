/**
 * The association's overview: all its initiatives at a glance, beside each other and over the years, with the tables for the national follow-up and
 * for the annual report. Tells only what other rooms tell its reader: of people what the ledger of counts tells, so that no person and no few are in
 * it. For the association's office and board, and for leads of their own initiatives. Owns no tables.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "access",
            "print",
            "organisation",
            "initiative",
            "initiative :: *",
            "statistics",
            "statistics :: *",
            "assessment :: instrument",
            "fidelity :: *",
            "report",
            "report :: *"
        })
@NullMarked
package se.framsteg.overview;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
