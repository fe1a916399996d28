package se.framsteg.cases;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import se.framsteg.shared.IdentityNumber;

/**
 * What a case can be searched by: name, identity number or case number, and nothing else (förordning 2001:637 15 §).
 */
sealed interface CaseSearch {
    /** A whole identity number: the only way in which one is searched for. */
    record Identity(String number) implements CaseSearch {
        @Override
        public String toString() {
            return "search by identity number";
        }
    }

    record Number(String number) implements CaseSearch {}

    /**
     * Part of a name; or a whole reserve number, which may look like anything.
     *
     * @param pattern for {@code like}, with what stands for anything in it escaped by a backslash
     */
    record Name(String pattern, String reserve) implements CaseSearch {
        @Override
        public String toString() {
            return "search by name";
        }
    }

    /** Nothing was searched for, so all are shown. */
    record Everything() implements CaseSearch {}

    /** Fewer than two letters of a name. */
    record TooShort() implements CaseSearch {}

    int LONGEST = 200;
    Pattern CASE_NUMBER = Pattern.compile("\\d{4}-\\d{4,6}");

    static CaseSearch of(String query, LocalDate today) {
        var text = query.strip().replaceAll("\\s+", " ");
        if (text.isEmpty()) {
            return new Everything();
        }
        if (CASE_NUMBER.matcher(text).matches()) {
            return new Number(text);
        }
        if (IdentityNumber.read(text, today) instanceof IdentityNumber.Reading.Valid(var number)) {
            return new Identity(number.value());
        }
        if (text.length() > LONGEST
                || text.codePoints().filter(Character::isLetterOrDigit).count() < 2) {
            return new TooShort();
        }
        var escaped = text.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return new Name("%" + escaped + "%", text.replace(" ", "").toUpperCase(Locale.ROOT));
    }
}
