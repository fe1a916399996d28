/**
 * The scores as marks on straight lines, beside the spider diagram: all areas of two rounds, which is exact to read, and
 * one area through all rounds. Marks, lines and colours are those of {@link se.framsteg.assessment.radar}, and like it
 * these are pure functions to markup. Owns no tables.
 */
@NullMarked
package se.framsteg.assessment.lines;

import org.jspecify.annotations.NullMarked;
