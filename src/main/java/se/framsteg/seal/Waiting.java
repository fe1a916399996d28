package se.framsteg.seal;

import java.time.Instant;
import java.util.Optional;

/**
 * Rows that no block holds yet.
 *
 * @param since the time of the oldest, empty if there is none
 */
public record Waiting(long rows, Optional<Instant> since) {}
