/**
 * What steps to work are worth, in kronor: for each party and for society as a whole, after one year and five, as intervals with the
 * assumptions beside them (docs/economy.md). {@code amount} has what a month in a situation brings or costs whom, {@code calculation}
 * the calculations. No person is in any of it. Owns {@code economy_amounts}, {@code economy_calculations} and {@code economy_versions}.
 */
@ApplicationModule(allowedDependencies = {"shared", "ui", "audit", "access", "organisation", "initiative", "print"})
@NullMarked
package se.framsteg.economy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
