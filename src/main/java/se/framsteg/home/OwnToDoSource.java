package se.framsteg.home;

import java.util.List;
import se.framsteg.access.Actor;

/** Tells a participant what there is to do in one room, on the own page. Told to those alone whom the guard has let in to that page. */
public interface OwnToDoSource {
    List<OwnToDo> toDo(Actor.Respondent participant);

    /**
     * One thing to do.
     *
     * @param titleKey the text that tells what it is
     * @param goKey the text of the way there
     * @param path where it is done
     */
    record OwnToDo(String titleKey, String goKey, String path) {}
}
