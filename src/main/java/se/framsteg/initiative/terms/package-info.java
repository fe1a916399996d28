/**
 * What was applied for and agreed on of an initiative. No participant is in it. Owns {@code initiative_agreements}.
 */
@NamedInterface("terms")
@NullMarked
package se.framsteg.initiative.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
