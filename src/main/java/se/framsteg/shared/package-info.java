/**
 * Foundations: typed ids, identity numbers, periods, clock; no rules of the business.
 *
 * <p>Every room may use it and it uses none of them.
 */
@ApplicationModule(
        displayName = "Foundations",
        allowedDependencies = {})
@NullMarked
package se.framsteg.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
