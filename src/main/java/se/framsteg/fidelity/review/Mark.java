package se.framsteg.fidelity.review;

import java.util.Optional;

/**
 * What somebody found of an item.
 *
 * @param score from 1 to the scale's highest; empty if not told yet
 * @param note why, up to 2,000 characters; may be empty
 */
public record Mark(Optional<Integer> score, String note) {
    static final int LONGEST_NOTE = 2000;
}
