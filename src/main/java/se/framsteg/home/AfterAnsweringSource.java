package se.framsteg.home;

import java.util.List;
import se.framsteg.access.Actor;
import se.framsteg.home.OwnToDoSource.OwnToDo;

/**
 * Tells a participant who has just sent in answers what else they can say before they leave, on the own device or one that was handed over. Whoever
 * reads it may be the one who handed it over: it tells nothing of the person.
 */
public interface AfterAnsweringSource {
    List<OwnToDo> next(Actor.Respondent participant);
}
