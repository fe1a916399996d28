package se.framsteg.shared.definition;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * One text in the languages of its file, the file's first language first.
 *
 * @param texts language tag ({@code sv}, {@code en}) to text, at least one
 */
public record LocalizedText(SequencedMap<String, String> texts) {

    public LocalizedText {
        if (texts.isEmpty()) {
            throw new IllegalArgumentException("A text needs at least one language");
        }
        texts = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(texts));
    }

    /** A text in one language. */
    public static LocalizedText of(String language, String text) {
        return new LocalizedText(new LinkedHashMap<>(Map.of(language, text)));
    }

    /** The text in this language, or in the file's first language where this one is not offered. */
    public String in(String language) {
        return texts.getOrDefault(language, texts.firstEntry().getValue());
    }

    /** The language that {@link #in} answers in when asked for this one. */
    public String language(String wished) {
        return texts.containsKey(wished) ? wished : texts.firstEntry().getKey();
    }
}
