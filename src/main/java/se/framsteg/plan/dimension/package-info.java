/**
 * Between the plan and what is measured: which dimension an effort is meant to move, from the effort to the picture and back. Owns no
 * tables.
 */
@NullMarked
package se.framsteg.plan.dimension;

import org.jspecify.annotations.NullMarked;
