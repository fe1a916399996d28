package se.framsteg.assessment.key;

import java.util.Optional;
import org.springframework.stereotype.Component;
import se.framsteg.access.Actor;
import se.framsteg.access.ActorSource;
import se.framsteg.shared.RoundId;

/** Respondents as actors. Asked at each request, so that a key that has been replaced is out at once. */
@Component
class Respondents implements ActorSource {
    private final AnswerKeys keys;

    Respondents(AnswerKeys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<Actor> actor(Object principal) {
        if (!(principal instanceof RespondentPrincipal respondent)) {
            return Optional.empty();
        }
        return letIn(respondent)
                ? Optional.of(new Actor.Respondent(new RoundId(respondent.round()), respondent.handedOverBy() != null))
                : Optional.empty();
    }

    private boolean letIn(RespondentPrincipal respondent) {
        var key = respondent.key();
        var by = respondent.handedOverBy();
        return key != null ? keys.holds(key) : by != null && keys.mayHandOver(by, respondent.round());
    }
}
