/** Statistics by sex of one, several or all initiatives of an association, as a page and a file: what the ledger tells, and for leads also exactly. */
@NullMarked
package se.framsteg.statistics.figure;

import org.jspecify.annotations.NullMarked;
