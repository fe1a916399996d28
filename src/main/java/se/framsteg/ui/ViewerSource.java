package se.framsteg.ui;

import java.util.Optional;

/** Tells the layout who looks. Supplied by the room that signs people in. */
public interface ViewerSource {
    /** The viewer of the current request; empty if nobody has signed in. */
    Optional<Viewer> viewer();
}
