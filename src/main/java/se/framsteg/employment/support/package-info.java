/**
 * Support at work: what was agreed on about it, the rhythm of contacts that keeps a job, and whom it is time to talk with. The rhythm is
 * defined in docs/employment.md. Owns {@code support_plans} and {@code support_wishes}.
 */
@NamedInterface("support")
@NullMarked
package se.framsteg.employment.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
