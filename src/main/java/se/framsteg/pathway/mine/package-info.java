/**
 * The person’s own pages of the methods: where they are, and the own worksheets. Owns no tables.
 */
@NullMarked
package se.framsteg.pathway.mine;

import org.jspecify.annotations.NullMarked;
