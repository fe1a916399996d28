/**
 * Officials round an initiative: its steering group and others. No participant is in it. Owns {@code initiative_officials}.
 */
@NamedInterface("official")
@NullMarked
package se.framsteg.initiative.official;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
