/**
 * The papers of an initiative. Owns {@code initiative_documents}.
 */
@NamedInterface("document")
@NullMarked
package se.framsteg.initiative.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
