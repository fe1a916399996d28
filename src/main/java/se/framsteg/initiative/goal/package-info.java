/**
 * What an initiative is to reach. What is reached is worked out by those who count; of free goals it is typed in here. Owns
 * {@code initiative_goals} and {@code initiative_goal_results}.
 */
@NamedInterface("goal")
@NullMarked
package se.framsteg.initiative.goal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
