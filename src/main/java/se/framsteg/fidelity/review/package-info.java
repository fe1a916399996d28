/**
 * Reviews of how faithfully a method is followed: what was worked out when the review began, what each rater finds on their own, and what
 * they agree on. An agreed review never changes. It is one's own monitoring, never a certified review.
 */
@NamedInterface("review")
@NullMarked
package se.framsteg.fidelity.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
