package se.framsteg.shared.definition;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads texts in the languages that the file says it has: what a participant meets in all of them, what only the
 * staff meet in those that the staff work in, and nothing in another.
 */
public final class Texts {

    private static final String SWEDISH = "sv";
    private static final Set<String> STAFF_LANGUAGES = Set.of(SWEDISH, "en");
    private static final Pattern LANGUAGE_TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    private final List<String> languages;
    private final boolean complete;

    private Texts(List<String> languages, boolean complete) {
        this.languages = languages;
        this.complete = complete;
    }

    /** The languages in this list. Where the list is faulty, texts are only held to the languages that could be read. */
    public static Texts in(Value list) {
        List<String> languages = new ArrayList<>();
        boolean complete = !list.isAbsent();
        for (Value entry : list.list()) {
            String language = entry.text();
            boolean usable = isUsable(entry, language, languages);
            if (usable) {
                languages.add(language);
            }
            complete &= usable;
        }
        if (!languages.isEmpty() && !languages.contains(SWEDISH)) {
            list.report(FileFault.NO_SWEDISH);
        }
        return new Texts(List.copyOf(languages), complete && !languages.isEmpty());
    }

    private static boolean isUsable(Value entry, String language, List<String> earlier) {
        if (language.isEmpty()) {
            return false;
        }
        if (!LANGUAGE_TAG.matcher(language).matches()) {
            entry.report(FileFault.BAD_LANGUAGE, language);
            return false;
        }
        if (earlier.contains(language)) {
            entry.report(FileFault.DUPLICATE_LANGUAGE, language);
            return false;
        }
        return true;
    }

    /** The languages that could be read, in the order of the file. */
    public List<String> languages() {
        return languages;
    }

    /** Those of the languages that this list names. */
    public List<String> someOf(Value list) {
        List<String> some = new ArrayList<>();
        for (Value entry : list.isAbsent() ? List.<Value>of() : list.list()) {
            String language = entry.text();
            if (!isUsable(entry, language, some)) {
                continue;
            }
            if (complete && !languages.contains(language)) {
                entry.report(FileFault.LANGUAGE_NOT_OFFERED, language, String.join(", ", languages));
            }
            some.add(language);
        }
        return some;
    }

    /** A text that a participant may meet: in all languages. */
    public LocalizedText text(Value value) {
        return text(value, languages);
    }

    /** A text that only the staff meet: in those of the languages that the staff work in; others are welcome. */
    public LocalizedText staffText(Value value) {
        return text(value, languages.stream().filter(STAFF_LANGUAGES::contains).toList());
    }

    private LocalizedText text(Value value, List<String> needed) {
        Map<String, Value> found = value.entries(FileFault.EXPECTED_LANGUAGES);
        if (complete) {
            found.forEach((language, text) -> {
                if (!languages.contains(language)) {
                    text.report(FileFault.UNDECLARED_LANGUAGE, String.join(", ", languages));
                }
            });
        }
        LinkedHashMap<String, String> read = new LinkedHashMap<>();
        for (String language : languages) {
            if (found.containsKey(language) || needed.contains(language)) {
                read.put(language, textIn(language, value, found));
            }
        }
        return read.isEmpty() ? LocalizedText.of(SWEDISH, "") : new LocalizedText(read);
    }

    private static String textIn(String language, Value owner, Map<String, Value> found) {
        Value text = found.get(language);
        if (text != null) {
            return text.text();
        }
        if (owner.isMapping()) {
            owner.report(FileFault.MISSING_LANGUAGE, language);
        }
        return "";
    }
}
