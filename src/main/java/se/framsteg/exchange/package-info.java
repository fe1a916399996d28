/**
 * What comes in from elsewhere: measurements that an initiative had in Excel or CSV. A file is read into rows that only its
 * uploader sees, its columns are given a meaning, it is tried without making anything, and then made whole or not at all; and
 * it can be undone whole. Owns {@code imports}, {@code import_rows}, {@code import_faults} and {@code import_columns}.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "audit",
            "access",
            "organisation",
            "initiative",
            "cases",
            "assessment",
            "assessment :: instrument",
            "assessment :: library"
        })
@NullMarked
package se.framsteg.exchange;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
