/**
 * Initiatives (insatser): owner organisation, period, target group, leads, team, and how often progression is measured.
 * Owns {@code initiatives} and {@code initiative_leads}.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "audit", "access", "organisation", "home"})
@NullMarked
package se.framsteg.initiative;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
