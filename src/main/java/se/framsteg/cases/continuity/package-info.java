/**
 * Continuity and wholeness of a case: how long it has been the same caseworker, how much ran side by side, when the way to work began
 * and when nothing went on. Read-only: worked out from what other parts keep, as docs/continuity.md defines it. Owns the view
 * {@code case_efforts}.
 */
@NamedInterface("continuity")
@NullMarked
package se.framsteg.cases.continuity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
