/**
 * Who has learnt the method: courses, who takes them, planned and done, and the initiative's goal for it. No participant is in it. Owns
 * {@code training_courses}, {@code trainings}, {@code training_goals} and the views {@code training_counts} and
 * {@code training_results}.
 */
@NamedInterface("training")
@NullMarked
package se.framsteg.initiative.training;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
