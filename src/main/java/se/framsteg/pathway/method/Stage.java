package se.framsteg.pathway.method;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.definition.LocalizedText;

/**
 * A stretch of the way that a method goes.
 *
 * @param key unique among the stages of the pathway
 * @param alongside whether it goes on beside the other stages instead of after one of them
 * @param about what it is for
 * @param time how long it usually takes, or when, in words; null if nothing is said
 * @param activities what is done
 * @param prompts questions to ask the person
 * @param reached what shows that the stage is reached; signs to look for, never a gate
 * @param notes advice to the coach
 * @param worksheets keys of the pathway's worksheets that belong here
 */
public record Stage(
        String key,
        boolean alongside,
        LocalizedText name,
        LocalizedText about,
        @Nullable LocalizedText time,
        List<Point> activities,
        List<LocalizedText> prompts,
        List<LocalizedText> reached,
        List<LocalizedText> notes,
        List<String> worksheets) {

    public Stage {
        activities = List.copyOf(activities);
        prompts = List.copyOf(prompts);
        reached = List.copyOf(reached);
        notes = List.copyOf(notes);
        worksheets = List.copyOf(worksheets);
    }
}
