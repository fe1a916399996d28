/**
 * Answers "may this person do this with this?". The room owns the questions: {@link se.framsteg.access.Actor},
 * {@link se.framsteg.access.Action} and {@link se.framsteg.access.Guard}. Other rooms supply the rules for the things they
 * own, so arrows point this way alone. No rule, no access. Sessions begin and end
 * here, and guessing is slowed down; owns {@code attempts}.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit"})
@NullMarked
package se.framsteg.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
