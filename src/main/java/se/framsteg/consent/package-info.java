/**
 * The ledger of who may share what with whom until when (OSL 10 kap. 1 §, 12 kap. 2 §), and what a consent opens.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "access", "cases"})
@NullMarked
package se.framsteg.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
