/**
 * How an initiative is to become ordinary work: steps, and how far each has come. No participant is in it. Owns
 * {@code initiative_steps} and {@code initiative_step_states}.
 */
@NamedInterface("implementation")
@NullMarked
package se.framsteg.initiative.implementation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
