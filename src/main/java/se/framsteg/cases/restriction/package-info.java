/**
 * Restriction (GDPR art. 18): the person has asked that nothing is done with what is registered, for example while it is
 * disputed. It is kept and shown, and nothing in the case is changed but the restriction itself. Owns
 * {@code case_restrictions} and the view {@code restricted_cases}, which the rule of cases reads.
 */
@NullMarked
package se.framsteg.cases.restriction;

import org.jspecify.annotations.NullMarked;
