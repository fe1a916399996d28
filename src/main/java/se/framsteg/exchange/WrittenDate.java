package se.framsteg.exchange;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A date as people write it in a table, if it can be read in one way only. */
sealed interface WrittenDate {
    record Of(LocalDate day) implements WrittenDate {}

    /** @param problem its text is under {@code import.fault} */
    record Unclear(String problem) implements WrittenDate {}

    /** A moment of the day after it is left out. */
    Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.]?)(\\d{1,2})\\2(\\d{1,2})(?:[T ]\\d{1,2}:.*)?");

    /** With points the day comes first, wherever points are used. */
    Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    Pattern SLASHES = Pattern.compile("\\d{1,2}[/-]\\d{1,2}[/-]\\d{2,4}");
    Pattern IN_WORDS = Pattern.compile("(\\d{1,2}) (\\p{L}{3,9})\\.? (\\d{4})");
    List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");

    static WrittenDate read(String text) {
        var yearFirst = YEAR_FIRST.matcher(text);
        if (yearFirst.matches() && (!yearFirst.group(2).isEmpty() || text.length() == 8)) {
            return of(yearFirst.group(1), yearFirst.group(3), yearFirst.group(4));
        }
        var dayFirst = DAY_FIRST.matcher(text);
        if (dayFirst.matches()) {
            return of(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        var words = IN_WORDS.matcher(text);
        if (words.matches()) {
            var month = words.group(2).toLowerCase(Locale.ROOT).substring(0, 3);
            return of(words.group(3), Integer.toString(MONTHS.indexOf(month) + 1), words.group(1));
        }
        return new Unclear(SLASHES.matcher(text).matches() ? "date-ambiguous" : "date-form");
    }

    private static WrittenDate of(String year, String month, String day) {
        try {
            return new Of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException e) {
            return new Unclear("date-form");
        }
    }
}
