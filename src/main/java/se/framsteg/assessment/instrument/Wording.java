package se.framsteg.assessment.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.definition.LocalizedText;

/**
 * An item as one respondent meets it.
 *
 * @param question the question itself
 * @param help a line that helps to answer it, or null
 * @param steps a text for every step, the text of step 1 first; "don't know, rather not say" always comes besides
 */
public record Wording(LocalizedText question, @Nullable LocalizedText help, List<LocalizedText> steps) {

    public Wording {
        steps = List.copyOf(steps);
    }
}
