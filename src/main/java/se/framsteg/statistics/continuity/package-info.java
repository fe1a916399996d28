/**
 * Continuity over all cases of an initiative, for its leads: counts and medians by sex, small ones kept back. What is counted is defined
 * in docs/continuity.md.
 */
@NullMarked
package se.framsteg.statistics.continuity;

import org.jspecify.annotations.NullMarked;
