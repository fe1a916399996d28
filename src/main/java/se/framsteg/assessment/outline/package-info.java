/**
 * An instrument in the making: what stands in a draft so far, complete or not, to be changed part by part and written in the
 * format that {@link se.framsteg.assessment.instrument.InstrumentReader} reads. Pure Java, owns no table.
 */
@NullMarked
package se.framsteg.assessment.outline;

import org.jspecify.annotations.NullMarked;
