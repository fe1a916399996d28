/**
 * How it goes with what was planned: ticked from the case page in seconds, on the to-do list when its day has passed, and counted for
 * those who follow up an initiative. What is counted is whether plans are followed up, never how many there are. Owns the view
 * {@code follow_up_plans}.
 */
@NullMarked
package se.framsteg.plan.followup;

import org.jspecify.annotations.NullMarked;
