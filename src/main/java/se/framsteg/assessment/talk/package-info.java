/**
 * The talk that the questionnaire is for: one screen for two people, with the picture, what it says in words, and what
 * they agree on. Owns {@code agreements} and {@code agreement_outcomes}, which are only ever added to.
 */
@NamedInterface("talk")
@NullMarked
package se.framsteg.assessment.talk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
