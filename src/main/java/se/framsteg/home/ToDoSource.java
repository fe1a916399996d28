package se.framsteg.home;

import java.util.List;
import se.framsteg.access.Actor;

/** Tells what a member of staff has to do in one room. Guards and journals what it shows, in its own transaction. */
public interface ToDoSource {
    /** So much of each kind is told at most. Of a source that tells so much there may be more, and the page says so. */
    int MOST = 20;

    List<ToDo> toDo(Actor.Staff staff);
}
