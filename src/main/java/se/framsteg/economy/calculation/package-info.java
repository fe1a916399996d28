/**
 * Calculations of what steps are worth: their assumptions, what is worked out from them ({@link
 * se.framsteg.economy.calculation.Reckoning}, pure), and their versions, which are never changed. Other rooms read them by {@link
 * se.framsteg.economy.calculation.Calculations#of}.
 */
@NamedInterface("calculation")
@NullMarked
package se.framsteg.economy.calculation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
