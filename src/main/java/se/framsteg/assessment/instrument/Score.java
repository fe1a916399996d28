package se.framsteg.assessment.instrument;

import java.util.OptionalDouble;

/**
 * Where one respondent's answers put one dimension.
 *
 * <p>Answers are ordinal: the distance from step 2 to step 3 need not be that from 4 to 5. A score is a place on its
 * own axis and the start of a talk. Never add or average scores across dimensions, and never rank persons by them.
 *
 * @param dimension the axis
 * @param value from 1 to the instrument's highest step; empty when fewer items were answered than the dimension needs,
 *     or when this respondent has no item in it
 */
public record Score(Dimension dimension, OptionalDouble value) {}
