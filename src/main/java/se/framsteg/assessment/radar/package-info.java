/**
 * The spider diagram of an assessment, drawn on the server.
 *
 * <p>Pure functions from {@link se.framsteg.assessment.radar.Radar} to markup: no texts of its own, no database, no
 * framework. The same drawing serves screen, print and PDF; its colours come from {@code static/css/radar.css} and fall
 * back to presentation attributes where no stylesheet is read. What other pictures of the same scores need is public:
 * the marks of the series, and how markup is written and texts are broken.
 */
@NullMarked
package se.framsteg.assessment.radar;

import org.jspecify.annotations.NullMarked;
