/**
 * Who works with whom: associations, their organisations and units, teams with members from several organisations, and
 * staff with their roles. Owns {@code associations}, {@code organisations}, {@code units}, {@code teams},
 * {@code team_members}, {@code staff} and {@code staff_roles}.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "audit", "access", "home"})
@NullMarked
package se.framsteg.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
