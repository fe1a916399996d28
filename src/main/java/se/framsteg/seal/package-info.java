/**
 * Makes it show if the journal is changed behind the program's back. Its rows are sealed in blocks that hang together, each with
 * a hash made with a key that is kept outside the database; a check names the first row or block that is not as it was. Reads the
 * table {@code journal}, which nobody else may change. Owns {@code journal_seals} and {@code seal_tasks}, and in the data
 * folder the file {@code journal-last-seal}, and beside an embedded database {@code journal-key}.
 *
 * <p>It shows also when the end has been cut off: the last seal is kept outside the database, in the data folder and in the
 * log, and by whoever writes it down.
 */
@ApplicationModule(
        displayName = "Seal",
        allowedDependencies = {"shared", "ui", "access", "organisation", "home", "database"})
@NullMarked
package se.framsteg.seal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
