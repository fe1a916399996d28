package se.framsteg.assessment.editor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import se.framsteg.assessment.outline.Outline;
import se.framsteg.shared.definition.FileFault;
import se.framsteg.shared.definition.Problem;
import se.framsteg.shared.definition.Value;
import se.framsteg.ui.Page;

/**
 * What remains to be mended in a draft, told for those who fill in forms: places by the names of the forms instead of those
 * of the file, each with the way there.
 *
 * @param path the page where it is mended
 */
public record Remaining(String path, String text) {
    private static final String SEPARATOR = " › ";
    /** The fields of the file that have a name in the forms. */
    private static final Set<String> NAMED = Set.of(
            Value.THE_FILE,
            "key",
            "version",
            "languages",
            "unreviewed",
            "name",
            "description",
            "rights",
            "source",
            "scale",
            "highest",
            "steps",
            "smallest-change",
            "dimensions",
            "dimension",
            "items",
            "help",
            "scoring",
            "method",
            "fewest-answers",
            "participant",
            "caseworker",
            "question");

    static Remaining of(Page page, String draft, Outline outline, Problem problem) {
        var place = List.of(problem.arguments().getFirst().split(SEPARATOR, -1));
        var arguments = new ArrayList<Object>(problem.arguments());
        arguments.set(0, named(page, outline, place));
        for (int i = 1; i < arguments.size(); i++) {
            arguments.set(i, word(page, problem, problem.arguments().get(i)));
        }
        return new Remaining(draft + form(outline, place, problem), page.t(problem.key(), arguments.toArray()));
    }

    private static String word(Page page, Problem problem, String word) {
        return switch (problem.fault()) {
            case FileFault.MISSING_LANGUAGE, FileFault.LANGUAGE_NOT_OFFERED -> Languages.name(page, word);
            default -> name(page, word);
        };
    }

    private static String name(Page page, String field) {
        return NAMED.contains(field) ? page.t("instrument.place." + field.replace(' ', '-')) : field;
    }

    private static String named(Page page, Outline outline, List<String> place) {
        var names = new ArrayList<String>();
        var language = page.language();
        for (int i = 0; i < place.size(); i++) {
            var part = place.get(i);
            var within = i == 1 ? place.getFirst() : "";
            names.add(
                    switch (within) {
                        case "dimensions" ->
                            "“" + dimension(outline, part).name().preferably(language) + "”";
                        case "items" -> "“" + item(outline, part).question().preferably(language) + "”";
                        default -> name(page, part);
                    });
        }
        return String.join(SEPARATOR, names);
    }

    private static String form(Outline outline, List<String> place, Problem problem) {
        var within = place.size() > 1;
        return switch (place.getFirst()) {
            case "dimensions" ->
                within ? "/dimensions/" + dimension(outline, place.get(1)).key() : "/new/dimensions";
            case "items" -> within ? "/questions/" + item(outline, place.get(1)).key() : "/new/questions";
            case "scale", "smallest-change" -> "/scale";
            case Value.THE_FILE -> ofWhole(problem);
            default -> "/about";
        };
    }

    /** Where to add what the instrument lacks as a whole. */
    private static String ofWhole(Problem problem) {
        if (problem.fault() != FileFault.MISSING_FIELD) {
            return "/text";
        }
        return switch (problem.arguments().get(1)) {
            case "dimensions" -> "/new/dimensions";
            case "items" -> "/new/questions";
            case "scale" -> "/scale";
            default -> "/about";
        };
    }

    /** Entries without a key of their own are told by their number. */
    private static Outline.Dimension dimension(Outline outline, String keyOrNumber) {
        return outline.dimension(keyOrNumber)
                .or(() -> numbered(outline.dimensions(), keyOrNumber))
                .orElse(DimensionForm.empty());
    }

    private static Outline.Item item(Outline outline, String keyOrNumber) {
        return outline.item(keyOrNumber)
                .or(() -> numbered(outline.items(), keyOrNumber))
                .orElse(ItemForm.empty(Outline.EMPTY));
    }

    private static <T> Optional<T> numbered(List<T> entries, String number) {
        return number.matches("[0-9]{1,3}")
                ? Stream.of(Integer.parseInt(number))
                        .filter(place -> place >= 1 && place <= entries.size())
                        .map(place -> entries.get(place - 1))
                        .findFirst()
                : Optional.empty();
    }
}
