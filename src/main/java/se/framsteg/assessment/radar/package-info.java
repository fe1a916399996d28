/**
 * The spider diagram of an assessment, drawn on the server, and the steps and differences that can be read from it.
 *
 * <p>Pure functions from {@link se.framsteg.assessment.radar.Radar} to markup or to structured results: no texts of its
 * own, no database, no framework. The same drawing serves screen, print and PDF; its colours come from
 * {@code static/css/radar.css} and fall back to presentation attributes where no stylesheet is read.
 */
@NullMarked
package se.framsteg.assessment.radar;

import org.jspecify.annotations.NullMarked;
