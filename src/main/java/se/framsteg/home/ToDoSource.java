package se.framsteg.home;

import java.util.List;
import se.framsteg.access.Actor;

/** Tells what a member of staff has to do in one room. Guards and journals what it shows, in its own transaction. */
public interface ToDoSource {
    List<ToDo> toDo(Actor.Staff staff);
}
