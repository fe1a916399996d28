/**
 * How it goes in an initiative, in counts: rounds asked for and answered, and how the answers are spread at the start and
 * now, by legal sex, with small counts kept back ({@link se.framsteg.statistics.SmallCells}). Never a person: reads only
 * the views {@code follow_up_cases} and {@code follow_up_rounds}, in which there is no name, and {@code case_reach} and
 * {@code follow_up_reach}, to tell a lead nothing exact of cases that are closed to that lead. Cases that have been disposed of
 * are counted on, see the room of retention. Owns no tables.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "access",
            "initiative",
            "initiative :: goal",
            "initiative :: outreach",
            "initiative :: training",
            "cases",
            "cases :: continuity",
            "employment :: outcome",
            "assessment :: instrument",
            "assessment :: library"
        })
@NullMarked
package se.framsteg.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
