/**
 * The person's rights: everything that is registered about the person in a case, readable and structured (GDPR art. 15, PDL 8
 * kap. 5 §). What each room has registered it tells itself, through {@link se.framsteg.cases.extract.ExtractSource}. Owns no
 * tables, and leaves no files behind.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "ui",
            "print",
            "audit",
            "access",
            "organisation",
            "cases",
            "cases :: extract",
            "assessment"
        })
@NullMarked
package se.framsteg.rights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
