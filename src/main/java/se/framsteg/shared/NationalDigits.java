package se.framsteg.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import se.framsteg.shared.IdentityNumber.Problem;

/** What the twelve digits of a personnummer or samordningsnummer mean and must fulfil. */
final class NationalDigits {

    private static final Pattern TWELVE = Pattern.compile("[0-9]{12}");
    private static final int ADDED_TO_DAY = 60;

    private NationalDigits() {}

    static boolean isCoordination(String digits) {
        return digits.length() == 12 && digits.charAt(6) >= '6';
    }

    static void require(boolean rightKind, String digits) {
        if (!rightKind || !TWELVE.matcher(digits).matches()) {
            throw new IllegalArgumentException("Not an identity number of this kind");
        }
        problem(digits, LocalDate.MAX).ifPresent(problem -> {
            throw new IllegalArgumentException("Not an identity number: " + problem);
        });
    }

    static Optional<Problem> problem(String digits, LocalDate today) {
        var earliest = earliestBirth(digits);
        if (earliest.isEmpty() || earliest.get().getYear() < 1800) {
            return Optional.of(Problem.NO_SUCH_DATE);
        }
        if (earliest.get().isAfter(today)) {
            return Optional.of(Problem.IN_THE_FUTURE);
        }
        if (digits.startsWith("000", 8)) {
            return Optional.of(Problem.SERIAL);
        }
        return checkDigitFits(digits) ? Optional.empty() : Optional.of(Problem.CHECK_DIGIT);
    }

    /** Empty where month or day is unknown. */
    static Optional<LocalDate> birthDate(String digits) {
        return month(digits) == 0 || day(digits) == 0 ? Optional.empty() : earliestBirth(digits);
    }

    /** The first day that the digits can mean, an unknown month or day being the first; empty if they can mean none. */
    static Optional<LocalDate> earliestBirth(String digits) {
        var firstOfUnknown = isCoordination(digits) ? 1 : 0;
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(digits, 0, 4, 10),
                    Math.max(month(digits), firstOfUnknown),
                    Math.max(day(digits), firstOfUnknown)));
        } catch (DateTimeException noSuchDate) {
            return Optional.empty();
        }
    }

    private static int month(String digits) {
        return Integer.parseInt(digits, 4, 6, 10);
    }

    private static int day(String digits) {
        return Integer.parseInt(digits, 6, 8, 10) - (isCoordination(digits) ? ADDED_TO_DAY : 0);
    }

    private static boolean checkDigitFits(String digits) {
        var sum = 0;
        for (var i = 2; i < digits.length(); i++) {
            var product = (digits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }
}
