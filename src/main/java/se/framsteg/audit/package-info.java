/**
 * The append-only journal of who saw or did what (SoLPuL 10 §, PDL 4 kap. 2–3 §§). Owns the table {@code journal}, on
 * which the database itself refuses update, delete and truncate, and the view {@code asker_looks}: a member of staff's own looks.
 */
@ApplicationModule(allowedDependencies = "shared")
@NullMarked
package se.framsteg.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
