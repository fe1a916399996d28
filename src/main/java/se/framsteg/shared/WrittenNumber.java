package se.framsteg.shared;

import java.time.LocalDate;
import java.util.regex.Pattern;
import se.framsteg.shared.IdentityNumber.Problem;
import se.framsteg.shared.IdentityNumber.Reading;

/** Reads a personnummer or samordningsnummer in any of the forms that people write. */
final class WrittenNumber {

    private static final Pattern BLANK = Pattern.compile("\\s", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern SIGN = Pattern.compile("[-+]");
    private static final Pattern DIGITS_AND_SIGNS = Pattern.compile("[0-9+-]*");
    private static final Pattern FORM =
            Pattern.compile("(?<century>[0-9]{2})?(?<date>[0-9]{6})(?<sign>[-+]?)(?<end>[0-9]{4})");

    private WrittenNumber() {}

    static String withoutBlanks(String written) {
        return DASH.matcher(BLANK.matcher(written).replaceAll("")).replaceAll("-");
    }

    static Reading read(String written, LocalDate today) {
        var text = withoutBlanks(written);
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return new Reading.Invalid(problemOfForm(text));
        }
        var tenDigits = form.group("date") + form.group("end");
        var century = form.group("century");
        var digits = (century == null ? century(tenDigits, form.group("sign"), today) : century) + tenDigits;
        return NationalDigits.problem(digits, today)
                .<Reading>map(Reading.Invalid::new)
                .orElseGet(() -> new Reading.Valid(IdentityNumber.ofStored(digits)));
    }

    private static Problem problemOfForm(String text) {
        if (text.isEmpty()) {
            return Problem.EMPTY;
        }
        if (!DIGITS_AND_SIGNS.matcher(text).matches()) {
            return Problem.NOT_DIGITS;
        }
        var digits = SIGN.matcher(text).replaceAll("").length();
        if (digits == 10 || digits == 12) {
            return Problem.SEPARATOR;
        }
        return digits < 12 ? Problem.TOO_SHORT : Problem.TOO_LONG;
    }

    private static String century(String tenDigits, String sign, LocalDate today) {
        var thisCentury = today.getYear() / 100;
        var yearIsPast = Integer.parseInt(tenDigits, 0, 2, 10) <= today.getYear() % 100;
        var latest = yearIsPast ? thisCentury : thisCentury - 1;
        var older =
                switch (sign) {
                    case "+" -> true;
                    case "-" -> false;
                    default -> isFuture(latest + tenDigits, today);
                };
        return String.valueOf(older ? latest - 1 : latest);
    }

    private static boolean isFuture(String digits, LocalDate today) {
        return NationalDigits.earliestBirth(digits)
                .filter(date -> date.isAfter(today))
                .isPresent();
    }
}
