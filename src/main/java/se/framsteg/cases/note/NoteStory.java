package se.framsteg.cases.note;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import se.framsteg.access.Action;
import se.framsteg.cases.story.Chapter;
import se.framsteg.cases.story.Happening;
import se.framsteg.cases.story.Lane;
import se.framsteg.cases.story.StorySource;
import se.framsteg.cases.story.Told;
import se.framsteg.shared.CaseId;

/** Signed notes as marks on the case's time line: of which kind and when, never what they say. */
@Component
class NoteStory implements StorySource {
    private final NoteStore notes;

    NoteStory(NoteStore notes) {
        this.notes = notes;
    }

    @Override
    public Chapter of(CaseId id, Set<Action> allowed) {
        if (!allowed.contains(Action.SEE_NOTE)) {
            return Chapter.of(List.of());
        }
        return Chapter.of(notes.current(id).stream()
                .map(one -> Happening.mark(
                        Lane.NOTE,
                        one.content().on(),
                        Told.of("note.kind." + one.content().kind()),
                        one.number() > 1 ? List.of(Told.of("note.corrected")) : List.of(),
                        "/cases/" + id + "/notes/" + one.note()))
                .toList());
    }
}
