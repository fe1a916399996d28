/** Foundations: typed ids, identity numbers, periods, the clock. No rules of the business. */
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package se.framsteg.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
