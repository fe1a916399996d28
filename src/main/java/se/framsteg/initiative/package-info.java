/**
 * Initiatives (insatser): what they are made as, owner organisation, period, target group, leads, team, and how often progression is
 * measured; and, in rooms within this one, their own side, which tells of no person ({@link se.framsteg.initiative.Affairs}). Owns
 * {@code initiatives} and {@code initiative_leads}.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "audit", "access", "organisation", "home"})
@NullMarked
package se.framsteg.initiative;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
