package se.framsteg.evaluation;

import java.util.List;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.home.AfterAnsweringSource;
import se.framsteg.home.OwnToDoSource;

/** That there is something to say of the initiative: on the own page, and when answers have just been sent in, on any device. */
@Component
class OwnOpinionToDos implements OwnToDoSource, AfterAnsweringSource {
    private final OwnOpinions opinions;

    OwnOpinionToDos(OwnOpinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public List<OwnToDo> toDo(Actor.Respondent participant) {
        return next(participant);
    }

    @Override
    public List<OwnToDo> next(Actor.Respondent participant) {
        return opinions.anything(participant)
                ? List.of(new OwnToDo("own-evaluation.title", "own-evaluation.go", "/svara/utvardering"))
                : List.of();
    }
}
