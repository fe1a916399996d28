package se.framsteg.print;

import com.openhtmltopdf.bidi.support.ICUBidiReorderer;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Gives each Arabic letter the form that its neighbours ask for, since the renderer sets one glyph for each character.
 *
 * <p>What ICU's {@code ArabicShaping} does leaves the letters that only Persian has as they are, and sets vowel signs as
 * letters of their own, with a gap. Here the forms are those that Unicode names in its blocks of Arabic presentation
 * forms. A vowel sign follows its letter, where the font sets it above or below without taking up room. It is placed by the
 * letter's edge and not by the font's own rules: near enough to be read, though not as a typographer would.
 */
final class JoinedLetters extends ICUBidiReorderer {
    private enum Form {
        ISOLATED,
        FINAL,
        INITIAL,
        MEDIAL
    }

    /** A sign between the two letters that become one is set on that one. */
    private static final Pattern SIGN_WITHIN_LAM_ALEF = Pattern.compile("ل([\\u064B-\\u0652\\u0670]+)([اآأإ])");

    /** The sign on a last alef, which is taller than where the sign stands, goes on the letter before, as many write it. */
    private static final Pattern SIGN_ON_ALEF = Pattern.compile("(?<!ل)ا\\u064B");

    /** On the sign of lam and alef, which is as tall, it goes beside. */
    private static final Pattern SIGN_ON_LAM_ALEF = Pattern.compile("لا\\u064B");

    /** With the sign of a doubled letter there is no room for a vowel above it: the doubling is what tells words apart. */
    private static final Pattern SIGN_OF_DOUBLING =
            Pattern.compile("[\\u064B\\u064C\\u064E\\u064F]?\\u0651[\\u064B\\u064C\\u064E\\u064F]?");

    private static final List<String> LAM_WITH_ALEF = List.of("لا", "لآ", "لأ", "لإ");
    /** A stretch of line, and a joiner without width. */
    private static final String JOINERS = "\u0640\u200D";

    private static final Map<String, Map<Form, String>> FORMS = forms();

    @Override
    public String shapeText(String text) {
        var letters = withSignsInPlace(text);
        var shaped = new StringBuilder(letters.length());
        var joined = false;
        for (int start = 0, end; start < letters.length(); start = end) {
            end = start + (isLamWithAlef(letters, start) ? 2 : 1);
            var letter = letters.substring(start, end);
            if (isMark(letter)) {
                shaped.append(letter);
            } else {
                shaped.append(form(letter, joined, joinsBackwards(letters, end)));
                joined = joinsForwards(letter);
            }
        }
        return shaped.toString();
    }

    private static String withSignsInPlace(String text) {
        var once = SIGN_OF_DOUBLING.matcher(text).replaceAll("\u0651");
        var before = SIGN_ON_ALEF.matcher(once).replaceAll("\u064Bا");
        var after = SIGN_WITHIN_LAM_ALEF.matcher(before).replaceAll("ل$2$1");
        return SIGN_ON_LAM_ALEF.matcher(after).replaceAll("لا\uFE70");
    }

    private static boolean isLamWithAlef(String text, int start) {
        return LAM_WITH_ALEF.stream().anyMatch(pair -> text.startsWith(pair, start));
    }

    private static boolean isMark(String letter) {
        return Character.getType(letter.charAt(0)) == Character.NON_SPACING_MARK;
    }

    private static String form(String letter, boolean joinedBefore, boolean joinableAfter) {
        var forms = FORMS.getOrDefault(letter, Map.of());
        var before = joinedBefore && forms.containsKey(Form.FINAL);
        var after = joinableAfter && forms.containsKey(Form.INITIAL);
        var form = before ? after ? Form.MEDIAL : Form.FINAL : after ? Form.INITIAL : Form.ISOLATED;
        return forms.getOrDefault(form, letter);
    }

    private static boolean joinsForwards(String letter) {
        return JOINERS.contains(letter) || FORMS.getOrDefault(letter, Map.of()).containsKey(Form.INITIAL);
    }

    /** Whether the next letter from here on, marks apart, joins the one before it. */
    private static boolean joinsBackwards(String text, int start) {
        return IntStream.range(start, text.length())
                .mapToObj(at -> text.substring(at, at + 1))
                .filter(letter -> !isMark(letter))
                .findFirst()
                .map(letter -> JOINERS.contains(letter)
                        || FORMS.getOrDefault(letter, Map.of()).containsKey(Form.FINAL))
                .orElse(false);
    }

    private static Map<String, Map<Form, String>> forms() {
        var forms = new HashMap<String, Map<Form, String>>();
        IntStream.concat(IntStream.rangeClosed(0xFB50, 0xFDFF), IntStream.rangeClosed(0xFE80, 0xFEFC))
                .filter(Character::isLetter)
                .forEach(shaped -> add(shaped, forms));
        return forms;
    }

    private static void add(int shaped, Map<String, Map<Form, String>> forms) {
        var glyph = Character.toString(shaped);
        var letters = Normalizer.normalize(glyph, Normalizer.Form.NFKC);
        if (letters.length() == 1 || LAM_WITH_ALEF.contains(letters)) {
            forms.computeIfAbsent(letters, _ -> new EnumMap<>(Form.class)).put(formOf(shaped), glyph);
        }
    }

    /** The last words of a name such as ARABIC LETTER FARSI YEH MEDIAL FORM. */
    private static Form formOf(int shaped) {
        var words = Character.getName(shaped).toUpperCase(Locale.ROOT).split(" ", -1);
        return Form.valueOf(words[words.length - 2]);
    }
}
