package se.framsteg.employment.employer;

import java.util.regex.Pattern;

/**
 * An organisation number (organisationsnummer): ten digits, of which the third is 2 or more, so that it is nobody's identity number, and the
 * last is a check digit by the Luhn algorithm. Law 1974:174.
 *
 * @param digits ten
 */
public record OrganisationNumber(String digits) {
    private static final Pattern TEN = Pattern.compile("\\d{10}");
    private static final Pattern WITH_PREFIX = Pattern.compile("16\\d{10}");
    private static final Pattern PERSONAL = Pattern.compile("(?:18|19|20)?\\d{2}[01]\\d{7}");

    public OrganisationNumber {
        if (!TEN.matcher(digits).matches() || digits.charAt(2) < '2' || !checkDigitFits(digits)) {
            throw new IllegalArgumentException("not an organisation number");
        }
    }

    /** What came of reading one. */
    public sealed interface Reading {
        record Valid(OrganisationNumber number) implements Reading {}

        record Invalid(Problem problem) implements Reading {}
    }

    public enum Problem {
        NOT_TEN_DIGITS,
        /** The number of a sole trader (enskild firma) is the owner's identity number, and is not kept. */
        SOLE_TRADER,
        CHECK_DIGIT
    }

    /** Reads one in any of the forms in which people write it: with or without hyphen, blanks and the prefix 16. */
    public static Reading read(String written) {
        var digits = written.replaceAll("[\\s\\p{Z}\\p{Pd}\u2212+]", "");
        if (PERSONAL.matcher(digits).matches()) {
            return new Reading.Invalid(Problem.SOLE_TRADER);
        }
        if (WITH_PREFIX.matcher(digits).matches()) {
            digits = digits.substring(2);
        }
        if (!TEN.matcher(digits).matches()) {
            return new Reading.Invalid(Problem.NOT_TEN_DIGITS);
        }
        if (digits.charAt(2) < '2') {
            return new Reading.Invalid(Problem.SOLE_TRADER);
        }
        return checkDigitFits(digits)
                ? new Reading.Valid(new OrganisationNumber(digits))
                : new Reading.Invalid(Problem.CHECK_DIGIT);
    }

    private static boolean checkDigitFits(String digits) {
        var sum = 0;
        for (var i = 0; i < digits.length(); i++) {
            var product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    /** As people write it: 556000-0000. */
    public String display() {
        return digits.substring(0, 6) + "-" + digits.substring(6);
    }

    @Override
    public String toString() {
        return digits;
    }
}
