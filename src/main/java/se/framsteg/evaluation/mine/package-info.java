/** The participant's own page for what they think of the initiative. */
@NullMarked
package se.framsteg.evaluation.mine;

import org.jspecify.annotations.NullMarked;
