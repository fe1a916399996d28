package se.framsteg.pathway.method;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.definition.LocalizedText;

/**
 * One thing in a method: a principle, a model, an activity.
 *
 * @param key unique within its list
 * @param about what it means, or null
 * @param prompts questions to ask the person by it
 */
public record Point(
        String key, LocalizedText name, @Nullable LocalizedText about, List<LocalizedText> prompts) {

    public Point {
        prompts = List.copyOf(prompts);
    }
}
