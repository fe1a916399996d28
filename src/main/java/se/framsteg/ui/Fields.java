package se.framsteg.ui;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import se.framsteg.shared.Identifying;

/**
 * The fields of a form: what was typed, and what is wrong with it. What was typed is kept exactly, so that a form that
 * comes back loses nothing.
 *
 * <p>Reading a field checks it. Where something is wrong the problem is noted and a stand-in comes back (an empty text, a
 * date in 1970), so that all fields are read and all problems told at once: <b>ask {@link #ok()} before what was read is
 * used.</b>
 */
public final class Fields {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);
    private static final Pattern DIGIT_DATE = Pattern.compile("(\\d{4})[-/. ]?(\\d{2})[-/. ]?(\\d{2})");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cntrl}\\p{Cs}\\p{IsNoncharacter_Code_Point}&&[^\n\t]]");
    /** Blanks of every kind, those without width included. */
    private static final Pattern BLANK_ENDS = Pattern.compile("^[\\s\\p{Z}\\p{Cf}]+|[\\s\\p{Z}\\p{Cf}]+$");

    /** A label that is a question or a sentence takes no colon after it. */
    private static final Pattern ENDS_ITSELF = Pattern.compile("[?؟.:…]$");

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2100, 12, 31);

    private final MultiValueMap<String, String> typed;
    private final Map<String, Problem> problems = new LinkedHashMap<>();
    private final Map<String, String> savedMeanwhile = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private Fields(MultiValueMap<String, String> typed) {
        this.typed = typed;
    }

    /**
     * One thing to mend.
     *
     * @param field the field's name; empty if it concerns the whole form
     * @param key its text
     */
    public record Problem(String field, String key, List<Object> arguments) {
        public String text(Page page) {
            return page.t(key, arguments.toArray());
        }
    }

    public static Fields empty() {
        return new Fields(new LinkedMultiValueMap<>());
    }

    /** What was sent in with a request. */
    public static Fields sent(Map<String, String[]> parameters) {
        var typed = new LinkedMultiValueMap<String, String>();
        parameters.forEach((name, values) -> typed.put(name, List.of(values)));
        return new Fields(typed);
    }

    /** Fills in a field before the form is shown. */
    public Fields with(String field, @Nullable Object value) {
        typed.set(field, value == null ? "" : value.toString());
        return this;
    }

    /** Fills in a field of several choices before the form is shown. */
    public Fields with(String field, Iterable<?> values) {
        var texts = new ArrayList<String>();
        values.forEach(value -> texts.add(value.toString()));
        typed.put(field, texts);
        return this;
    }

    /** What stands in the field, exactly as typed. */
    public String value(String field) {
        return Optional.ofNullable(typed.getFirst(field)).orElse("");
    }

    /** All that was sent in the field, exactly as it was. */
    public List<String> values(String field) {
        return List.copyOf(typed.getOrDefault(field, List.of()));
    }

    /** Whether this choice is made. */
    public boolean has(String field, String choice) {
        return typed.getOrDefault(field, List.of()).contains(choice);
    }

    public boolean ok() {
        return problems.isEmpty() && savedMeanwhile.isEmpty();
    }

    /** Text that may be empty, at most {@code longest} characters. */
    public String text(String field, int longest) {
        var text = clean(value(field));
        if (text.length() > longest) {
            fail(field, "form.too-long", longest, text.length());
        }
        return text;
    }

    /** Text that must be there. The problem's text is {@code <textKey>.required}. */
    public String required(String field, int longest, String textKey) {
        var text = text(field, longest);
        if (text.isEmpty()) {
            fail(field, textKey + ".required");
        }
        return text;
    }

    /** A date that must be there, written 2026-05-03 or 20260503, between 1900 and 2100. */
    public LocalDate date(String field, String textKey) {
        if (clean(value(field)).isEmpty()) {
            fail(field, textKey + ".required");
            return LocalDate.EPOCH;
        }
        return optionalDate(field).orElse(LocalDate.EPOCH);
    }

    public Optional<LocalDate> optionalDate(String field) {
        var text = clean(value(field));
        if (text.isEmpty()) {
            return Optional.empty();
        }
        var date = parseDate(text);
        if (date.isEmpty()) {
            fail(field, "form.no-such-date");
        }
        return date;
    }

    private static Optional<LocalDate> parseDate(String text) {
        var digits = DIGIT_DATE.matcher(text);
        if (!digits.matches()) {
            return Optional.empty();
        }
        try {
            var date = LocalDate.parse(digits.replaceFirst("$1-$2-$3"), DATE);
            return date.isBefore(EARLIEST) || date.isAfter(LATEST) ? Optional.empty() : Optional.of(date);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** A whole number that must be there, within the bounds. */
    public int number(String field, int lowest, int highest) {
        try {
            var number = Integer.parseInt(clean(value(field)));
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        fail(field, "form.number", lowest, highest);
        return lowest;
    }

    /** A number with at most one decimal, comma or point, within the bounds; or none. */
    public Optional<BigDecimal> optionalDecimal(String field, int lowest, int highest) {
        var text = clean(value(field)).replace(',', '.');
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.matches("\\d{1,6}(\\.\\d)?")) {
            var number = new BigDecimal(text);
            if (number.doubleValue() >= lowest && number.doubleValue() <= highest) {
                return Optional.of(number);
            }
        }
        fail(field, "form.decimal", lowest, highest);
        return Optional.empty();
    }

    /** Several choices as one value, in order: how a conflict tells of them. */
    public static String several(Collection<? extends Enum<?>> chosen) {
        return chosen.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
    }

    /** A number as {@link #optionalDecimal} reads it, and as people here write it; empty if there is none. */
    public static String decimal(Optional<BigDecimal> number) {
        return number.map(some -> some.stripTrailingZeros().toPlainString().replace('.', ','))
                .orElse("");
    }

    /** An e-mail address in lower case; empty if none was given. */
    public String email(String field) {
        var text = text(field, 254).toLowerCase(java.util.Locale.ROOT);
        if (!text.isEmpty() && !EMAIL.matcher(text).matches()) {
            fail(field, "form.email");
        }
        return text;
    }

    public boolean checked(String field) {
        return has(field, "true");
    }

    /** One of an enum's values. The problem's text, if none or an unknown one is chosen, is {@code <textKey>.required}. */
    public <E extends Enum<E>> E choice(String field, Class<E> type, String textKey) {
        return optionalChoice(field, type).orElseGet(() -> {
            fail(field, textKey + ".required");
            return type.getEnumConstants()[0];
        });
    }

    public <E extends Enum<E>> Optional<E> optionalChoice(String field, Class<E> type) {
        return constant(type, value(field));
    }

    /** All chosen values of an enum; unknown ones are left out. */
    public <E extends Enum<E>> Set<E> choices(String field, Class<E> type) {
        var chosen = new LinkedHashSet<E>();
        typed.getOrDefault(field, List.of())
                .forEach(value -> constant(type, value).ifPresent(chosen::add));
        return chosen;
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, String name) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** An id chosen from a list; empty if none, or if what was sent is no id. */
    public <I> Optional<I> optionalId(String field, Function<String, I> type) {
        return id(value(field), type);
    }

    /** All ids chosen from a list; what is no id is left out. */
    public <I> Set<I> ids(String field, Function<String, I> type) {
        var chosen = new LinkedHashSet<I>();
        typed.getOrDefault(field, List.of()).forEach(value -> id(value, type).ifPresent(chosen::add));
        return chosen;
    }

    private static <I> Optional<I> id(String text, Function<String, I> type) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(type.apply(text.trim()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The version of the thing that the form was filled in from. */
    public int version() {
        try {
            return Integer.parseInt(value("version"));
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /** Notes a problem with a field. The first problem of a field stands. */
    public void fail(String field, String key, Object... arguments) {
        problems.putIfAbsent(field, new Problem(field, key, List.of(arguments)));
    }

    /**
     * Notes that a text tells whom it is about where it may not, if it does. The problem's text is {@code <textKey>.} and what was
     * found, or {@code <textKey>.several}.
     */
    public void refuse(String field, Set<Identifying> found, String textKey) {
        if (found.size() == 1) {
            fail(field, textKey + "." + found.iterator().next());
        } else if (!found.isEmpty()) {
            fail(field, textKey + ".several");
        }
    }

    /** Notes a problem with the form as a whole. */
    public void fail(String key) {
        fail("", key);
    }

    /**
     * Tells that somebody else saved while this form was being filled in. Each field whose saved value differs from what
     * is typed shows both; sending the form again saves what then stands in it.
     *
     * @param saved what is now saved, by field
     * @param version the version now saved
     */
    public void conflict(Map<String, String> saved, int version) {
        saved.forEach((field, value) -> {
            if (!clean(value(field)).equals(clean(value))) {
                savedMeanwhile.put(field, value);
            }
        });
        savedMeanwhile.putIfAbsent("", "");
        with("version", version);
    }

    public boolean conflicted() {
        return !savedMeanwhile.isEmpty();
    }

    /** What somebody else saved in this field meanwhile, where it differs. */
    public Optional<String> savedMeanwhile(String field) {
        return Optional.ofNullable(savedMeanwhile.get(field));
    }

    /** Tells what the form calls a field, so that the summary above the form can name it. Called by the fields' templates. */
    public void labelled(String field, String label) {
        labels.put(field, label);
    }

    /** A problem's text with the name of its field before it, to be read away from the field. */
    public String summary(Problem problem, Page page) {
        var label = labels.getOrDefault(problem.field(), "");
        if (label.isEmpty()) {
            return problem.text(page);
        }
        var asks = ENDS_ITSELF.matcher(label).find();
        return label + (asks ? " " : ": ") + problem.text(page);
    }

    public List<Problem> problems() {
        return List.copyOf(problems.values());
    }

    /**
     * Puts the problems in the order in which their fields stand on the page, for a form that is read in another order. Problems
     * with the form as a whole, and those of other fields, come first.
     */
    public void tellInOrder(List<String> fields) {
        var inOrder = problems.entrySet().stream()
                .sorted(Comparator.comparingInt(entry -> fields.indexOf(entry.getKey())))
                .toList();
        problems.clear();
        inOrder.forEach(entry -> problems.put(entry.getKey(), entry.getValue()));
    }

    public Optional<Problem> problem(String field) {
        return Optional.ofNullable(problems.get(field));
    }

    /** Without surrounding blanks, and without what a database or a printed page can't hold and nobody types. */
    private static String clean(String text) {
        return BLANK_ENDS
                .matcher(CONTROLS.matcher(text.replace("\r\n", "\n")).replaceAll(""))
                .replaceAll("");
    }

    /** The number of fields alone: what was typed stays out of logs. */
    @Override
    public String toString() {
        return "form with " + typed.size() + " fields";
    }
}
