/**
 * What can be worked out of fidelity from the records of an initiative: each measure with its raw value, what it was divided by and how
 * many blanks there are, and the records behind it. Defined in docs/fidelity.md; pure SQL, asked as a lead of the initiative.
 */
@NullMarked
package se.framsteg.fidelity.measure;

import org.jspecify.annotations.NullMarked;
