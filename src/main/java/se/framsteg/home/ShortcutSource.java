package se.framsteg.home;

import java.util.List;
import se.framsteg.access.Actor;

/** Tells what a member of staff does so often in one room that it is one press from their day. Tells nothing of any person. */
public interface ShortcutSource {
    List<Shortcut> shortcuts(Actor.Staff staff);

    /**
     * A way to do it.
     *
     * @param textKey what is done
     * @param path where
     */
    record Shortcut(String textKey, String path) {}
}
