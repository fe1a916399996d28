/**
 * The participant’s own way in to the own case, on the own phone: one door and one rule for all that rooms let the person read and write
 * there. Owns no tables.
 */
@NamedInterface("own")
@NullMarked
package se.framsteg.cases.own;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
