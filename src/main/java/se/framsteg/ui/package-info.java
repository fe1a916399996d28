/**
 * How pages look and speak: layout and components (under {@code src/main/jte/ui}), texts in the reader's language, forms
 * that keep what was typed, and the pages for what went wrong. Owns no tables.
 */
@ApplicationModule(type = ApplicationModule.Type.OPEN, allowedDependencies = "shared")
@NullMarked
package se.framsteg.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
