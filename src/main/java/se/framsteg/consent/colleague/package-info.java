/**
 * Colleagues of other organisations who are named on a case. Being named opens nothing: the person's yes to sharing with their
 * organisation does, and only to those who are named. Owns {@code case_colleagues}.
 */
@NamedInterface("colleague")
@NullMarked
package se.framsteg.consent.colleague;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
