/**
 * A case’s steps on the methods’ pathways: which ones it goes by, where it is on each and since when. Stages guide and never lock. Owns
 * {@code case_pathways}, {@code case_pathway_choices} and {@code case_stages}.
 */
@NamedInterface("steps")
@NullMarked
package se.framsteg.pathway.steps;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
