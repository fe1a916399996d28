/**
 * Rating instruments as data: what an instrument is, how a file becomes one, and how answers become scores.
 *
 * <p>Pure Java without database: an instrument is read from the YAML format of {@code docs/instrument-format.md} by
 * {@link se.framsteg.assessment.instrument.InstrumentReader} and never changes afterwards. Nothing here knows a
 * dimension or a question by name, so an association that has the rights to another wording loads it as a file.
 *
 * <p>Owns no table. The shipped instruments lie in {@code src/main/resources/instruments}.
 */
@NamedInterface("instrument")
@NullMarked
package se.framsteg.assessment.instrument;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
