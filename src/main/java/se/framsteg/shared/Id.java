package se.framsteg.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/**
 * The identity of one thing. Every kind of thing has an id type of its own, so that a case is never mistaken for a
 * participant. New ids are version 7 UUIDs (RFC 9562): in order of time, which keeps indexes compact, and not guessable.
 */
public interface Id {
    UUID value();

    /** A new value that no other thing has. */
    static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }
}
