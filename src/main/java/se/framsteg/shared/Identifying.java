package se.framsteg.shared;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Finds in a text what would tell whom it is about: personnummer and samordningsnummer, with or without century, hyphen and
 * spaces, also with a wrong check digit; e-mail addresses; phone numbers; and street addresses with a number, or a post code
 * with its town. Of names it can't tell which are people's: who knows whom a text must not name looks for those.
 */
public enum Identifying {
    IDENTITY_NUMBER,
    EMAIL,
    PHONE,
    ADDRESS,
    /** Of a participant whom the writer sees; found by who knows whom that is. */
    NAME;

    private static final Pattern MAIL = Pattern.compile("\\S+\\s?@\\s?\\S+\\.\\p{L}{2,}");
    private static final Pattern DIGITS_OF_A_NUMBER = Pattern.compile("\\d(?:[ \\t.+-]{0,3}\\d)*");
    private static final Pattern DIGITS_OF_A_PHONE = Pattern.compile("\\+?\\d(?:[ \\t()/-]{0,3}\\d)*");
    private static final Pattern AS_USUAL = Pattern.compile("(?:\\d{6}|\\d{8})\\s?[-+]\\s?\\d{4}");
    private static final Pattern MOBILE = Pattern.compile("07\\d{8}");
    private static final Pattern GROUP = Pattern.compile("\\d+");

    /** What streets end in, in one word (Storgatan) or after a name (Norra vägen), and the number of a house, not of days or percent. */
    private static final Pattern STREET = street("gatan|gata|vägen|väg|gränden|gränd|stigen|stig|torget|torg|allén|allé"
            + "|esplanaden|kajen|backen|slingan|liden");

    /** A post code and the town that it is of. */
    private static final Pattern POST_TOWN = Pattern.compile("(?U)\\b\\d{3} \\d{2} {1,2}\\p{Lu}\\p{L}{2,}");

    private static Pattern street(String ends) {
        var named = "(?:(?i:\\p{L}{2,}(?:" + ends + "))|\\p{Lu}[\\p{L}.:]*\\s(?i:" + ends + "))";
        var amount = "%|procent|[.,]\\d|dag|vecko|vecka|månad|år|timm|minut|gång|kilometer|km|mil\\b|meter|m\\b|kr";
        return Pattern.compile(
                "(?U)\\b" + named + "\\s+\\d{1,3}(?!\\d)\\s?(?:[a-hA-H]\\b)?(?!\\s*(?i:" + amount + "))");
    }

    /** What a text seems to hold of this; empty if nothing. */
    public static Set<Identifying> in(String text) {
        var plain = plain(text);
        var found = EnumSet.noneOf(Identifying.class);
        if (MAIL.matcher(plain).find()) {
            found.add(EMAIL);
        }
        if (any(DIGITS_OF_A_PHONE, plain, Identifying::isPhone)) {
            found.add(PHONE);
        }
        if (STREET.matcher(plain).find() || POST_TOWN.matcher(plain).find()) {
            found.add(ADDRESS);
        }
        if (any(DIGITS_OF_A_NUMBER, plain, Identifying::hasIdentityNumber)) {
            found.add(IDENTITY_NUMBER);
        }
        return found;
    }

    private static boolean any(Pattern pattern, String text, Predicate<String> test) {
        return pattern.matcher(text).results().map(MatchResult::group).anyMatch(test);
    }

    /** All digits and hyphens as plain ones, and nothing that can't be seen. */
    private static String plain(String text) {
        var composed = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Pd}\u2212]", "-")
                .replaceAll("\\p{Cf}", "");
        var plain = new StringBuilder();
        composed.codePoints()
                .forEach(sign ->
                        plain.appendCodePoint(Character.isDigit(sign) ? '0' + Character.digit(sign, 10) : sign));
        return plain.toString();
    }

    private static boolean isPhone(String run) {
        var digits = digits(run);
        return digits.length() >= 8 && digits.length() <= 15 && (run.startsWith("+") || digits.startsWith("0"))
                || windows(run).stream()
                        .anyMatch(window -> MOBILE.matcher(digits(window)).matches());
    }

    private static boolean hasIdentityNumber(String run) {
        return windows(run).stream().anyMatch(window -> isIdentityNumber(window, window.equals(run)));
    }

    private static boolean isIdentityNumber(String window, boolean alone) {
        var digits = digits(window);
        if (digits.length() != 10 && (digits.length() != 12 || !digits.matches("(?:18|19|20).*"))) {
            return false;
        }
        var ten = digits.substring(digits.length() - 10);
        var usual = AS_USUAL.matcher(window).matches();
        return mayBeBirthDate(ten)
                && (usual || alone && !MOBILE.matcher(digits).matches() || checkDigitFits(ten) && !isPhone(window));
    }

    /** What begins and ends with whole groups of digits, so that the end of one date and the start of the next are not taken for one. */
    private static List<String> windows(String run) {
        var groups = GROUP.matcher(run).results().toList();
        var windows = new ArrayList<String>();
        for (int from = 0; from < groups.size(); from++) {
            for (int to = from; to < groups.size(); to++) {
                windows.add(
                        run.substring(groups.get(from).start(), groups.get(to).end()));
            }
        }
        return windows;
    }

    /** Also of a samordningsnummer, in which 60 is added to the day and month and day may be unknown. */
    private static boolean mayBeBirthDate(String ten) {
        var month = Integer.parseInt(ten, 2, 4, 10);
        var day = Integer.parseInt(ten, 4, 6, 10);
        return month <= 12 && (day >= 1 && day <= 31 && month >= 1 || day >= 60 && day <= 91);
    }

    private static boolean checkDigitFits(String ten) {
        var sum = 0;
        for (int i = 0; i < 10; i++) {
            var product = (ten.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        return sum % 10 == 0;
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
