/**
 * Who one is: signing in with e-mail and password, the one-time links for a first password and for the set-up of an empty
 * installation, the rules for passwords. Owns {@code one_time_links} and
 * the session tables.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "audit", "access", "organisation"})
@NullMarked
package se.framsteg.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
