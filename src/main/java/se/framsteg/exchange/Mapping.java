package se.framsteg.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import se.framsteg.assessment.instrument.Respondent;

/**
 * What the columns of a file hold.
 *
 * @param meanings one per column: one of the constants here, {@link #item} of a question, or empty if it is not read
 * @param respondent who answered in the whole file, if no column tells
 * @param dontKnow what stands for "don't know, rather not say", separated by semicolons
 */
record Mapping(List<String> meanings, Optional<Respondent> respondent, String dontKnow) {
    static final String CASE_NUMBER = "case-number";
    static final String IDENTITY_NUMBER = "identity-number";
    static final String DATE = "date";
    static final String RESPONDENT = "respondent";
    static final List<String> FIXED = List.of(CASE_NUMBER, IDENTITY_NUMBER, DATE, RESPONDENT);

    private static final String ITEM = "item:";

    Mapping {
        meanings = List.copyOf(meanings);
    }

    static String item(String key) {
        return ITEM + key;
    }

    OptionalInt column(String meaning) {
        return IntStream.range(0, meanings.size())
                .filter(column -> meanings.get(column).equals(meaning))
                .findFirst();
    }

    boolean has(String meaning) {
        return column(meaning).isPresent();
    }

    boolean hasAnswers() {
        return meanings.stream().anyMatch(meaning -> meaning.startsWith(ITEM));
    }

    Set<String> dontKnowWords() {
        return Stream.of(dontKnow.split(";"))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
