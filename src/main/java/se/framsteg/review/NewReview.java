package se.framsteg.review;

import java.time.LocalDate;

/**
 * A review to start.
 *
 * @param from the first day
 * @param to the last day, not in the future and within a year of the first
 * @param sample how many occasions to draw at random from those without a sign of their own
 * @param many more persons than this within an hour are a sign
 * @param seed the same seed draws the same sample
 */
record NewReview(LocalDate from, LocalDate to, int sample, int many, long seed) {}
