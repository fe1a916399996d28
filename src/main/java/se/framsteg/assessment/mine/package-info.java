/**
 * The participant's own page: the own steps, what was agreed, what is coming, and what was answered before. Opens with the
 * key to the latest round, also when that has been answered. Owns no tables.
 */
@NullMarked
package se.framsteg.assessment.mine;

import org.jspecify.annotations.NullMarked;
