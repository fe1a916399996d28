package se.framsteg.pathway.steps;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.cases.story.Chapter;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.StorySource;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/** Where the case has been on its pathways, on the case’s time line: a bar for each stay in a stage, or for the pathway before there is any. */
@Component
class StepStory implements StorySource {
    private final StepStore steps;

    StepStory(StepStore steps) {
        this.steps = steps;
    }

    @Override
    public Chapter of(CaseId id, Set<Action> allowed) {
        return Chapter.of(
                allowed.contains(Action.SEE_CASE)
                        ? steps.of(id).reversed().stream()
                                .flatMap(one -> happenings(id, one))
                                .toList()
                        : List.of());
    }

    private static Stream<Happening> happenings(CaseId caseId, Followed followed) {
        var path = "/cases/" + caseId + "/pathways/" + followed.id();
        var name = Told.of("story.written", followed.pathway().name());
        if (followed.stays().isEmpty()) {
            return Stream.of(
                    new Happening(Lane.PATHWAY, followed.from(), followed.to(), name, List.of(), path, false, false));
        }
        return followed.stays().stream().map(one -> {
            var stage = followed.pathway().stage(one.stage()).orElseThrow();
            return new Happening(
                    Lane.PATHWAY,
                    one.from(),
                    one.to(),
                    Told.of("story.written", stage.name()),
                    List.of(name),
                    path + "/stages/" + one.stage(),
                    false,
                    false);
        });
    }
}
