/**
 * The participant's own page of who may see what: what has been said yes to and can be stopped, what was refused or has ended,
 * and who is named on the case. Owns no tables.
 */
@NullMarked
package se.framsteg.consent.mine;

import org.jspecify.annotations.NullMarked;
