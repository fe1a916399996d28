/** The participant’s own pages of groups: when the next session is, what to read before, and the evaluation. Owns no tables. */
@NullMarked
package se.framsteg.group.mine;

import org.jspecify.annotations.NullMarked;
