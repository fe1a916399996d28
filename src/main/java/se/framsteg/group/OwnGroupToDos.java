package se.framsteg.group;

import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.home.OwnToDoSource;

/** The next session of a group, and that there is one of which the participant can say what they thought. */
@Component
class OwnGroupToDos implements OwnToDoSource {
    private final OwnGroups groups;

    OwnGroupToDos(OwnGroups groups) {
        this.groups = groups;
    }

    @Override
    public List<OwnToDo> toDo(Actor.Respondent participant) {
        var toDo = new ArrayList<OwnToDo>();
        for (var group : groups.further(participant)) {
            if (group.asked()) {
                toDo.add(new OwnToDo(
                        "own-group.evaluate.title",
                        "own-group.evaluate.go",
                        "/svara/min-sida/grupper/" + group.id() + "/utvardering"));
            } else if (!group.coming().isEmpty()) {
                toDo.add(new OwnToDo("own-group.title", "own-group.next.go", "/svara/min-sida/grupper"));
            }
        }
        return toDo;
    }
}
