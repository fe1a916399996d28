package se.framsteg.assessment.outline;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * One text in the languages in which it has been written so far.
 *
 * @param texts language tag to text; languages without a text are left out
 */
public record Words(SequencedMap<String, String> texts) {
    public static final Words NONE = new Words(new LinkedHashMap<>());

    public Words {
        var written = new LinkedHashMap<String, String>();
        texts.forEach((language, text) -> {
            if (!text.isBlank()) {
                written.put(language, text.strip());
            }
        });
        texts = Collections.unmodifiableSequencedMap(written);
    }

    public static Words of(Map<String, String> texts) {
        return new Words(new LinkedHashMap<>(texts));
    }

    /** The text in this language; empty if there is none. */
    public String in(String language) {
        return texts.getOrDefault(language, "");
    }

    /** The text in this language, or else in any; empty if there is none at all. */
    public String preferably(String language) {
        return texts.getOrDefault(
                language, texts.isEmpty() ? "" : texts.firstEntry().getValue());
    }

    public boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The same without the languages that are not among these, in their order. */
    public Words only(Collection<String> languages) {
        var kept = new LinkedHashMap<String, String>();
        languages.forEach(language -> kept.put(language, in(language)));
        return new Words(kept);
    }
}
