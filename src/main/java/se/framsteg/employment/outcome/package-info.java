/**
 * What became of it: how much of the time since the start there was work, studies or a placement, for one case and for many, as
 * docs/employment.md defines it. Owns no tables.
 */
@NamedInterface("outcome")
@NullMarked
package se.framsteg.employment.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
