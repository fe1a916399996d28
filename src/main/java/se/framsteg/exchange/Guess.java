package se.framsteg.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import se.framsteg.assessment.instrument.Dimension;
import se.framsteg.assessment.instrument.Instrument;
import se.framsteg.assessment.instrument.Item;
import se.framsteg.shared.definition.LocalizedText;

/** What columns probably hold, by their headings: as it was the last time, otherwise by what they say. A person confirms it. */
final class Guess {
    private static final Pattern NUMBERED = Pattern.compile("(?:fråga|fr|f|q|question|item)?[ .:_-]*(\\d{1,2})");

    private static final Pattern DAY = Pattern.compile("datum|\\bdate\\b|^(mät|svars)?dag(en)?\\b|^när\\b");
    private static final Pattern WHO =
            Pattern.compile("svarar|svarat|svarande|respondent|ifyll[dt]|fyllt i|\\bvem\\b|\\broll\\b");

    private final List<Item> items;
    private final Map<String, String> words;
    private final Map<String, String> known;

    /** @param remembered heading in lower case to meaning */
    Guess(Instrument instrument, Map<String, String> remembered) {
        items = instrument.items();
        words = words(instrument);
        known = new LinkedHashMap<>(words);
        known.putAll(remembered);
    }

    private static Map<String, String> words(Instrument instrument) {
        var words = new LinkedHashMap<String, String>();
        for (var item : instrument.items()) {
            var meaning = Mapping.item(item.key());
            item.wordings().values().forEach(wording -> all(wording.question(), meaning, words));
            words.put(plain(item.key()), meaning);
        }
        for (var dimension : instrument.dimensions()) {
            single(instrument, dimension).ifPresent(item -> {
                all(dimension.name(), Mapping.item(item.key()), words);
                words.put(plain(dimension.key()), Mapping.item(item.key()));
            });
        }
        return words;
    }

    private static void all(LocalizedText text, String meaning, Map<String, String> words) {
        text.texts().values().forEach(one -> words.putIfAbsent(plain(one), meaning));
    }

    /** The one question of an area that has just one: its answer is the area's score. */
    static Optional<Item> single(Instrument instrument, Dimension dimension) {
        var inIt = instrument.items().stream()
                .filter(item -> item.dimension().equals(dimension.key()))
                .toList();
        return inIt.size() == 1 ? Optional.of(inIt.getFirst()) : Optional.empty();
    }

    static String plain(String heading) {
        return heading.strip().toLowerCase(Locale.ROOT);
    }

    /** One per heading; no meaning twice. */
    List<String> of(List<String> headings) {
        var meanings = new ArrayList<String>();
        var used = new HashSet<String>();
        for (var heading : headings) {
            var meaning = meaning(plain(heading));
            meanings.add(meaning.isEmpty() || used.add(meaning) ? meaning : "");
        }
        return meanings;
    }

    private String meaning(String heading) {
        var exact = known.get(heading);
        if (exact != null) {
            return exact;
        }
        var fixed = byWord(heading);
        return fixed.isEmpty() ? part(heading) : fixed;
    }

    /** The question whose area or name has the heading for one of its words, if there is just one: "mål" for "egna mål". */
    private String part(String heading) {
        var found = words.entrySet().stream()
                .filter(word -> List.of(word.getKey().split(" ")).contains(heading))
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
        return found.size() == 1 ? found.getFirst() : "";
    }

    private String byWord(String heading) {
        if (heading.contains("ärende") || heading.contains("case")) {
            return Mapping.CASE_NUMBER;
        }
        if (heading.contains("person") || heading.equals("pnr") || heading.contains("identit")) {
            return Mapping.IDENTITY_NUMBER;
        }
        if (DAY.matcher(heading).find()) {
            return Mapping.DATE;
        }
        if (WHO.matcher(heading).find()) {
            return Mapping.RESPONDENT;
        }
        var numbered = NUMBERED.matcher(heading);
        if (numbered.matches()) {
            var place = Integer.parseInt(numbered.group(1));
            return place >= 1 && place <= items.size()
                    ? Mapping.item(items.get(place - 1).key())
                    : "";
        }
        return "";
    }
}
