/**
 * The way to work: for now the jobs and placements that a person has had, for the story of the case. It will grow to employers,
 * the contacts with them and the support at work (SE and IPS). Owns {@code employments}.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "access", "cases", "cases :: story", "cases :: extract"})
@NullMarked
package se.framsteg.employment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
