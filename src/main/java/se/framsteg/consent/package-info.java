/**
 * Consent: the ledger of what may be passed on to whom, for what and until when, and what follows from it.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "print", "audit", "access", "organisation", "cases"})
@NullMarked
package se.framsteg.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
