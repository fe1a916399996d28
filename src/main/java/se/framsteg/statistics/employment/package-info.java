/**
 * Work over all cases of an initiative, for its leads: how many have jobs, how soon and for how long, and how different the jobs are, by sex,
 * small counts kept back. What is counted is defined in docs/employment.md.
 */
@NullMarked
package se.framsteg.statistics.employment;

import org.jspecify.annotations.NullMarked;
