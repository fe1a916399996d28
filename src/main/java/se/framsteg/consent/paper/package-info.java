/**
 * The form for consent on paper: one for several recipients, to be filled in and signed by hand. It bears the case number and
 * no name, so that a paper that is lost tells nothing. Owns no tables.
 */
@NullMarked
package se.framsteg.consent.paper;

import org.jspecify.annotations.NullMarked;
