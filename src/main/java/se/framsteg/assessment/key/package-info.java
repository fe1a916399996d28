/**
 * How the participant comes to the questions: by a personal key to one round (a link or code, and a second thing that the
 * person knows), or on a device that the caseworker hands over. Owns {@code answer_keys}.
 */
@NullMarked
package se.framsteg.assessment.key;

import org.jspecify.annotations.NullMarked;
