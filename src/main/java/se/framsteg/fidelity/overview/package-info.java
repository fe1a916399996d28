/** How faithfully the method of an initiative is followed now, month by month, and the records behind each figure: for its leads. */
@NullMarked
package se.framsteg.fidelity.overview;

import org.jspecify.annotations.NullMarked;
