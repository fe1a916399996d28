/**
 * What a structural initiative does with organisations, and how many of their staff it reached, in numbers. Owns
 * {@code initiative_activities}.
 */
@NamedInterface("outreach")
@NullMarked
package se.framsteg.initiative.outreach;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
