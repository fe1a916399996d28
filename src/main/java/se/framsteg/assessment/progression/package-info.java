/**
 * What the answers show: the radar of participant and caseworker in one round beside an earlier one, its table, the steps
 * and the differences in words. Shows a round only when it has been revealed, see
 * {@link se.framsteg.assessment.Round#revealed}. Owns no tables.
 */
@NullMarked
package se.framsteg.assessment.progression;

import org.jspecify.annotations.NullMarked;
