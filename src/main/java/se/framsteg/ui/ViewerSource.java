package se.framsteg.ui;

import java.util.Optional;

/** Tells the layout who looks. Supplied by the room that signs people in. */
public interface ViewerSource {
    /** The member of staff who looks; empty if nobody has signed in. */
    Optional<Viewer> viewer();

    /** Whether it is a participant, who answers or looks at the own page. */
    boolean participant();
}
