package se.framsteg.consent.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import se.framsteg.consent.Kind;
import se.framsteg.consent.text.ConsentText.Explained;
import se.framsteg.consent.text.ConsentText.Form;
import se.framsteg.consent.text.ConsentText.KindText;
import se.framsteg.ui.Language;

/** One file of words, every one of which is used: a missing word or one too many is a fault of the file. */
final class TextFile {
    private final String file;
    private final Properties words;
    private final TreeSet<String> unused;

    TextFile(String file, Properties words) {
        this.file = file;
        this.words = words;
        this.unused = new TreeSet<>(words.stringPropertyNames());
    }

    ConsentText text(int version, String code) {
        var text = new ConsentText(
                version, code, word("language.name"), language(code), explained(), form(), kinds(version));
        if (!unused.isEmpty()) {
            throw new IllegalStateException(file + " has words that nothing says: " + unused);
        }
        return text;
    }

    /** Easy Swedish is Swedish. */
    private static Language language(String code) {
        return Language.of(code.split("-", 2)[0]).orElseThrow();
    }

    private Explained explained() {
        return new Explained(
                word("title"), word("meaning"), word("choice"), word("stop"), word("readers"), word("law"));
    }

    private Form form() {
        return new Form(
                word("from"),
                word("how"),
                word("what"),
                word("yes"),
                word("no"),
                word("another"),
                word("purpose.title"),
                word("purpose"),
                word("purpose.more"),
                word("until"),
                word("interpreter"),
                word("name"),
                word("signature"),
                word("date"),
                word("keep"),
                word("foot"));
    }

    private Map<Kind, KindText> kinds(int version) {
        var kinds = new LinkedHashMap<Kind, KindText>();
        for (var kind : Kind.values()) {
            if (kind.isIn(version)) {
                var key = "kind." + kind;
                kinds.put(kind, new KindText(word(key + ".name"), word(key + ".meaning")));
            }
        }
        return Collections.unmodifiableMap(kinds);
    }

    private String word(String key) {
        unused.remove(key);
        var word = words.getProperty(key, "");
        if (word.isBlank()) {
            throw new IllegalStateException(file + " lacks " + key);
        }
        return word;
    }
}
