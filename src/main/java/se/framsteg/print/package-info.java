/**
 * What the product prints: templates become tagged PDF documents (PDF/UA-1 and PDF/A-3), with their fonts in them, in any of
 * the product's languages and directions. Reads nothing from outside the program, and owns no tables.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui"})
@NullMarked
package se.framsteg.print;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
