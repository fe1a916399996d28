package se.framsteg.pathway.library;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.framsteg.shared.definition.DefinitionFile;

/**
 * What a pathway is known by in a list, also while its text is faulty. Anything may be empty.
 *
 * @param key as it stands in the text, valid or not
 */
public record Title(String key, String name, String about, String version) {
    private static final String SWEDISH = "sv";

    /** @param language preferred for name and about; Swedish otherwise */
    static Title of(String definition, String language) {
        var fields = DefinitionFile.fields(definition).orElse(Map.of());
        return new Title(
                text(fields.get("key")),
                text(fields.get("name"), language),
                text(fields.get("about"), language),
                text(fields.get("version")));
    }

    private static String text(@Nullable Object field) {
        return field instanceof String text ? text.strip() : "";
    }

    private static String text(@Nullable Object field, String language) {
        if (!(field instanceof Map<?, ?> texts)) {
            return "";
        }
        var wished = text(texts.get(language));
        return wished.isEmpty() ? text(texts.get(SWEDISH)) : wished;
    }
}
